import type { Client } from '../transport/client';
import type { ApiRequest } from '../transport/request';
import { Known } from './known';
import type { Paging, Visit } from './pageReader';
import { visitPages } from './paging';
import { recordsOf } from './records';
import type { Wanted } from './way';

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
 * Goes through the records of a source, once for all that is wanted: by the vendor's search where that
 * can find all of it in a few requests, else through the whole list. It keeps none of them. Each page is
 * asked for once: a record that another one's deletion moves from one page to the one before, meanwhile,
 * is not seen.
 *
 * @param query what is asked beside paging and search
 * @param visit gets the records; also some that are not wanted
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
	const words = wordsOf(wanted);
	if (search && words && words.length <= MOST_SEARCHES) {
		const queries = words.map((word) => ({ ...query, ...search(word) }));
		await searchAll(client, source, queries, visit);
		return;
	}
	const request = { method: 'GET', path, query } as const;
	const reader = { client, request, paging, records, limit: Infinity, stretch: STRETCH };
	await visitPages(reader, visit);
}

/** The words to search for, each once; undefined where one of the wanted has none. */
function wordsOf(wanted: readonly Wanted[]): string[] | undefined {
	const words = wanted.map(({ word }) => word);
	return words.every((word) => word !== undefined) ? [...new Set(words)] : undefined;
}

async function searchAll(
	client: Client,
	{ path, records }: RecordSource,
	queries: ReadonlyArray<ApiRequest['query']>,
	visit: Visit,
): Promise<void> {
	const unwanted = new AbortController();
	const asking = client.until(unwanted.signal);
	const known = new Known();
	try {
		const answers = queries.map((query) => {
			const answer = asking.send({ method: 'GET', path, query });
			// One that is no longer wanted may fail without anyone waiting for it.
			answer.catch(() => {});
			return answer;
		});
		for (const answer of answers) {
			if (!visit(known.fresh(recordsOf(client, await answer, records)))) return;
		}
	} finally {
		unwanted.abort();
	}
}
