import { many, list } from '../../shared/operations/list';
import type { Resource } from '../../shared/operation';
import { options } from '../../shared/options';
import { workspaceId } from '../fields';

/** Seed 000, "Campaigns". */
export const campaign: Resource = {
	value: 'campaign',
	name: 'Campaign',
	operations: [
		list({
			value: 'getAll',
			name: 'Get Many',
			action: 'Get many campaigns',
			description: 'Retrieve the campaigns of a workspace',
			method: 'GET',
			path: '/api/external/v1/campaigns/get-list',
			fields: [workspaceId, ...many, options()],
			query: (input) => ({ workspace_id: input.workspaceId }),
			records: ['campaigns'],
		}),
	],
};
