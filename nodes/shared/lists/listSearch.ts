import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { openClient, type Client } from '../transport/client';
import type { ApiRequest } from '../transport/request';
import type { Vendor } from '../vendor';
import { hasMore, type OffsetPaging } from './pageReader';
import { recordsOf } from './records';

/** How many pages one call looks through for a match; n8n asks for the rest when one scrolls. */
const MOST_PAGES = 25;

/** What a resource locator's list is made from. */
export interface ListSearch {
	readonly request: ApiRequest;
	/** Where the answer may hold its records. */
	readonly records: readonly string[];
	/** The record's fields that people may know it by, the best one first; 'name' by default. */
	readonly labels?: readonly string[];
	/** What the user typed, if anything. */
	readonly filter?: string;
	/** How the list is divided; by default it comes whole. */
	readonly paging?: OffsetPaging;
	/** Where to go on in a divided list, as the call before said. */
	readonly paginationToken?: string;
}

/**
 * Fills a resource locator's list with what matches by name or ID, in alphabetical order: a list
 * that comes whole at once; a divided one a page at a time, or with a filter the next pages until
 * one of them has something that matches.
 *
 * @throws NodeApiError with the vendor's words
 */
export async function searchList(
	context: ILoadOptionsFunctions,
	vendor: Vendor,
	search: ListSearch,
): Promise<INodeListSearchResult> {
	const client = await openClient(context, vendor, 'Load the list');
	const { request, paging } = search;
	if (paging) return await searchPages(client, search, paging);
	const answer = await client.send(request);
	return { results: choicesIn(recordsOf(client, answer, search.records), search) };
}

async function searchPages(
	client: Client,
	search: ListSearch,
	paging: OffsetPaging,
): Promise<INodeListSearchResult> {
	const { request } = search;
	let offset = Number(search.paginationToken ?? 0);
	for (let pages = 1; ; pages++) {
		const page = { [paging.limitKey]: paging.pageSize, [paging.offsetKey]: offset };
		const answer = await client.send({ ...request, query: { ...request.query, ...page } });
		const records = recordsOf(client, answer, search.records);
		const results = choicesIn(records, search);
		offset += records.length;
		if (records.length === 0 || !hasMore(answer, paging)) return { results };
		if (results.length > 0 || pages === MOST_PAGES) {
			return { results, paginationToken: String(offset) };
		}
	}
}

/** The records that match the filter by name or ID, as choices in alphabetical order. */
function choicesIn(
	records: readonly IDataObject[],
	{ labels = ['name'], filter = '' }: ListSearch,
): INodeListSearchResult['results'] {
	const wanted = filter.trim().toLowerCase();
	return records
		.map((record) => {
			const value = textOf(record, 'id');
			return { name: labels.map((label) => textOf(record, label)).find(Boolean) ?? value, value };
		})
		.filter(({ value }) => value !== '')
		.filter(
			({ name, value }) => name.toLowerCase().includes(wanted) || value.toLowerCase() === wanted,
		)
		.sort((a, b) => a.name.localeCompare(b.name));
}

function textOf(record: IDataObject, key: string): string {
	const value = record[key];
	return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
