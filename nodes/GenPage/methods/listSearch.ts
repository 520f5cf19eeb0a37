import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { searchList } from '../../shared/lists/listSearch';
import { vendor } from '../vendor';
import { chosenWorkspace } from './workspace';

/** Finds workspaces by name or ID. */
export async function searchWorkspaces(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const request = { method: 'GET', path: '/api/external/v1/workspaces/get-list' } as const;
	return await searchList(this, vendor, { request, records: ['workspaces'], filter });
}

/** Finds campaigns of the chosen workspace by name or ID. */
export async function searchCampaigns(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const request = inWorkspace('/api/external/v1/campaigns/get-list', chosenWorkspace(this));
	return await searchList(this, vendor, { request, records: ['campaigns'], filter });
}

/** Finds audiences of the chosen workspace by name or ID. */
export async function searchAudiences(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const request = inWorkspace('/api/external/v1/audiences/get-list', chosenWorkspace(this));
	return await searchList(this, vendor, { request, records: ['audiences'], filter });
}

/** Finds API tokens of the chosen workspace by name or ID. */
export async function searchApiTokens(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const request = inWorkspace('/api/external/v1/get-api-tokens', chosenWorkspace(this));
	return await searchList(this, vendor, {
		request,
		records: ['tokens', 'api_tokens', 'data'],
		filter,
	});
}

function inWorkspace(path: string, workspace_id: string) {
	return { method: 'GET', path, query: { workspace_id } } as const;
}
