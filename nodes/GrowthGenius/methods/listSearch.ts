import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { searchList } from '../../shared/lists/listSearch';
import { USERS_PATH, vendor } from '../vendor';

/** Finds users by name or ID. */
export async function searchUsers(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const request = { method: 'GET', path: USERS_PATH } as const;
	return await searchList(this, vendor, {
		request,
		records: ['users'],
		labels: ['full_name'],
		filter,
	});
}
