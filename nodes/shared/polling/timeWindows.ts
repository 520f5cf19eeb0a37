import type { INodeExecutionData, IPollFunctions } from 'n8n-workflow';
import { advance, readFrom, type Cursor, type TimedRecord } from './cursor';
import { newest } from './newRecords';
import { PollState } from './state';

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

/** How far back a manual run looks for a sample, step by step, in ms. */
const SAMPLE_SPANS_MS = [HOUR_MS, DAY_MS, 7 * DAY_MS, 30 * DAY_MS, 365 * DAY_MS];
/** How many windows one poll reads at most; the next poll goes on from there. */
const WINDOWS_PER_POLL = 7;

/** A stretch of time, both ends in ms since the epoch and belonging to it. */
export interface Window {
	readonly from: number;
	readonly to: number;
}

/** What a trigger reads window by window: a vendor's list of what changed between two times. */
export interface WindowSource {
	/** What the cursor belongs to: credential, event and whatever filters the records. */
	readonly scope: readonly unknown[];
	/**
	 * How late a record may show up, and how far the clocks of n8n and of the vendor may be apart,
	 * in ms.
	 */
	readonly overlapMs: number;
	/** How much time one request may ask for, in ms; more than the overlap. */
	readonly longestMs: number;
	/**
	 * Reads every record of a window, in any order. One whose own time is not known counts as of the
	 * window's end.
	 */
	readonly read: (window: Window) => Promise<readonly TimedRecord[]>;
	/** What the user can do to see something in a manual run. */
	readonly hintWhenEmpty: string;
}

/**
 * One poll: emits each record of the time since the last poll, oldest first, and none twice.
 *
 * Windows follow each other with an overlap, so that there is no gap between them; what was seen in
 * the overlap is known by its key. After a long pause the time is divided, and one poll reads a few
 * windows only. The first poll after activation only notes what was there. A manual run shows the
 * newest record of the last year and moves nothing. When reading fails nothing is lost: what was
 * read before it is emitted, and the next poll goes on from there. The same fault is thrown once an
 * hour.
 *
 * @throws what source.read throws; NodeOperationError when a manual run finds nothing
 */
export async function pollTimeWindows(
	context: IPollFunctions,
	source: WindowSource,
): Promise<INodeExecutionData[][] | null> {
	const now = Date.now();
	if (context.getMode() === 'manual') {
		const read = async () => await latest(source, now);
		const { json } = await newest(context, { read, hintWhenEmpty: source.hintWhenEmpty });
		return [[{ json }]];
	}
	const state = PollState.open(context, source.scope);
	const start = state.cursor ?? { at: now, seen: [] };
	const items: INodeExecutionData[] = [];
	let cursor = start;
	for (let count = 0; count < WINDOWS_PER_POLL; count++) {
		const window = nextWindow(cursor, source, now);
		const read = readWindow(source, window);
		// A later window is read again by the next poll, as its first one: it reports the fault.
		const records = await read.catch((error: unknown) =>
			count === 0 ? state.report(error) : undefined,
		);
		if (!records) break;
		const next = advance(cursor, records, source.overlapMs, window.to);
		for (const { json } of next.fresh) items.push({ json });
		({ cursor } = next);
		if (window.to >= now) break;
	}
	if (cursor === start) return null;
	const isFirst = state.cursor === undefined;
	state.moveTo(cursor);
	return isFirst || items.length === 0 ? null : [items];
}

/** The window after what was read, as long as it may be; a clock that went back does no harm. */
function nextWindow(cursor: Cursor, source: WindowSource, now: number): Window {
	const from = readFrom(cursor, source.overlapMs);
	return { from, to: Math.min(Math.max(now, cursor.at), from + source.longestMs) };
}

/** A record with a time after its window would lead the cursor past others: it is put at its end. */
async function readWindow(source: WindowSource, window: Window): Promise<TimedRecord[]> {
	const records = await source.read(window);
	return records.map((record) => ({ ...record, at: Math.min(record.at, window.to) }));
}

/** The records of the shortest of some spans that has any. */
async function latest(source: WindowSource, now: number): Promise<readonly TimedRecord[]> {
	for (const span of SAMPLE_SPANS_MS) {
		const records = await source.read({ from: now - span, to: now });
		if (records.length > 0) return records;
	}
	return [];
}
