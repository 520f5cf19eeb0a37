import type { IDataObject } from 'n8n-workflow';
import { urlOf, type ApiRequest } from '../transport/request';
import { isRecord } from '../values/records';
import { append, Known } from './known';
import { readOffsets } from './offsets';
import type { PageClient, PageReader, Visit } from './pageReader';
import { recordsOf } from './records';

/** As much of a client as reading a list takes: the requests for pages can be ended. */
type ListReader = PageReader<PageClient & { until(signal: AbortSignal): PageClient }>;

/**
 * Reads a list to its end or to the limit, whichever is first. Never asks beyond the limit.
 *
 * @throws as visitPages
 */
export async function readPages(reader: ListReader): Promise<IDataObject[]> {
	const all: IDataObject[] = [];
	await visitPages(reader, (records) => {
		append(all, records, reader.limit);
		return all.length < reader.limit;
	});
	return all;
}

/**
 * Reads a list page by page, and keeps none of them. When it ends, so do the requests for pages that
 * are no longer wanted.
 *
 * @throws NodeApiError with the vendor's words, or for an answer without records; CancelledError
 */
export async function visitPages(reader: ListReader, visit: Visit): Promise<void> {
	const unwanted = new AbortController();
	try {
		await read({ ...reader, client: reader.client.until(unwanted.signal) }, visit);
	} finally {
		unwanted.abort();
	}
}

async function read(reader: PageReader, visit: Visit): Promise<void> {
	switch (reader.paging.kind) {
		case 'none':
			await readWhole(reader, visit);
			return;
		case 'next':
			await readLinked(reader, reader.paging.nextKey, visit);
			return;
		case 'offset':
			await readOffsets(reader, reader.paging, visit);
	}
}

async function readWhole({ client, request, records }: PageReader, visit: Visit): Promise<void> {
	visit(recordsOf(client, await client.send(request), records));
}

/** How many pages in a row may bring nothing new. */
const MOST_STALE = 3;
const NOTHING_NEW = `${MOST_STALE} pages in a row bring nothing new`;

async function readLinked(reader: PageReader, nextKey: string, visit: Visit): Promise<void> {
	const known = new Known();
	let from = urlOf(reader.request, reader.client.base, {});
	const seen = new Set([from.href]);
	let request: ApiRequest | undefined = reader.request;
	let stale = 0;
	while (request) {
		const answer: unknown = await reader.client.send(request);
		const fresh = known.fresh(recordsOf(reader.client, answer, reader.records));
		if (!visit(fresh)) return;
		// Links to the same records under ever new addresses would be followed for ever too.
		stale = fresh.length > 0 ? 0 : stale + 1;
		if (stale === MOST_STALE) throw reader.client.unexpected(answer, NOTHING_NEW);
		const next: unknown = isRecord(answer) ? answer[nextKey] : undefined;
		request = undefined;
		if (typeof next !== 'string' || next === '') continue;
		if (!URL.canParse(next, from.href)) {
			// Sent as it is, it is refused with the vendor's name.
			request = { ...reader.request, path: next, query: undefined };
			continue;
		}
		from = new URL(next, from);
		from.username = from.password = '';
		// A link that comes twice would be followed for ever.
		if (seen.has(from.href)) continue;
		seen.add(from.href);
		request = { ...reader.request, path: from.href, query: undefined };
	}
}
