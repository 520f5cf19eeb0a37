import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { searchList } from '../../shared/lists/listSearch';
import { LEAD_STATUSES_PATH } from '../resources/leadStatus/leadStatus';
import { vendor } from '../vendor';

/** Finds lead statuses by label or ID. */
export async function searchLeadStatuses(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const request = { method: 'GET', path: LEAD_STATUSES_PATH } as const;
	return await searchList(this, vendor, { request, records: [], labels: ['label'], filter });
}
