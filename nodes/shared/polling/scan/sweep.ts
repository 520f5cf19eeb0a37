import { endOf, type Found, type Page, type PageSource } from './page';
import { sweepFrom, type Scan, type Sweep } from './state';

/** How many pages of an ordered list a poll reads for safety's sake at most. */
const MOST_FOR_SAFETY = 10;

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
	let { place, last } = sweep;
	while (pages.length < most && !source.isSpent) {
		const page = place === 0 && first ? first : await source.pageBehind(place, last);
		pages.push(page);
		if (source.list.get) source.reserved += Number(page.found.some(isFresh));
		({ place, last } = endOf(page));
		if (!page.hasMore) return { pages, sweep: sweepFrom(at, sweep.at), length: place };
	}
	return { pages, sweep: { ...sweep, place, last } };
}

/**
 * How many pages are due, so that an ordered list is read as a whole once in a while.
 *
 * @param sweepMs in what time, in ms; 0 for never
 */
export function pagesDue({ sweep, length }: Scan, pageSize: number, sweepMs: number): number {
	if (sweepMs === 0) return 0;
	const share = (Date.now() - sweep.began) / sweepMs;
	// How long it is is known at the end of a sweep only, and it may have grown since. n8n's clock may
	// have been put back.
	if (length === undefined || share < 0 || share >= 1) return 1;
	const due = (length * share - sweep.place) / pageSize;
	return due <= 0 ? 0 : Math.min(MOST_FOR_SAFETY, Math.max(1, Math.floor(due)));
}
