import type { IDataObject } from 'n8n-workflow';
import { isRecord } from './field';
import { urlOf, type ApiRequest } from './transport/request';

/** How a vendor divides a list into pages. */
export type Paging =
	| { readonly kind: 'none' }
	/** Pages are asked for by position: several may be fetched ahead. */
	| {
			readonly kind: 'offset';
			readonly limitKey: string;
			readonly offsetKey: string;
			readonly pageSize: number;
			/** Where an answer says whether there is more. */
			readonly moreKey: string;
	  }
	/** Each answer holds the address of the next page; it is followed on the same origin only. */
	| { readonly kind: 'next'; readonly nextKey: string };

/** How many pages are asked for at once, the one that is waited for among them. */
const PAGES_AHEAD = 4;

/** What a list is read with. */
export interface PageReader {
	/** The vendor's origin. */
	readonly base: URL;
	/** The list's own request, without paging. */
	readonly request: ApiRequest;
	readonly paging: Paging;
	/** The most records wanted; Infinity for all. */
	readonly limit: number;
	/** Sends a request through the transport. */
	readonly send: (request: ApiRequest) => Promise<unknown>;
	/** Takes the records out of an answer. @throws for an unexpected form */
	readonly records: (answer: unknown) => IDataObject[];
	/** For lists by offset: which records to keep; the others are let go page by page. */
	readonly keep?: (record: IDataObject) => boolean;
	/** For lists by offset: whether nothing behind a page is wanted any more. */
	readonly done?: (page: readonly IDataObject[]) => boolean;
}

/**
 * Reads a list to its end or to the limit, whichever is first. Never asks beyond the limit.
 *
 * @throws what send and records throw
 */
export async function readPages(reader: PageReader): Promise<IDataObject[]> {
	switch (reader.paging.kind) {
		case 'none':
			return reader.records(await reader.send(reader.request)).slice(0, reader.limit);
		case 'next':
			return await readLinked(reader, reader.paging.nextKey);
		case 'offset':
			return await readOffsets(reader, reader.paging);
	}
}

async function readLinked(reader: PageReader, nextKey: string): Promise<IDataObject[]> {
	const all: IDataObject[] = [];
	let from = urlOf(reader.request, reader.base, {});
	const seen = new Set([from.href]);
	let request: ApiRequest | undefined = reader.request;
	while (request && all.length < reader.limit) {
		const answer: unknown = await reader.send(request);
		append(all, reader.records(answer), reader.limit);
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

async function readOffsets(
	reader: PageReader,
	paging: Extract<Paging, { kind: 'offset' }>,
): Promise<IDataObject[]> {
	const all: IDataObject[] = [];
	let ahead: Array<{ offset: number; size: number; answer: Promise<unknown> }> = [];
	let offset = 0;
	let { pageSize } = paging;
	const fetchNext = () => {
		const size = Math.min(pageSize, reader.limit - offset);
		const query = { ...reader.request.query, [paging.limitKey]: size, [paging.offsetKey]: offset };
		const answer = reader.send({ ...reader.request, query });
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
		const records = reader.records(answer);
		append(all, reader.keep ? records.filter(reader.keep) : records, reader.limit);
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
