import { options } from '../../../shared/form/options';
import { documented } from '../../../shared/operations/answer';
import { single } from '../../../shared/operations/single';
import type { Resource } from '../../../shared/run/operation';

/** Geniziz REST API, "Authentication". */
export const user: Resource = {
	value: 'user',
	name: 'User',
	operations: [
		single({
			value: 'getCurrent',
			name: 'Get Current',
			action: 'Get current user',
			description: 'Retrieve the user whose API key is used',
			method: 'GET',
			path: '/api/v1/me/',
			fields: [options()],
			answer: documented(),
		}),
	],
};
