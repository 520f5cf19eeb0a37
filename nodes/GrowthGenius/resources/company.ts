import { toRecord } from '../../shared/operations/records';
import { single } from '../../shared/operations/single';
import type { Resource } from '../../shared/operation';
import { options } from '../../shared/options';
import { domain } from '../fields';

/** Companies are in GrowthGenius's newer public documents only. */
export const company: Resource = {
	value: 'company',
	name: 'Company',
	operations: [
		single({
			value: 'find',
			name: 'Find',
			action: 'Find company',
			description: 'Find a company by its domain',
			method: 'GET',
			path: '/integrations/v1/companies/find',
			fields: [domain, options()],
			query: (input) => ({ domain: input.domain }),
			// What wraps a company is not certain: every record of this API has a wrapper of its own.
			output: (answer) => toRecord(answer.company) ?? toRecord(answer.contact) ?? answer,
		}),
	],
};
