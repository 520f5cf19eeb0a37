import { batch } from '../../shared/operations/batch';
import type { Resource } from '../../shared/operation';
import { options } from '../../shared/options';
import { batchSize, entity, exclusionColumns } from '../records/fields';
import { answerTo } from '../records/upload';
import { EXCLUSION_FIELDS } from '../records/standardFields';
import { exclusionIssues, recordValues } from '../records/values';

/** LeadGenius API Docs, "Exclusion Records". */
export const exclusion: Resource = {
	value: 'exclusion',
	name: 'Exclusion',
	operations: [
		batch({
			value: 'upload',
			name: 'Upload',
			action: 'Upload exclusion',
			description: 'Send accounts or contacts that must not be enriched, up to 200 in a request',
			method: 'POST',
			path: '/api/v1/exclusion/upload/',
			fields: [entity, exclusionColumns, options(batchSize)],
			element: (input, item) => {
				const values = recordValues(input.columns, item.json);
				if ('issues' in values) return values;
				const payload = { ...values.input, entity: input.entity };
				const issues = exclusionIssues(payload, EXCLUSION_FIELDS[input.entity]);
				return issues.length > 0 ? { issues } : { input: { payload } };
			},
			groupBy: () => [],
			listKey: 'records',
			batchSize: (input) => input.options.batchSize,
			body: (_, records) => ({ records }),
			answer: (answer, call) => {
				call.accept(`${call.items.length} exclusions`);
				return answerTo(answer, call);
			},
			output: async ({ answer, call }) => ({
				records: [{ json: { records_sent: call.items.length, ...answer }, items: call.items }],
			}),
		}),
	],
};
