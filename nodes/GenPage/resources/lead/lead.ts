import { options } from '../../../shared/form/options';
import { many } from '../../../shared/form/returnAll';
import { simplify } from '../../../shared/form/simplify';
import { documented } from '../../../shared/operations/answer';
import { batch } from '../../../shared/operations/batch';
import { list } from '../../../shared/operations/list';
import type { Resource } from '../../../shared/run/operation';
import { jobId } from '../job/fields';
import { workspaceId } from '../workspace/fields';
import { upsertFields } from './fields';
import { isUpdate } from './identity';
import { jobHints, jobReceipt, upsertOutput } from './output';
import { GET_LEADS, leadOutput } from './read';
import { leadEntry } from './values';

/** GenPage API documentation, "Leads". */
export const lead: Resource = {
	value: 'lead',
	name: 'Lead',
	operations: [
		batch({
			value: 'upsert',
			name: 'Create or Update',
			action: 'Create or update lead',
			description: 'Create a new record, or update the current one if it already exists (upsert)',
			method: 'POST',
			path: '/api/external/v1/leads/upsert-leads',
			fields: upsertFields,
			check: leadEntry,
			body: (input, leads) => ({
				from: input.from ?? 'n8n',
				workspace_id: input.workspaceId,
				campaign_id: input.campaignId,
				audience_id: input.audienceId,
				leads: leads.map((values) => ({ values })),
			}),
			listKey: 'leads',
			// Whether an email finds an existing lead is not documented: where a lead may be new, a
			// batch whose answer was lost is not sent again.
			repeat: (leads) => (leads.every(isUpdate) ? 'always' : 'afterFailure'),
			answer: documented({ key: 'job_id' }),
			receipt: jobReceipt,
			output: upsertOutput,
			hints: jobHints,
		}),
		list({
			value: 'getAll',
			name: 'Get Many',
			action: 'Get many leads',
			description: 'Retrieve the leads that a job created or updated, with their page URLs',
			method: 'GET',
			path: GET_LEADS,
			fields: [workspaceId, jobId, ...many, simplify, options()],
			query: (input) => ({ workspace_id: input.workspaceId, job_id: input.jobId }),
			records: ['leads'],
			output: (record, input) => leadOutput(record, input.simplify),
		}),
	],
};
