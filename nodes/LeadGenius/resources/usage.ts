import { single } from '../../shared/operations/single';
import type { Resource } from '../../shared/operation';
import { options } from '../../shared/options';

/** LeadGenius API Docs, "API Usage Stats". */
export const usage: Resource = {
	value: 'usage',
	name: 'Usage',
	operations: [
		single({
			value: 'get',
			name: 'Get',
			action: 'Get usage',
			description: 'Retrieve how many records were uploaded and enriched, and how many are left',
			method: 'GET',
			path: '/api/v1/enrichment/status/',
			fields: [options()],
			expects: 'total',
		}),
	],
};
