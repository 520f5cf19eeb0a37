import { domainField } from '../../../shared/form/domainField';
import { options } from '../../../shared/form/options';
import { documented } from '../../../shared/operations/answer';
import { single } from '../../../shared/operations/single';
import type { Resource } from '../../../shared/run/operation';
import { toRecord } from '../../../shared/values/records';

const domain = domainField(
	'e.g. apple.com',
	"The company's domain, or the address of its web site",
);

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
			answer: documented(),
			// What wraps a company is not certain: every record of this API has a wrapper of its own.
			output: (answer) => toRecord(answer.company) ?? toRecord(answer.contact) ?? answer,
		}),
	],
};
