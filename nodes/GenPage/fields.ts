import { field } from '../shared/field';
import { locatorProperty } from '../shared/locator';
import { numericId, optionalNumericId, text } from '../shared/schema';

/** A resource locator over one of GenPage's lists. */
function locator<const Name extends string>(
	name: Name,
	displayName: string,
	searchListMethod: string,
	more: { readonly required?: boolean; readonly description: string },
) {
	const placeholder = 'e.g. 16';
	return locatorProperty({ name, displayName, placeholder, searchListMethod, ...more });
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
