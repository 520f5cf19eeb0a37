import { writeOptions } from '../../../shared/form/options';
import { undocumented } from '../../../shared/operations/answer';
import { batch } from '../../../shared/operations/batch';
import type { Resource } from '../../../shared/run/operation';
import { batchSize } from '../record/fields';
import { advised, valuesOf } from '../record/values';
import { entity, EXCLUSION_NAMES, exclusionColumns, exclusionIssues } from './fields';

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
			fields: [entity, ...exclusionColumns, writeOptions(batchSize)],
			check: (input, { json }, match) => {
				const names = EXCLUSION_NAMES[input.entity];
				const values = valuesOf(input, json, () => match(names));
				if ('issues' in values) return values;
				const payload = { ...values.input, entity: input.entity };
				const issues = advised(exclusionIssues(payload), names, input, json);
				return issues.length > 0 ? { issues } : { input: { payload } };
			},
			body: (_, records) => ({ records }),
			listKey: 'records',
			repeat: 'ifNotTaken',
			answer: undocumented(),
			receipt: (_, items) => `${items.length} exclusions`,
			output: ({ answer, items }) => [{ json: { records_sent: items.length, ...answer }, items }],
		}),
	],
};
