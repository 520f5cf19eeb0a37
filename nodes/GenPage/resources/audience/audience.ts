import { resourceLocator } from '../../../shared/form/resourceLocator';
import { numericId } from '../../../shared/form/schema';
import type { Resource } from '../../../shared/run/operation';
import { workspaceList } from '../workspace/workspaceList';

export const audienceId = resourceLocator(
	{
		displayName: 'Audience',
		name: 'audienceId',
		required: true,
		placeholder: 'e.g. 16',
		description:
			'The audience that the leads are put in. Choose the workspace first if your token has several.',
		searchListMethod: 'searchAudiences',
	},
	numericId,
);

/** GenPage API documentation, "Audiences". */
export const audience: Resource = {
	value: 'audience',
	name: 'Audience',
	operations: [
		workspaceList({
			value: 'getAll',
			name: 'Get Many',
			action: 'Get many audiences',
			description: 'Retrieve the audiences of a workspace',
			path: '/api/external/v1/audiences/get-list',
			records: ['audiences'],
		}),
	],
};
