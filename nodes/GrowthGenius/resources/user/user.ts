import { options } from '../../../shared/form/options';
import { many } from '../../../shared/form/returnAll';
import { list } from '../../../shared/operations/list';
import type { Resource } from '../../../shared/run/operation';
import { USERS_PATH } from '../../vendor';

/** GrowthGenius API Reference, "User API". */
export const user: Resource = {
	value: 'user',
	name: 'User',
	operations: [
		list({
			value: 'getAll',
			name: 'Get Many',
			action: 'Get many users',
			description: 'Retrieve the users of your team who have enabled integrations, with their IDs',
			method: 'GET',
			path: USERS_PATH,
			fields: [...many, options()],
			records: ['users'],
		}),
	],
};
