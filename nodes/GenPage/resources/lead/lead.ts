import { options } from '../../../shared/form/options';
import { many } from '../../../shared/form/returnAll';
import { simplify } from '../../../shared/form/simplify';
import { list } from '../../../shared/operations/list';
import type { Resource } from '../../../shared/run/operation';
import { jobId } from '../job/fields';
import { workspaceId } from '../workspace/fields';
import { inWorkspace } from '../workspace/onlyWorkspace';
import { GET_LEADS, leadOutput } from './read';
import { upsert } from './upsert';

/** GenPage API documentation, "Leads". */
export const lead: Resource = {
	value: 'lead',
	name: 'Lead',
	operations: [
		upsert,
		list({
			value: 'getAll',
			name: 'Get Many',
			action: 'Get many leads',
			description: 'Retrieve the leads that a job created or updated, with their page URLs',
			method: 'GET',
			path: GET_LEADS,
			fields: [workspaceId, jobId, ...many, simplify, options()],
			complete: inWorkspace,
			query: (input) => ({ workspace_id: input.workspaceId, job_id: input.jobId }),
			records: ['leads'],
			output: (record, input) => leadOutput(record, input.simplify),
		}),
	],
};
