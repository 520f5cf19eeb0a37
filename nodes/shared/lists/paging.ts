import type { IDataObject } from 'n8n-workflow';
import type { Client } from '../transport/client';
import { urlOf, type ApiRequest } from '../transport/request';
import { isRecord } from '../values/records';
import { recordsOf } from './records';

/** Pages that are asked for by position: several may be fetched ahead. */
export interface OffsetPaging {
	readonly kind: 'offset';
	readonly limitKey: string;
	readonly offsetKey: string;
	readonly pageSize: number;
	/** Where an answer says whether there is more. */
	readonly moreKey: string;
}

/** How a vendor divides a list into pages. */
export type Paging =
	| { readonly kind: 'none' }
	| OffsetPaging
	/** Each answer holds the address of the next page; it is followed on the same origin only. */
	| { readonly kind: 'next'; readonly nextKey: string };

/** How many pages are asked for at once, the one that is waited for among them. */
const PAGES_AHEAD = 4;

/** As much of a client as a list is read with. */
type PageClient = Pick<Client, 'base' | 'send' | 'unexpected'>;

/** What a list is read with. */
export interface PageReader<C extends PageClient = PageClient> {
	readonly client: C;
	/** The list's own request, without paging. */
	readonly request: ApiRequest;
	readonly paging: Paging;
	/** The most records wanted; Infinity for all. */
	readonly limit: number;
	/** Where an answer holds its records; a bare array is always taken too. */
	readonly records: readonly string[];
	/** For lists by offset: which records of a page to keep; the others are let go with it. */
	readonly keep?: (page: readonly IDataObject[]) => readonly IDataObject[];
	/** For lists by offset: whether nothing behind a page is wanted any more. */
	readonly done?: (page: readonly IDataObject[]) => boolean;
}

/**
 * Reads a list to its end or to the limit, whichever is first. Never asks beyond the limit. When
 * it ends, so do the requests for pages that are no longer wanted.
 *
 * @throws NodeApiError with the vendor's words, or for an answer without records; CancelledError
 */
export async function readPages(
	reader: PageReader<PageClient & { until(signal: AbortSignal): PageClient }>,
): Promise<IDataObject[]> {
	const unwanted = new AbortController();
	try {
		return await read({ ...reader, client: reader.client.until(unwanted.signal) });
	} finally {
		unwanted.abort();
	}
}

async function read(reader: PageReader): Promise<IDataObject[]> {
	switch (reader.paging.kind) {
		case 'none':
			return pageOf(reader, await reader.client.send(reader.request)).slice(0, reader.limit);
		case 'next':
			return await readLinked(reader, reader.paging.nextKey);
		case 'offset':
			return await readOffsets(reader, reader.paging);
	}
}

function pageOf({ client, records }: PageReader, answer: unknown): IDataObject[] {
	return recordsOf(client, answer, records);
}

async function readLinked(reader: PageReader, nextKey: string): Promise<IDataObject[]> {
	const all: IDataObject[] = [];
	let from = urlOf(reader.request, reader.client.base, {});
	const seen = new Set([from.href]);
	let request: ApiRequest | undefined = reader.request;
	while (request && all.length < reader.limit) {
		const answer: unknown = await reader.client.send(request);
		append(all, pageOf(reader, answer), reader.limit);
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
	return all;
}

async function readOffsets(reader: PageReader, paging: OffsetPaging): Promise<IDataObject[]> {
	const all: IDataObject[] = [];
	let ahead: Array<{ offset: number; size: number; answer: Promise<unknown> }> = [];
	let offset = 0;
	let { pageSize } = paging;
	const fetchNext = () => {
		const size = Math.min(pageSize, reader.limit - offset);
		const query = { ...reader.request.query, [paging.limitKey]: size, [paging.offsetKey]: offset };
		const answer = reader.client.send({ ...reader.request, query });
		// A page that is no longer wanted may fail without anyone waiting for it.
		answer.catch(() => {});
		ahead.push({ offset, size, answer });
		offset += size;
	};
	fetchNext();
	// Most lists are short: only one that goes on is fetched further ahead.
	for (let wanted = 2; ; wanted = Math.min(PAGES_AHEAD, wanted + 1)) {
		const page = ahead.shift();
		if (!page) return all;
		const answer = await page.answer;
		const records = pageOf(reader, answer);
		append(all, reader.keep?.(records) ?? records, reader.limit);
		const more = isRecord(answer) && answer[paging.moreKey] === true;
		if (!more || records.length === 0 || reader.done?.(records)) return all;
		if (records.length !== page.size) {
			// The vendor gives pages of another size than asked for: what was fetched ahead has gaps
			// or overlaps. Its own size is asked for from here on.
			ahead = [];
			pageSize = Math.min(pageSize, records.length);
			offset = page.offset + records.length;
		}
		while (ahead.length < wanted && offset < reader.limit) fetchNext();
	}
}

/** Appends one by one: spreading a large page into push() overflows the stack. */
function append(all: IDataObject[], records: readonly IDataObject[], limit: number): void {
	for (const record of records) {
		if (all.length >= limit) return;
		all.push(record);
	}
}
