import type { INodeProperties } from 'n8n-workflow';
import { field } from '../shared/field';
import { numericId, optionalNumericId, text } from '../shared/schema';

/** A resource locator over one of GenPage's lists. */
function locator<const Name extends string>(
	name: Name,
	thing: string,
	searchListMethod: string,
	more: Partial<INodeProperties>,
): INodeProperties & { name: Name } {
	return {
		displayName: thing,
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: `Select a ${thing.toLowerCase()}…`,
				typeOptions: { searchListMethod, searchable: true },
			},
			{ displayName: 'By ID', name: 'id', type: 'string', placeholder: 'e.g. 16' },
		],
		...more,
		name,
		placeholder: 'e.g. 16',
	};
}

const WORKSPACE_HINT = 'The workspace that your token belongs to';

export const workspaceId = field(
	locator('workspaceId', 'Workspace', 'searchWorkspaces', {
		required: true,
		description: WORKSPACE_HINT,
	}),
	numericId,
);

/** The workspace where GenPage does not always need it. */
export const optionalWorkspaceId = field(
	locator('workspaceId', 'Workspace', 'searchWorkspaces', {
		description: `${WORKSPACE_HINT}. Needed to choose from lists and to return leads.`,
	}),
	optionalNumericId,
);

export const campaignId = field(
	locator('campaignId', 'Campaign', 'searchCampaigns', {
		required: true,
		description: 'The campaign whose page template is used. Choose the workspace first.',
	}),
	numericId,
);

export const audienceId = field(
	locator('audienceId', 'Audience', 'searchAudiences', {
		required: true,
		description: 'The audience that the leads are put in. Choose the workspace first.',
	}),
	numericId,
);

export const jobId = field(
	{
		displayName: 'Job ID',
		name: 'jobId',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 1234567890',
		description: "The 'job_id' that Lead > Create or Update returned",
	},
	text,
);

export const tokenId = field(
	locator('tokenId', 'API Token', 'searchApiTokens', {
		required: true,
		description: 'The API token to delete. Choose the workspace first, or enter the ID.',
	}),
	text,
);
