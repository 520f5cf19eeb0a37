import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { searchList } from '../../shared/lists/listSearch';
import { GET_WORKSPACES, WORKSPACES } from '../resources/workspace/onlyWorkspace';
import { vendor } from '../vendor';
import { workspaceForLists } from './workspace';

/** Finds workspaces by name or ID. */
export async function searchWorkspaces(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const request = { method: 'GET', path: GET_WORKSPACES } as const;
	return await searchList(this, vendor, { request, records: WORKSPACES, filter });
}

/** Finds campaigns of the workspace by name or ID. */
export async function searchCampaigns(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	return await searchInWorkspace(this, 'campaigns/get-list', ['campaigns'], filter);
}

/** Finds audiences of the workspace by name or ID. */
export async function searchAudiences(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	return await searchInWorkspace(this, 'audiences/get-list', ['audiences'], filter);
}

/** Finds API tokens of the workspace by name or ID. */
export async function searchApiTokens(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	return await searchInWorkspace(this, 'get-api-tokens', ['tokens', 'api_tokens', 'data'], filter);
}

async function searchInWorkspace(
	context: ILoadOptionsFunctions,
	endpoint: string,
	records: readonly string[],
	filter: string | undefined,
): Promise<INodeListSearchResult> {
	const query = { workspace_id: await workspaceForLists(context) };
	const request = { method: 'GET', path: `/api/external/v1/${endpoint}`, query } as const;
	return await searchList(context, vendor, { request, records, filter });
}
