import { field } from '../../../shared/form/field';
import { options } from '../../../shared/form/options';
import { checked } from '../../../shared/form/schema';
import { documented } from '../../../shared/operations/answer';
import { single } from '../../../shared/operations/single';
import type { Resource } from '../../../shared/run/operation';
import { toRecord } from '../../../shared/values/records';
import { isBlank, quote } from '../../../shared/values/text';

/** A company's domain; the address of a page on it is understood too. */
const domainSchema = checked<string>((value) => {
	if (isBlank(value)) return { wrong: 'is empty' };
	const given = typeof value === 'string' ? value.trim() : '';
	const host = given.replace(/^[a-z]+:\/\//i, '').replace(/[/?#:].*$/, '');
	const domain = host.replace(/^www\./i, '').toLowerCase();
	if (/^[^\s.@]+(\.[^\s.@]+)+$/.test(domain)) return { ok: domain };
	return { wrong: `must be a domain such as apple.com, not ${quote(value)}` };
});

const domain = field(
	{
		displayName: 'Domain',
		name: 'domain',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. apple.com',
		description: "The company's domain, or the address of its web site",
	},
	domainSchema,
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
