import { resourceLocator } from '../../../shared/form/resourceLocator';
import { numericId } from '../../../shared/form/schema';
import type { Resource } from '../../../shared/run/operation';
import { workspaceList } from '../workspace/workspaceList';

export const campaignId = resourceLocator(
	{
		displayName: 'Campaign',
		name: 'campaignId',
		required: true,
		placeholder: 'e.g. 16',
		description:
			'The campaign whose page template is used. Choose the workspace first if your token has several.',
		searchListMethod: 'searchCampaigns',
	},
	numericId,
);

/** GenPage API documentation, "Campaigns". */
export const campaign: Resource = {
	value: 'campaign',
	name: 'Campaign',
	operations: [
		workspaceList({
			value: 'getAll',
			name: 'Get Many',
			action: 'Get many campaigns',
			description: 'Retrieve the campaigns of a workspace',
			path: '/api/external/v1/campaigns/get-list',
			records: ['campaigns'],
		}),
	],
};
