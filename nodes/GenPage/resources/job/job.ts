import { options } from '../../../shared/form/options';
import { simplify } from '../../../shared/form/simplify';
import { perItem } from '../../../shared/operations/perItem';
import type { Resource } from '../../../shared/run/operation';
import { fetchLeads, leadOutput } from '../lead/read';
import { workspaceId } from '../workspace/fields';
import { inWorkspace } from '../workspace/onlyWorkspace';
import { jobId, returnLeads, timeoutSeconds } from './fields';
import { fetchStatus, GET_STATUS } from './status';
import { waitForJob } from './wait';

/** GenPage API documentation, "Get the status of the job". */
export const job: Resource = {
	value: 'job',
	name: 'Job',
	operations: [
		perItem({
			value: 'get',
			name: 'Get Status',
			action: 'Get status of job',
			description: 'Retrieve whether a job is pending, completed or failed, and how far it is',
			method: 'GET',
			path: GET_STATUS,
			fields: [jobId, workspaceId, options()],
			work: async (input, client) => [await fetchStatus(client, input.jobId, input.workspaceId)],
		}),
		perItem({
			value: 'wait',
			name: 'Wait for Completion',
			action: 'Wait for completion of job',
			description: 'Wait until GenPage has finished a job, then output its status or its leads',
			method: 'GET',
			path: GET_STATUS,
			fields: [jobId, workspaceId, options(timeoutSeconds, returnLeads, simplify)],
			// Before the wait: nobody should wait for minutes to hear that the workspace is missing.
			complete: async (input, client) =>
				input.options.returnLeads ? await inWorkspace(input, client) : input,
			work: async (input, client) => {
				const deadline = Date.now() + input.options.timeoutSeconds * 1000;
				const job = { id: input.jobId, workspaceId: input.workspaceId };
				const status = await waitForJob(client, job, deadline);
				if (!input.options.returnLeads) return [status];
				const leads = await fetchLeads(client, input.jobId, input.workspaceId);
				return leads.map((lead) => leadOutput(lead, input.options.simplify));
			},
		}),
	],
};
