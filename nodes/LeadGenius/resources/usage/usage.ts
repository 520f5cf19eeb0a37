import { options } from '../../../shared/form/options';
import { documented } from '../../../shared/operations/answer';
import { single } from '../../../shared/operations/single';
import type { Resource } from '../../../shared/run/operation';
import { USAGE_PATH } from './enough';

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
			path: USAGE_PATH,
			fields: [options()],
			answer: documented({ key: 'total' }),
		}),
	],
};
