import { many, list } from '../../shared/operations/list';
import type { Resource } from '../../shared/operation';
import { options } from '../../shared/options';
import { workspaceId } from '../fields';

/** Seed 000, "Audiences". */
export const audience: Resource = {
	value: 'audience',
	name: 'Audience',
	operations: [
		list({
			value: 'getAll',
			name: 'Get Many',
			action: 'Get many audiences',
			description: 'Retrieve the audiences of a workspace',
			method: 'GET',
			path: '/api/external/v1/audiences/get-list',
			fields: [workspaceId, ...many, options()],
			query: (input) => ({ workspace_id: input.workspaceId }),
			records: ['audiences'],
		}),
	],
};
