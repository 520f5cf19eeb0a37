import { field } from '../../shared/field';
import { deleted, single } from '../../shared/operations/single';
import type { Resource } from '../../shared/operation';
import { options } from '../../shared/options';
import { text } from '../../shared/schema';
import { optionalWorkspaceId, tokenId, workspaceId } from '../fields';
import { inWorkspace } from './inWorkspace';

const name = field(
	{
		displayName: 'Name',
		name: 'name',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. n8n production',
		description: 'What the token is called in GenPage',
	},
	text,
);

/** GenPage API documentation, "Authentication" and "Endpoints". */
export const apiToken: Resource = {
	value: 'apiToken',
	name: 'API Token',
	operations: [
		inWorkspace({
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
			fields: [name, workspaceId, options()],
			expects: 'token',
			body: (input) => ({ name: input.name, workspace_id: input.workspaceId }),
		}),
		single({
			value: 'delete',
			name: 'Delete',
			action: 'Delete API token',
			description: 'Delete an API token; whatever uses it stops working at once',
			method: 'DELETE',
			path: '/api/external/v1/delete-api-token',
			fields: [optionalWorkspaceId, tokenId, options()],
			body: (input) => ({ token_id: input.tokenId }),
			answerless: true,
			output: deleted,
		}),
	],
};
