import { keeps, timeBy, type Order } from './order';
import { endOf, type Page, type PageSource } from './page';

/** The end of a list at which its newest records stand. */
export interface End {
	readonly pages: readonly Page[];
	/** Whether everything since the time looked back to was read, and the order held. */
	readonly isWhole: boolean;
	/** How long the list is, where that was seen. */
	readonly length?: number;
}

/**
 * Reads a list that keeps an order from its newest record back to a time.
 *
 * @param first the list's first page, where it was read already
 * @param since in ms since the epoch, by the newest record's time
 * @param length how long the list was when it was last seen to its end
 */
export async function readEnd(
	source: PageSource,
	first: Page | undefined,
	order: Order,
	since: (newest: number) => number,
	length?: number,
): Promise<End> {
	return order.first === 'newest'
		? await readStart(source, first ?? (await source.page(0)), order, since)
		: await readTail(source, order, since, length ?? (await lengthOf(source)));
}

/** How many records a page that is looked back at shares with the last one, in case some have gone. */
function shared({ list }: PageSource): number {
	return Math.ceil(list.paging.pageSize / 20);
}

/**
 * Looks further back in a list that keeps an order: the page behind so many records before the newest.
 *
 * @param length how long the list is, where its oldest records come first
 * @returns undefined where the list does not go back so far
 */
export async function lookFurther(
	source: PageSource,
	order: Order,
	covered: number,
	length = 0,
): Promise<{ readonly page: Page; readonly covered: number } | undefined> {
	const { pageSize } = source.list.paging;
	const from = covered - shared(source);
	const place = order.first === 'newest' ? from : length - from - pageSize;
	if (place <= -pageSize) return undefined;
	const page = await source.page(Math.max(0, place));
	return { page, covered: from + pageSize };
}

async function readStart(
	source: PageSource,
	first: Page,
	order: Order,
	since: (newest: number) => number,
): Promise<End> {
	const pages = [first];
	const oldest = since(timeBy(order, first.records[0]) ?? 0);
	for (let page = first; page.hasMore; ) {
		if ((timeBy(order, page.records.at(-1)) ?? oldest) < oldest) break;
		if (source.time.isOver) return { pages, isWhole: false };
		const { place, last } = endOf(page);
		const next = await source.pageBehind(place, last);
		pages.push(next);
		if (!follows(order, page, next)) return { pages, isWhole: false };
		page = next;
	}
	return { pages, isWhole: true };
}

/** Whether a page is in order, and so is its start with that of the page before it. */
export function follows(order: Order, before: Page, page: Page): boolean {
	const starts = [before, page].flatMap(({ records }) => records.slice(0, 1));
	return keeps(order, starts) && keeps(order, page.records);
}

async function readTail(
	source: PageSource,
	order: Order,
	since: (newest: number) => number,
	length: number,
): Promise<End> {
	const { pageSize } = source.list.paging;
	const pages: Page[] = [];
	// Half a page that is known, and room for as much news.
	let page = await source.page(Math.max(0, length - Math.floor(pageSize / 2)));
	// The list has become shorter: what is left of it ends before.
	for (let step = pageSize; page.records.length === 0 && page.from > 0; step *= 2) {
		page = await source.page(Math.max(0, page.from - step));
	}
	pages.push(page);
	while (page.hasMore) {
		if (source.time.isOver) return { pages, isWhole: false };
		const { place, last } = endOf(page);
		page = await source.pageBehind(place, last);
		pages.push(page);
	}
	const end = pages.at(-1);
	const oldest = since(timeBy(order, end?.records.at(-1)) ?? 0);
	for (;;) {
		const [earliest] = pages;
		if (!earliest || earliest.from === 0) break;
		if ((timeBy(order, earliest.records[0]) ?? oldest) < oldest) break;
		if (source.time.isOver) return { pages, isWhole: false };
		const from = Math.max(0, earliest.from - pageSize + 1);
		// The record that both have tells that nothing slipped between them.
		pages.unshift(await source.page(from, earliest.from - from + 1));
	}
	const inOrder = pages.every((each, index) => follows(order, pages[index - 1] ?? each, each));
	return { pages, isWhole: inOrder, length: end && endOf(end).place };
}

/** How long a list is: doubled until there is nothing any more, then narrowed down to a page. */
async function lengthOf(source: PageSource): Promise<number> {
	const { pageSize } = source.list.paging;
	let there = pageSize;
	let beyond = 2 * pageSize;
	for (;;) {
		const page = await source.page(beyond);
		if (page.records.length === 0) break;
		there = beyond + page.records.length;
		if (!page.hasMore) return there;
		beyond *= 2;
	}
	while (beyond - there > pageSize) {
		const middle = Math.floor((there + beyond) / 2);
		const page = await source.page(middle);
		if (page.records.length === 0) beyond = middle;
		else if (!page.hasMore) return middle + page.records.length;
		else there = middle + page.records.length;
	}
	return beyond;
}
