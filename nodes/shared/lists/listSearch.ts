import {
	NodeOperationError,
	type IDataObject,
	type ILoadOptionsFunctions,
	type INodeListSearchResult,
} from 'n8n-workflow';
import { openClient, type Client } from '../transport/client';
import type { ApiRequest } from '../transport/request';
import type { Vendor } from '../vendor';
import { hasMore, type OffsetPaging } from './pageReader';
import { recordsOf } from './records';

/** How many pages one call looks through for what matches. */
const MOST_PAGES = 100;
/** How many of them are asked for at once, behind the first. */
const AT_ONCE = 4;
/** More than the editor has room for: with search words it asks for the rest only when one scrolls. */
const ENOUGH = 50;

type Choice = INodeListSearchResult['results'][number];

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
 * that comes whole at once; a divided one a page at a time, or with a filter as many pages as it
 * takes to find enough that matches.
 *
 * @throws NodeApiError with the vendor's words
 * @throws NodeOperationError when the list is too long to be looked through
 */
export async function searchList(
	context: ILoadOptionsFunctions,
	vendor: Vendor,
	search: ListSearch,
): Promise<INodeListSearchResult> {
	const client = await openClient(context, vendor, 'Load the list');
	const { request, paging } = search;
	if (!paging) {
		const answer = await client.send(request);
		return { results: sorted(choicesIn(recordsOf(client, answer, search.records), search)) };
	}
	const found = await searchPages(client, search, paging);
	if (found.paginationToken === undefined || found.results.length > 0) return found;
	throw new NodeOperationError(context.getNode(), 'The list is too long to be looked through', {
		description: `Nothing in its first ${MOST_PAGES * paging.pageSize} entries matches. Choose By ID and enter the ID.`,
	});
}

async function searchPages(
	client: Client,
	search: ListSearch,
	paging: OffsetPaging,
): Promise<INodeListSearchResult> {
	const wanted = search.filter?.trim() ? ENOUGH : 1;
	// By its ID, since a record may move to the next page meanwhile.
	const found = new Map<Choice['value'], Choice>();
	const results = () => sorted([...found.values()]);
	let offset = Number(search.paginationToken ?? 0);
	let { pageSize } = paging;
	for (let pages = 0; pages < MOST_PAGES && found.size < wanted; ) {
		const asked = { ...paging, pageSize };
		for (const page of askForPages(client, search, asked, offset, pages === 0 ? 1 : AT_ONCE)) {
			const answer = await page;
			const records = recordsOf(client, answer, search.records);
			for (const choice of choicesIn(records, search)) found.set(choice.value, choice);
			pages++;
			offset += records.length;
			if (records.length === 0 || !hasMore(answer, paging)) return { results: results() };
			const isShort = records.length !== pageSize;
			// The vendor gives smaller pages than were asked for: between this one and the next is a gap.
			if (isShort) pageSize = Math.min(pageSize, records.length);
			if (isShort || found.size >= wanted) break;
		}
	}
	return { results: results(), paginationToken: String(offset) };
}

function askForPages(
	client: Client,
	{ request }: ListSearch,
	{ limitKey, offsetKey, pageSize }: OffsetPaging,
	offset: number,
	count: number,
): Array<Promise<unknown>> {
	return Array.from({ length: count }, (_, place) => {
		const page = { [limitKey]: pageSize, [offsetKey]: offset + place * pageSize };
		const answer = client.send({ ...request, query: { ...request.query, ...page } });
		// A page that is no longer wanted may fail without anyone waiting for it.
		answer.catch(() => {});
		return answer;
	});
}

/** The records that match the filter by name or ID. */
function choicesIn(
	records: readonly IDataObject[],
	{ labels = ['name'], filter = '' }: ListSearch,
): Choice[] {
	const wanted = filter.trim().toLowerCase();
	return records
		.map((record) => {
			const value = textOf(record, 'id');
			return { name: labels.map((label) => textOf(record, label)).find(Boolean) ?? value, value };
		})
		.filter(({ value }) => value !== '')
		.filter(
			({ name, value }) => name.toLowerCase().includes(wanted) || value.toLowerCase() === wanted,
		);
}

function sorted(choices: readonly Choice[]): Choice[] {
	return [...choices].sort((a, b) => a.name.localeCompare(b.name));
}

function textOf(record: IDataObject, key: string): string {
	const value = record[key];
	return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
