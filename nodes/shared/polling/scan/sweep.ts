import { idOf } from '../../lists/known';
import { endOf, type Found, type Page, type PageSource } from './page';
import { sweepFrom, type Scan, type Sweep } from './state';

/** How many pages of an ordered list a poll reads for safety's sake at most. */
const MOST_FOR_SAFETY = 10;
/** The share of the list by which a sweep may be behind before a poll reads more than a page of it. */
const MUCH = 0.05;
/** How often it goes further up to find a record again, half a page each time. */
const MOST_STEPS = 3;

/** What a poll has read of a sweep. */
export interface Swept {
	readonly pages: readonly Page[];
	/** Where it goes on. */
	readonly sweep: Sweep;
	/** How long the list is, where its end was reached. */
	readonly length?: number;
}

/**
 * Reads the whole list on from where the last poll stopped, and begins anew at its end.
 *
 * @param first the list's first page, where it was read already
 * @param most how many pages to read
 * @param isFresh whether something found is news, whose whole record is to be fetched
 */
export async function sweepOn(
	source: PageSource,
	{ sweep, at }: Pick<Scan, 'sweep' | 'at'>,
	first: Page | undefined,
	most: number,
	isFresh: (found: Found) => boolean,
): Promise<Swept> {
	const pages: Page[] = [];
	let position: Position = sweep;
	while (pages.length < most && !source.isSpent) {
		const { place } = position;
		const isKnown = place === 0 && first !== undefined;
		const page = isKnown ? first : await source.page(Math.max(0, place - position.back));
		pages.push(page);
		if (source.list.get) source.reserved += Number(page.found.some(isFresh));
		const next = positionAfter(page, position, source.list.paging.pageSize);
		position = next.position;
		if (next.isBehind && !page.hasMore) {
			return { pages, sweep: sweepFrom(at, sweep.at), length: endOf(page).place };
		}
	}
	return { pages, sweep: { ...sweep, last: undefined, ...position } };
}

type Position = Pick<Sweep, 'place' | 'last' | 'back'>;

/**
 * Where a sweep goes on after a page. The page should hold the last record that was read before; where
 * it does not, the list has shifted, and it is read from further up.
 */
function positionAfter(
	page: Page,
	before: Position,
	pageSize: number,
): { readonly position: Position; readonly isBehind: boolean } {
	const { place, last, back } = before;
	const step = Math.ceil(pageSize / 2);
	const ids = page.records.map(idOf);
	const index = last === undefined ? -1 : ids.indexOf(last);
	const isBehind = last === undefined || index >= 0 || page.from === 0;
	// The record has gone, or much was added before it.
	const isLost = back > MOST_STEPS * step;
	if (!isBehind && !isLost) return { position: { place, last, back: back + step }, isBehind };
	// A list that shifts does so again until the next page is read.
	const shift = index < 0 ? 0 : Math.max(0, place - page.from - 1 - index);
	return {
		position: { ...endOf(page), back: Math.min(step, 2 * shift + 1) },
		isBehind: true,
	};
}

/**
 * How many pages are due, so that an ordered list is read as a whole once in a while.
 *
 * @param sweepMs in what time, in ms; 0 for never
 */
export function pagesDue({ sweep, length }: Scan, pageSize: number, sweepMs: number): number {
	if (sweepMs === 0) return 0;
	const share = (Date.now() - sweep.began) / sweepMs;
	// How long it is is known at the end of a sweep only, and it may have grown since: the later it is,
	// the more is read. n8n's clock may have been put back.
	if (length === undefined || share < 0 || share >= 1) {
		return Math.min(MOST_FOR_SAFETY, Math.max(1, Math.floor(share)));
	}
	const due = (length * share - sweep.place) / pageSize;
	if (due <= 0) return 0;
	const isMuch = due * pageSize > length * MUCH;
	return isMuch ? Math.min(MOST_FOR_SAFETY, Math.ceil(due)) : 1;
}
