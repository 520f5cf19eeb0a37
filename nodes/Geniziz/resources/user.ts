import type { Resource } from '../../shared/operation';
import { single } from '../../shared/operations/single';
import { options } from '../../shared/options';
import { limitGroup } from '../vendor';

const path = '/api/v1/me/';

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
			path,
			fields: [options()],
			limitGroup: limitGroup(path),
		}),
	],
};
