import { resourceLocator } from '../../../shared/form/resourceLocator';
import { optionalNumericId } from '../../../shared/form/schema';

/** The workspace of an operation. Left empty it is the token's only one: see onlyWorkspace.ts. */
export const workspaceId = resourceLocator(
	{
		displayName: 'Workspace',
		name: 'workspaceId',
		placeholder: 'e.g. 16',
		description: 'The workspace to work in. May stay empty while your token has only one.',
		searchListMethod: 'searchWorkspaces',
	},
	optionalNumericId,
);
