import { options } from '../../../shared/form/options';
import { documented } from '../../../shared/operations/answer';
import { single } from '../../../shared/operations/single';
import type { Resource } from '../../../shared/run/operation';

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
			answer: documented({ key: 'details' }),
		}),
	],
};
