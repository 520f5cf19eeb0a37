import { perItem } from '../../shared/operations/perItem';
import type { Resource } from '../../shared/operation';
import { options } from '../../shared/options';
import { simplify } from '../../shared/simplify';
import { jobId, optionalWorkspaceId } from '../fields';
import { fetchLeads, fetchStatus } from '../jobs/fetch';
import { returnLeads, timeoutSeconds } from '../jobs/fields';
import { waitForJob } from '../jobs/wait';
import { shown } from '../leads/shown';
import { workspaceIssues } from '../leads/workspace';

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
			path: '/api/external/v1/leads/get-status',
			fields: [jobId, options()],
			work: async ({ jobId: job_id }, call) => [{ job_id, ...(await fetchStatus(call, job_id)) }],
		}),
		perItem({
			value: 'wait',
			name: 'Wait for Completion',
			action: 'Wait for completion of job',
			description: 'Wait until GenPage has finished a job, then output its status or its leads',
			method: 'GET',
			path: '/api/external/v1/leads/get-status',
			fields: [jobId, optionalWorkspaceId, options(timeoutSeconds, returnLeads, simplify)],
			check: (input) => (input.options.returnLeads ? workspaceIssues(input.workspaceId) : []),
			work: async (input, call) => {
				const deadline = Date.now() + input.options.timeoutSeconds * 1000;
				const status = await waitForJob(call, input.jobId, deadline);
				if (!input.options.returnLeads) return [{ job_id: input.jobId, ...status }];
				const leads = await fetchLeads(call, input.jobId, input.workspaceId);
				return leads.map((lead) => shown(lead, input.options.simplify));
			},
		}),
	],
};
