import { lookFurther, readEnd, follows, type End } from './ends';
import { keeps, orderOf, timeBy, type Order } from './order';
import { endOf, type Page, type PageSource } from './page';
import type { LookBack, Scan } from './state';

/** Every so many polls it is looked back, where a page of the sweep is due at each. */
const LOOK_BACK_EVERY = 4;

/** What a poll sees of the newest records. */
export interface Newest {
	/** The list's first page, where it was read. */
	readonly first?: Page;
	readonly order?: Order;
	/** Where the list seems to keep an order: its end with the newest. */
	readonly end?: End;
	readonly lookBack?: LookBack;
	/** How many pages of the sweep are left to read in this poll. */
	readonly due: number;
}

/** A look back goes no further than so many times what a record may be late. */
const FURTHEST = 3;

/**
 * Reads the newest records of a list that was seen to keep an order, back to the last poll. Those before
 * it, among which some may show up late, are looked at again a page at a time, as long as it takes.
 *
 * @param overlapMs how late a record may show up behind newer ones, in ms
 * @param due how many pages of the sweep are due: a poll reads one of either, where that is enough
 */
export async function readNewest(
	source: PageSource,
	scan: Scan,
	overlapMs: number,
	due: number,
): Promise<Newest> {
	const { first, order } = await orderNow(source, scan);
	if (!order || first?.hasMore === false) return { first, order, due: Infinity };
	const end = await readEnd(source, first, order, () => scan.at, scan.length);
	if (!end.isWhole) return { first, order, end, due: Infinity };
	const lookBack = nextLook(scan, order, end, overlapMs);
	if (!goesOn(order, end.pages, lookBack.until)) {
		return { first, order, end, lookBack: { ...lookBack, covered: 0 }, due };
	}
	// Where one page of the sweep is due, it is the one or the other.
	const isItsTurn = due !== 1 || lookBack.turn % LOOK_BACK_EVERY === 0;
	if (!isItsTurn) return { first, order, end, lookBack, due };
	const further = await lookFurther(source, order, lookBack.covered, end.length);
	const isDone = !further || !goesOn(order, [further.page], lookBack.until);
	return {
		first,
		order,
		end: further ? { ...end, ...withPage(order, end, further.page) } : end,
		lookBack: { ...lookBack, covered: isDone ? 0 : further.covered },
		due: due === 1 ? 0 : due,
	};
}

/** Where the look back under way goes on, or a new one begins. */
function nextLook(scan: Scan, order: Order, end: End, overlapMs: number): LookBack {
	const { at, lookBack: { turn, covered, ...before } = { turn: 0, covered: 0, until: 0 } } = scan;
	const began = before.at ?? at;
	const read = coveredBy(order, end);
	if (covered > 0) {
		const known = covered + arrivalsOf(scan, order, end);
		return { until: before.until, at: began, covered: Math.max(read, known), turn: turn + 1 };
	}
	// What was late when the last one began may have been passed over by it.
	const until = Math.max(began - overlapMs, at - FURTHEST * overlapMs);
	return { until, covered: read, turn: turn + 1 };
}

/** The order that the list keeps now, and its first page, where that is needed to know it. */
async function orderNow(
	source: PageSource,
	{ order: known, length = 0, distrust }: Scan,
): Promise<{ readonly first?: Page; readonly order?: Order }> {
	const { paging, orderedBy } = source.list;
	const isTrusted = distrust === 0;
	// The newest are at its other end, which tells as well whether it still keeps the order.
	if (isTrusted && known?.first === 'oldest' && length > paging.pageSize) return { order: known };
	const first = await source.page(0);
	if (!isTrusted) return { first };
	const isSame = known !== undefined && keeps(known, first.records);
	return { first, order: orderOf(first.records, orderedBy) ?? (isSame ? known : undefined) };
}

/**
 * Whether the list is still in order further back than its end was read. One whose records have few
 * different times may look so on some pages.
 */
export async function isInOrder(source: PageSource, order: Order, end: End): Promise<boolean> {
	if (!end.isWhole || !hasOlder(order, end.pages)) return end.isWhole;
	const further = await lookFurther(source, order, coveredBy(order, end), end.length);
	return !further || withPage(order, end, further.page).isWhole;
}

/** How many records have come to the end since the last poll, beside those that were on it before. */
function arrivalsOf({ at, seen }: Scan, order: Order, { pages }: End): number {
	const found = pages.flatMap((page) => page.found);
	return found.filter((each) => (timeBy(order, each.json) ?? 0) > at && !seen.knows(each)).length;
}

/** How many records its end has. */
function coveredBy({ first }: Order, { pages, length = 0 }: End): number {
	const [page] = pages;
	const last = pages.at(-1);
	if (!page || !last) return 0;
	return first === 'newest' ? endOf(last).place : length - page.from;
}

/** Whether there are records before some pages, and those on the pages do not reach back to a time. */
function goesOn(order: Order, pages: readonly Page[], oldest: number): boolean {
	const record = order.first === 'newest' ? pages.at(-1)?.records.at(-1) : pages[0]?.records[0];
	return hasOlder(order, pages) && (timeBy(order, record) ?? oldest) >= oldest;
}

function hasOlder({ first }: Order, pages: readonly Page[]): boolean {
	return first === 'newest' ? pages.at(-1)?.hasMore === true : (pages[0]?.from ?? 0) > 0;
}

/** The end with a page that lies further back. */
function withPage(order: Order, { pages }: End, page: Page): Pick<End, 'pages' | 'isWhole'> {
	const before = order.first === 'newest' ? pages.at(-1) : pages[0];
	const isWhole =
		before === undefined ||
		(order.first === 'newest' ? follows(order, before, page) : follows(order, page, before));
	return { pages: [...pages, page], isWhole };
}
