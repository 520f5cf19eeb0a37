import { single } from '../../shared/operations/single';
import type { Resource } from '../../shared/operation';
import { options } from '../../shared/options';

/** Skarbe, "Available endpoints", "User Information". */
export const user: Resource = {
	value: 'user',
	name: 'User',
	operations: [
		single({
			value: 'getCurrent',
			name: 'Get Current',
			action: 'Get current user',
			description: 'Retrieve who the key belongs to, and the name of the workspace',
			method: 'GET',
			path: '/api/connect/me',
			fields: [options()],
			expects: 'details',
		}),
	],
};
