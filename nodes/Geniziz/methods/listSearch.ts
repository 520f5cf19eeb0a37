import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { searchList } from '../../shared/lists/listSearch';
import { paging, RECORDS } from '../resources/reading';
import { vendor } from '../vendor';

type Search = (
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
) => Promise<INodeListSearchResult>;

/**
 * A list search over one of Geniziz's lists. They take no search words, so that pages are read
 * until one has something that matches.
 *
 * @param fields the fields needed, where the document names them
 */
function searchIn(path: string, labels: readonly string[], fields?: string): Search {
	return async function (filter, paginationToken) {
		return await searchList(this, vendor, {
			request: { method: 'GET', path, query: { _fields: fields } },
			records: RECORDS,
			paging,
			labels,
			filter,
			paginationToken,
		});
	};
}

export const listSearch = {
	searchLeads: searchIn('/api/v1/lead/', ['name'], 'id,name'),
	// The document shows no status: by the look of it, people know it by a name or a label.
	searchLeadStatuses: searchIn('/api/v1/status/lead/', ['name', 'label']),
	searchOpportunityStatuses: searchIn('/api/v1/status/opportunity/', ['name', 'label']),
};
