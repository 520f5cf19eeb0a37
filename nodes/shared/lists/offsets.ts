import type { IDataObject } from 'n8n-workflow';
import { idOf, Known } from './known';
import { hasMore, type OffsetPaging, type PageReader, type Visit } from './pageReader';
import { recordsOf } from './records';

/** How many pages are asked for at once at most, the one that is waited for among them. */
const MOST_AHEAD = 16;
/** What is asked for beyond the end of a list is in vain: so much for each page that was read. */
const AHEAD_PER_PAGE = 1 / 4;
/** How often in a row a page may be the first one again: a list that grows in front can do that, for a while. */
const MOST_REPEATS = 5;
/** How often the same gap is read again while that brings nothing new. */
const MOST_GAPS = 3;

interface Page {
	readonly from: number;
	readonly size: number;
	/** Whether it begins with the last record of the page before it. */
	readonly overlaps: boolean;
	readonly answer: Promise<unknown>;
}

/** The pages that are asked for ahead, in order. */
class Ahead {
	/** Whether pages are to have a record in common: if it is not known, the list has shifted. */
	overlaps = false;
	private pages: Page[] = [];
	private offset = 0;
	/** How far is asked for: to the limit, or to the end of a stretch. */
	private limit: number;

	constructor(
		private readonly reader: PageReader,
		private readonly paging: OffsetPaging,
		public pageSize = paging.pageSize,
	) {
		this.limit = Math.min(reader.limit, reader.stretch ?? Infinity);
	}

	/** Whether there is something behind what was asked for up to here: a further stretch. */
	goFurther(): boolean {
		if (this.limit >= this.reader.limit) return false;
		this.limit = Math.min(this.reader.limit, this.limit + (this.reader.stretch ?? Infinity));
		return true;
	}

	next(): Page | undefined {
		return this.pages.shift();
	}

	fill(wanted: number): void {
		while (this.pages.length < wanted && this.offset < this.limit) this.fetch();
	}

	/** Drops what was asked for, and goes on elsewhere. */
	restartAt(offset: number): void {
		this.pages = [];
		this.offset = Math.max(0, offset);
	}

	private fetch(): void {
		const { client, request } = this.reader;
		const { limitKey, offsetKey } = this.paging;
		const left = this.limit - this.offset;
		// Not where it would cost a further page.
		const costs = Number.isFinite(this.limit) && left % this.pageSize === 0;
		const overlaps = this.overlaps && this.offset > 0 && !costs;
		const from = this.offset - Number(overlaps);
		const size = Math.min(this.pageSize, this.limit - from);
		const query = { ...request.query, [limitKey]: size, [offsetKey]: from };
		const answer = client.send({ ...request, query });
		// A page that is no longer wanted may fail without anyone waiting for it.
		answer.catch(() => {});
		this.pages.push({ from, size, overlaps, answer });
		this.offset = from + size;
	}
}

/**
 * Reads a list whose pages are asked for by position. While it is read, records may be added and
 * removed, and shift all that come behind: each page begins with the last record of the one before,
 * so that a shift is noticed. What comes twice is taken once, and a gap is read again.
 *
 * @param visit gets the new records of each page
 * @throws NodeApiError when the vendor gives the same pages again and again
 */
export async function readOffsets(
	reader: PageReader,
	paging: OffsetPaging,
	visit: Visit,
): Promise<void> {
	const { client } = reader;
	const known = new Known();
	const ahead = new Ahead(reader, paging);
	let first: readonly IDataObject[] | undefined;
	let repeats = 0;
	let gap = { at: Number.POSITIVE_INFINITY, times: 0 };
	ahead.fill(1);
	// Most lists are short: the longer one goes on, the further ahead it is fetched.
	for (let wanted = 2; ; wanted = Math.min(MOST_AHEAD, wanted + AHEAD_PER_PAGE)) {
		let page = ahead.next();
		if (!page && ahead.goFurther()) {
			ahead.fill(wanted);
			page = ahead.next();
		}
		if (!page) return;
		const answer = await page.answer;
		const records = recordsOf(client, answer, reader.records);
		if (page.overlaps && !known.has(records[0]) && gap.times < MOST_GAPS) {
			// What stood before this page has moved: the page before it is read again.
			gap = { at: page.from, times: gap.times + Number(page.from >= gap.at) };
			ahead.restartAt(page.from - ahead.pageSize + 2);
			ahead.fill((wanted = 1));
			continue;
		}
		const fresh = known.fresh(records);
		if (!visit(fresh) || !hasMore(answer, paging) || records.length === 0) return;
		if (fresh.length > 0) gap = { at: Number.POSITIVE_INFINITY, times: 0 };
		repeats = first && isSamePage(first, records) ? repeats + 1 : 0;
		first ??= records;
		if (repeats === MOST_REPEATS) throw client.unexpected(answer, 'it is the first page again');
		follow(ahead, page, records);
		ahead.fill(wanted);
	}
}

function isSamePage(one: readonly IDataObject[], other: readonly IDataObject[]): boolean {
	return (
		one.length === other.length &&
		one.every((record, place) => {
			const id = idOf(record);
			const otherId = other[place] && idOf(other[place]);
			return id !== undefined && id === otherId;
		})
	);
}

/** Settles how the next pages are asked for, by what the vendor gave. */
function follow(ahead: Ahead, page: Page, records: readonly IDataObject[]): void {
	const isShort = records.length !== page.size;
	// The vendor gives pages of another size than asked for: what was fetched ahead has gaps or
	// overlaps. Its own size is asked for from here on.
	if (isShort) ahead.pageSize = Math.min(ahead.pageSize, records.length);
	ahead.overlaps = ahead.pageSize > 1 && records.every((record) => idOf(record) !== undefined);
	if (isShort) ahead.restartAt(page.from + records.length);
}
