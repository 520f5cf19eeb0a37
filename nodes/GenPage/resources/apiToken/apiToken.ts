import { writeOptions } from '../../../shared/form/options';
import { resourceLocator } from '../../../shared/form/resourceLocator';
import { text } from '../../../shared/form/schema';
import { requiredTextField } from '../../../shared/form/textField';
import { documented, undocumented } from '../../../shared/operations/answer';
import { deleted, single } from '../../../shared/operations/single';
import type { Resource } from '../../../shared/run/operation';
import { workspaceId } from '../workspace/fields';
import { asksForWorkspace, inWorkspace } from '../workspace/onlyWorkspace';
import { workspaceList } from '../workspace/workspaceList';

const name = requiredTextField({
	displayName: 'Name',
	name: 'name',
	placeholder: 'e.g. n8n production',
	description: 'What the token is called in GenPage',
});

const tokenId = resourceLocator(
	{
		displayName: 'API Token',
		name: 'tokenId',
		required: true,
		placeholder: 'e.g. 16',
		description:
			'The API token to delete. Choose the workspace first if your token has several, or enter the ID.',
		searchListMethod: 'searchApiTokens',
	},
	text,
);

/** GenPage API documentation, "Authentication" and "Endpoints". */
export const apiToken: Resource = {
	value: 'apiToken',
	name: 'API Token',
	operations: [
		workspaceList({
			value: 'getAll',
			name: 'Get Many',
			action: 'Get many API tokens',
			description: 'Retrieve the API tokens of a workspace',
			path: '/api/external/v1/get-api-tokens',
			records: ['tokens', 'api_tokens', 'data'],
		}),
		single({
			value: 'create',
			name: 'Create',
			action: 'Create API token',
			description: 'Create an API token; the output holds the token itself, so keep it safe',
			method: 'POST',
			path: '/api/external/v1/generate-api-token',
			repeat: 'ifNotTaken',
			fields: [name, workspaceId, writeOptions()],
			complete: inWorkspace,
			asksFirst: asksForWorkspace,
			body: (input) => ({ name: input.name, workspace_id: input.workspaceId }),
			answer: documented({ key: 'token' }),
			notForAgents: {
				because: 'the new token would be in what the model reads and remembers',
				fix: 'Create API tokens with the GenPage node, or in GenPage under Settings > Integrations',
			},
		}),
		single({
			value: 'delete',
			name: 'Delete',
			action: 'Delete API token',
			description: 'Delete an API token; whatever uses it stops working at once',
			method: 'DELETE',
			path: '/api/external/v1/delete-api-token',
			repeat: 'always',
			fields: [workspaceId, tokenId, writeOptions()],
			body: (input) => ({ token_id: input.tokenId, workspace_id: input.workspaceId }),
			answer: undocumented(),
			output: deleted,
		}),
	],
};
