import type { Resource } from '../../shared/operation';
import { inWorkspace } from './inWorkspace';

/** GenPage API documentation, "Audiences". */
export const audience: Resource = {
	value: 'audience',
	name: 'Audience',
	operations: [
		inWorkspace({
			value: 'getAll',
			name: 'Get Many',
			action: 'Get many audiences',
			description: 'Retrieve the audiences of a workspace',
			path: '/api/external/v1/audiences/get-list',
			records: ['audiences'],
		}),
	],
};
