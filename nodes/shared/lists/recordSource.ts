import type { Client } from '../transport/client';
import type { ApiRequest } from '../transport/request';
import { Known } from './known';
import type { Paging, Visit } from './pageReader';
import { visitPages } from './paging';
import { recordsOf } from './records';
import { keysIn, waysOf, type Wanted } from './way';

/** Where a vendor gives out records that are looked for. */
export interface RecordSource {
	readonly path: string;
	/** Where an answer holds its records; a bare array is always taken too. */
	readonly records: readonly string[];
	readonly paging: Paging;
	/** What is asked beside pages: for some fields only, where the vendor can be asked so. */
	readonly query?: (fields: readonly string[]) => ApiRequest['query'];
	/** The vendor's own search, which may find more than is wanted. */
	readonly search?: (word: string) => ApiRequest['query'];
}

/** So many words are searched for one by one; for more the list is read once. */
const MOST_SEARCHES = 20;
/** How much is read before anything beyond it is asked for: 20,000 records are 100 pages of 200. */
const STRETCH = 20_000;

/**
 * Goes through the records of a source, once for all that is wanted: by the vendor's search where there
 * are few words to search for, else through the whole list. No document says that a search finds a word
 * in any case, so what it does not find is looked for in the list too. It keeps none of the records. Each
 * page is asked for once: a record that another one's deletion moves from one page to the one before,
 * meanwhile, is not seen.
 *
 * @param query what is asked beside paging and search
 * @param visit gets the records, each once; also some that are not wanted
 * @throws as visitPages
 */
export async function goThrough(
	client: Client,
	source: RecordSource,
	wanted: readonly Wanted[],
	query: ApiRequest['query'],
	visit: Visit,
): Promise<void> {
	const { path, paging, records, search } = source;
	const request = { method: 'GET', path, query } as const;
	const reader = { client, request, paging, records, limit: Infinity, stretch: STRETCH };
	const words = wordsOf(wanted);
	if (!search || !words || words.length > MOST_SEARCHES) {
		await visitPages(reader, visit);
		return;
	}
	const known = new Known();
	const visitFresh: Visit = (page) => visit(known.fresh(page));
	const ways = waysOf(wanted);
	const found = new Set<string>();
	const queries = words.map((word) => ({ ...query, ...search(word) }));
	const wantsMore = await searchAll(client, source, queries, (page) => {
		for (const key of page.flatMap((record) => ways.flatMap((way) => keysIn(way, record)))) {
			found.add(key);
		}
		return visitFresh(page);
	});
	const isFound = ({ keys }: Wanted) => keys.some((key) => found.has(key));
	if (wantsMore && !wanted.every(isFound)) await visitPages(reader, visitFresh);
}

/** The words to search for, each once; undefined where one of the wanted has none. */
function wordsOf(wanted: readonly Wanted[]): string[] | undefined {
	const words = wanted.map(({ word }) => word);
	return words.every((word) => word !== undefined) ? [...new Set(words)] : undefined;
}

/** Whether more is wanted than the searches found. */
async function searchAll(
	client: Client,
	{ path, records }: RecordSource,
	queries: ReadonlyArray<ApiRequest['query']>,
	visit: Visit,
): Promise<boolean> {
	const unwanted = new AbortController();
	const asking = client.until(unwanted.signal);
	try {
		const answers = queries.map((query) => {
			const answer = asking.send({ method: 'GET', path, query });
			// One that is no longer wanted may fail without anyone waiting for it.
			answer.catch(() => {});
			return answer;
		});
		for (const answer of answers) {
			if (!visit(recordsOf(client, await answer, records))) return false;
		}
		return true;
	} finally {
		unwanted.abort();
	}
}
