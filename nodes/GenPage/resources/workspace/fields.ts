import { resourceLocator } from '../../../shared/form/resourceLocator';
import { numericId, optionalNumericId } from '../../../shared/form/schema';

const property = {
	displayName: 'Workspace',
	name: 'workspaceId',
	placeholder: 'e.g. 16',
	searchListMethod: 'searchWorkspaces',
} as const;

const description = 'The workspace that your token belongs to';

export const workspaceId = resourceLocator({ ...property, required: true, description }, numericId);

/** The workspace where GenPage does not always need it. */
export const optionalWorkspaceId = resourceLocator(
	{
		...property,
		description: `${description}. Needed to choose from lists and to return leads.`,
	},
	optionalNumericId,
);
