import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { openAsker } from './asker';
import { isRecord } from './field';
import { choicesIn, type ListSearch } from './listSearch';
import { recordsIn } from './operations/records';
import type { Paging } from './paging';
import type { Vendor } from './vendor';

/** How many pages one call looks through for a match; n8n asks for the rest when one scrolls. */
const MOST_PAGES = 25;

/** A resource locator's list that comes in pages. */
interface PagedSearch extends Omit<ListSearch, 'label'> {
	readonly paging: Extract<Paging, { kind: 'offset' }>;
	/** The record's fields that people may know it by, the best one first. */
	readonly labels: readonly string[];
	/** Where to go on, as the call before said. */
	readonly paginationToken?: string;
}

/**
 * Fills a resource locator's list from a long list: a page at a time, or with a filter the next
 * pages until one of them has something that matches by name or ID.
 *
 * @throws NodeApiError with the vendor's words
 */
export async function searchPages(
	context: ILoadOptionsFunctions,
	vendor: Vendor,
	search: PagedSearch,
): Promise<INodeListSearchResult> {
	const { request, paging, labels, filter = '' } = search;
	const asker = await openAsker(context, vendor, 'Load the list');
	let offset = Number(search.paginationToken ?? 0);
	for (let pages = 1; ; pages++) {
		const page = { [paging.limitKey]: paging.pageSize, [paging.offsetKey]: offset };
		const query = { ...request.query, ...page };
		const answer = await asker.send({ ...request, query });
		const records = recordsIn(answer, search.records);
		if (!records) throw asker.unexpected(answer, 'it holds no list');
		const results = choicesIn(records, labels, filter);
		offset += records.length;
		const more = records.length > 0 && isRecord(answer) && answer[paging.moreKey] === true;
		if (!more) return { results };
		if (results.length > 0 || pages === MOST_PAGES) {
			return { results, paginationToken: String(offset) };
		}
	}
}
