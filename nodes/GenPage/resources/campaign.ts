import type { Resource } from '../../shared/operation';
import { inWorkspace } from './inWorkspace';

/** GenPage API documentation, "Campaigns". */
export const campaign: Resource = {
	value: 'campaign',
	name: 'Campaign',
	operations: [
		inWorkspace({
			value: 'getAll',
			name: 'Get Many',
			action: 'Get many campaigns',
			description: 'Retrieve the campaigns of a workspace',
			path: '/api/external/v1/campaigns/get-list',
			records: ['campaigns'],
		}),
	],
};
