import { z } from 'zod';
import { batch } from '../../shared/operations/batch';
import { list, many } from '../../shared/operations/list';
import type { Resource } from '../../shared/operation';
import { options } from '../../shared/options';
import { simplify } from '../../shared/simplify';
import { audienceId, campaignId, jobId, optionalWorkspaceId, workspaceId } from '../fields';
import { timeoutSeconds } from '../jobs/fields';
import { batchSize, columns, from, waitForCompletion } from '../leads/fields';
import { identityOf, isUpdate, keysOf } from '../leads/identity';
import { finishedLeads, jobHints } from '../leads/output';
import { shown } from '../leads/shown';
import { leadValues } from '../leads/values';
import { workspaceIssues } from '../leads/workspace';

const upserted = z.object({ job_id: z.coerce.string().min(1) });

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
			fields: [
				optionalWorkspaceId,
				campaignId,
				audienceId,
				from,
				columns,
				options(batchSize, waitForCompletion, timeoutSeconds, simplify),
			],
			element: (input, item) => {
				if (input.options.waitForCompletion) {
					const issues = workspaceIssues(input.workspaceId);
					if (issues.length > 0) return { issues };
				}
				const values = leadValues(input.columns, item.json);
				if ('issues' in values) return values;
				return { input: { payload: values.input, identities: keysOf(identityOf(values.input)) } };
			},
			groupBy: (input) => [input.workspaceId, input.campaignId, input.audienceId, input.from],
			listKey: 'leads',
			batchSize: (input) => input.options.batchSize,
			// Whether an email finds an existing lead is not documented: where a lead may be new, a
			// batch whose answer was lost is not sent again.
			repeat: (leads) => (leads.every(isUpdate) ? 'always' : 'afterFailure'),
			body: (input, leads) => ({
				from: input.from ?? 'n8n',
				workspace_id: input.workspaceId,
				campaign_id: input.campaignId,
				audience_id: input.audienceId,
				leads: leads.map((values) => ({ values })),
			}),
			answer: (answer, call) => {
				const parsed = upserted.safeParse(answer);
				if (!parsed.success) throw call.unexpected(answer, 'it holds no job_id');
				call.accept(`job ${parsed.data.job_id}`);
				return parsed.data.job_id;
			},
			output: async ({ answer: job_id, call, input, members, at }) => {
				if (!input.options.waitForCompletion) {
					const json = {
						job_id,
						leads_sent: members.length,
						campaign_id: input.campaignId,
						audience_id: input.audienceId,
					};
					return { records: [{ json, items: call.items }] };
				}
				return await finishedLeads({
					call,
					jobId: job_id,
					workspaceId: input.workspaceId,
					members,
					at,
					timeLimitMs: input.options.timeoutSeconds * 1000,
					simplify: input.options.simplify,
				});
			},
			hints: jobHints,
		}),
		list({
			value: 'getAll',
			name: 'Get Many',
			action: 'Get many leads',
			description: 'Retrieve the leads that a job created or updated, with their page URLs',
			method: 'GET',
			path: '/api/external/v1/leads/get-leads',
			fields: [workspaceId, jobId, ...many, simplify, options()],
			query: (input) => ({ workspace_id: input.workspaceId, job_id: input.jobId }),
			records: ['leads'],
			record: (record, input) => shown(record, input.simplify),
		}),
	],
};
