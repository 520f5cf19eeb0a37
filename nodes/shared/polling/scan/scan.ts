import type { IPollFunctions } from 'n8n-workflow';
import type { Client } from '../../transport/client';
import { outputOf, sample, type RecordSource } from '../newRecords';
import { oneAtATime, type PollOutput } from '../oneAtATime';
import { PollTime } from '../pollTime';
import { Seen } from '../seen';
import { news, standingAfter, startAt, type TimedRecord } from '../standing';
import { PollState } from '../state';
import { readEnd, type End } from './ends';
import { isInOrder, readNewest, type Newest } from './newest';
import { keeps, orderOf, type Order } from './order';
import { PageSource, type Found, type Page, type ScannedList } from './page';
import { scanKept, sweepFrom, type Scan } from './state';
import { pagesDue, sweepOn, type Swept } from './sweep';

/** How long a poll reads at most, in ms; the next one goes on from there. */
const LONGEST_POLL_MS = 30_000;
/** How many requests a poll sends to a list without an order. */
const MOST_REQUESTS = 60;
/** How many records a manual run looks at as a whole, until one is wanted. */
const MOST_SHOWN = 10;
/** How many sweeps must end before a list that broke its order is believed to keep it. */
const SWEEPS_OF_DISTRUST = 2;

/** What a trigger reads that finds its news in a list which has pages only. */
export interface ScanSource extends RecordSource {
	readonly list: ScannedList;
	/** How late a record may show up behind newer ones, in ms. */
	readonly overlapMs: number;
	/** How long reading the whole of an ordered list may take, in ms; 0 leaves it out. */
	readonly sweepMs: number;
	readonly open: () => Promise<Client>;
	/** Whether a record may be wanted, by what the list shows of it; by default as when it is whole. */
	readonly mayBeWanted?: (found: Found) => boolean;
}

/**
 * One poll: emits each record that is new since the last one, oldest first, and none twice, out of a
 * list of any length for which no document promises a filter or an order.
 *
 * Where the list is seen to keep an order, it is read from its newest record back to the last poll,
 * and the rest a page at a time, as a safety net. Where it keeps none, each poll reads on from where
 * the last one stopped. Pages hold IDs and times only; whole records are fetched of news alone. The
 * first poll only notes where the vendor stands. A manual run shows the newest record of the first
 * pages and moves nothing. When reading fails nothing is lost.
 *
 * @throws what the vendor's answers make the client throw; NodeOperationError when a manual run
 *   finds nothing
 */
export async function pollScan(context: IPollFunctions, source: ScanSource): Promise<PollOutput> {
	if (context.getMode() === 'manual') return await show(context, source);
	return await oneAtATime(context, async () => await poll(context, source));
}

async function poll(context: IPollFunctions, source: ScanSource): Promise<PollOutput> {
	const state = PollState.open(context, source.scope, scanKept);
	const scan = state.value;
	const step = async () => {
		const pages = await openPages(context, source);
		const next = scan ? await goOn(pages, source, scan) : await begin(pages, source);
		if (pages.timeless > 0) {
			context.logger.warn(`Passed over ${pages.timeless} records without an ID or a time`);
		}
		return next;
	};
	const next = await step().catch((error: unknown) => state.report(error));
	if (!next) return null;
	const output = outputOf(next.wholes, source);
	state.keep(next.scan, { emits: output !== null });
	return output;
}

async function openPages(context: IPollFunctions, source: ScanSource): Promise<PageSource> {
	const time = new PollTime(context, LONGEST_POLL_MS);
	return new PageSource(await source.open(), source.list, time, MOST_REQUESTS);
}

/** What a poll leads to. */
interface Step {
	readonly scan: Scan;
	readonly wholes: readonly TimedRecord[];
}

/** Notes where the vendor stands. */
async function begin(pages: PageSource, { list, overlapMs }: ScanSource): Promise<Step> {
	const { end, order } = await findNewest(pages, list, (newest) => newest - overlapMs);
	// One too long to be known: what is there is told from news by the vendor's time alone.
	const { at, seen } = end.isWhole
		? startAt(foundOn(end.pages), overlapMs)
		: { at: pages.client.vendorNow, seen: new Seen(pages.client.vendorNow) };
	const { length } = end;
	const scan = { at, seen, length, order, sweep: sweepFrom(at, at), distrust: 0 };
	return { scan, wholes: [] };
}

/** Looks for news since the last poll. */
async function goOn(pages: PageSource, source: ScanSource, scan: Scan): Promise<Step> {
	const { list, overlapMs, sweepMs } = source;
	const mayBeWanted = filterOf(source);
	const due = pagesDue(scan, list.paging.pageSize, sweepMs);
	const newest = await readNewest(pages, scan, overlapMs, due);
	const { first, end, order, lookBack } = newest;
	const isFresh = (each: Found) => each.isNews && !scan.seen.has(each);
	const swept = await sweepOn(
		pages,
		scan,
		first,
		newest.due,
		(each) => isFresh(each) && mayBeWanted(each),
	);
	const atEnd = [...(first ? [first] : []), ...(end?.pages ?? [])];
	const found = foundOn([...atEnd, ...swept.pages]);
	const fresh = news(scan, found.filter(isFresh));
	const mostRequests = end ? Infinity : MOST_REQUESTS;
	const { records, left } = await pages.wholes(fresh.filter(mayBeWanted), mostRequests);
	const isOff = isNotInOrder(newest, swept, fresh);
	const step = { found, fresh, left, records, swept, isOff };
	const length = swept.length ?? end?.length ?? scan.length;
	return { scan: { ...after(scan, source, step), length, order, lookBack }, wholes: records };
}

/** Whether a list that seems to keep an order has news out of it. */
function isNotInOrder({ end, order }: Newest, swept: Swept, fresh: readonly Found[]): boolean {
	if (!end || !order) return false;
	const keys = new Set(fresh.map(({ key }) => key));
	const isOut = ({ records, found }: Page) =>
		found.some(({ key }) => keys.has(key)) && !keeps(order, records);
	return !end.isWhole || swept.pages.some(isOut);
}

interface Looked {
	readonly found: readonly Found[];
	readonly fresh: readonly Found[];
	/** The news that there was no more time to fetch. */
	readonly left: readonly Found[];
	readonly records: readonly TimedRecord[];
	readonly swept: Swept;
	readonly isOff: boolean;
}

/** Where the trigger stands after a poll. What is left is before it: it is found again. */
function after(
	scan: Scan,
	{ overlapMs }: ScanSource,
	looked: Looked,
): Pick<Scan, 'at' | 'seen' | 'sweep' | 'distrust'> {
	const { found, fresh, left, records, swept, isOff } = looked;
	// The oldest come first.
	const limit = left[0]?.at ?? Infinity;
	const isDone = ({ at }: Found) => at < limit;
	const times = found.filter(isDone).map(({ at }) => Math.min(at, Date.now()));
	const standing = standingAfter(scan, [...fresh.filter(isDone), ...records], {
		overlapMs,
		until: times.reduce((last, at) => Math.max(last, at), 0),
		from: swept.sweep.before - overlapMs,
	});
	const sweptFrom = new Set(swept.pages.map(({ from }) => from));
	const place = left
		.filter(({ page }) => sweptFrom.has(page))
		.reduce((first, each) => Math.min(first, each.place), swept.sweep.place);
	const sweep =
		place < swept.sweep.place ? { ...swept.sweep, place, last: undefined, back: 1 } : swept.sweep;
	const ended = Number(swept.length !== undefined);
	const distrust = isOff ? SWEEPS_OF_DISTRUST : Math.max(0, scan.distrust - ended);
	return { ...standing, sweep, distrust };
}

/** Finds the end where the newest records stand, or, without an order, reads as much as a poll may. */
async function findNewest(
	pages: PageSource,
	list: ScannedList,
	since: (newest: number) => number,
): Promise<{ readonly end: End; readonly order?: Order }> {
	const first = await pages.page(0);
	const order = first.hasMore ? orderOf(first.records, list.orderedBy) : undefined;
	const ordered = order && (await readEnd(pages, first, order, since));
	if (ordered && (await isInOrder(pages, order, ordered))) return { end: ordered, order };
	const all = await sweepOn(pages, { sweep: sweepFrom(0, 0), at: 0 }, first, Infinity, () => false);
	const { length } = all;
	return { end: { pages: all.pages, isWhole: length !== undefined, length } };
}

function filterOf({ isWanted = () => true, mayBeWanted = isWanted }: ScanSource) {
	return mayBeWanted;
}

function foundOn(pages: readonly Page[]): Found[] {
	return pages.flatMap(({ found }) => found);
}

/** The newest record of what a first poll reads. */
async function show(context: IPollFunctions, source: ScanSource): Promise<PollOutput> {
	const pages = await openPages(context, source);
	const { isWanted = () => true } = source;
	const read = async () => {
		const { end } = await findNewest(pages, source.list, (newest) => newest);
		const found = foundOn(end.pages).filter(({ isNews }) => isNews);
		const newest = found.filter(filterOf(source)).sort((one, other) => other.at - one.at);
		for (const each of newest.slice(0, MOST_SHOWN)) {
			const { records } = await pages.wholes([each]);
			if (records.some(isWanted)) return records;
		}
		return [];
	};
	return await sample(context, { ...source, read });
}
