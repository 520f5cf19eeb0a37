import type { IPollFunctions } from 'n8n-workflow';
import { z } from 'zod';
import { outputOf, sample, type RecordSource } from './newRecords';
import { oneAtATime, type PollOutput } from './oneAtATime';
import { PollTime } from './pollTime';
import { news, standingKept, type Standing, type TimedRecord } from './standing';
import { Seen } from './seen';
import { PollState, type Keeping } from './state';

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

/** How far back a manual run looks for a sample, step by step, in ms. */
const SAMPLE_SPANS_MS = [HOUR_MS, DAY_MS, 7 * DAY_MS, 30 * DAY_MS, 365 * DAY_MS];
/** How long a poll reads windows at most, in ms; the next poll goes on from there. */
const LONGEST_POLL_MS = 30_000;
/** The shortest window, in ms. One that fails all the same fails for another reason. */
const SHORTEST_MS = 1_000;
/**
 * How far a window goes back into the one before it, in ms: whether its ends belong to it is not
 * documented, and vendors cut times to seconds.
 */
const SEAM_MS = 1_000;
/** From how far apart on n8n's and the vendor's clocks cost a further request, in ms. */
const CLOCKS_APART_MS = 60_000;

/** A stretch of time, both ends in ms since the epoch. */
export interface Window {
	readonly from: number;
	readonly to: number;
}

/** What a trigger reads window by window: a vendor's list of what changed between two times. */
export interface WindowSource<Each extends TimedRecord = TimedRecord> extends RecordSource<Each> {
	/** How late a record may show up, in ms. */
	readonly overlapMs: number;
	/** How much time one request may ask for, in ms. */
	readonly longestMs: number;
	/** What time it is for the vendor, as well as is known by now, in ms since the epoch. */
	readonly now: () => number;
	/**
	 * Reads every record of a window, in any order. One whose own time is not known counts as of the
	 * window's end.
	 *
	 * @param leftMs how long the poll may still go on, in ms
	 */
	readonly read: (window: Window, leftMs: number) => Promise<readonly Each[]>;
	/** Whether a failure may be due to the size of the window. */
	readonly isTooMuch: (error: unknown) => boolean;
}

/** Where a trigger stands, and how it gets on. */
interface Walk extends Standing {
	/** How much time the next request asks for, in ms. */
	readonly spanMs: number;
	/** Where a poll that had to stop was, in ms since the epoch. */
	readonly next?: number;
}

const rowShape = z.object({ spanMs: z.number().positive(), next: z.number().optional() });

const walkKept: Keeping<Walk> = {
	toRow: ({ spanMs, next, ...standing }) => ({ ...standingKept.toRow(standing), spanMs, next }),
	fromRow: (row) => {
		const standing = standingKept.fromRow(row);
		const parsed = rowShape.safeParse(row);
		return standing && parsed.success ? { ...standing, ...parsed.data } : undefined;
	},
};

/**
 * One poll: emits each record of the time since the last poll, oldest first, and none twice.
 *
 * Windows follow each other with an overlap, so that there is no gap between them; what was seen in
 * the overlap is known by its key. A window that is too much for the vendor is halved until it
 * passes; those after it grow again. After a long pause the time is divided, and a poll reads as
 * much of it as its time allows. The first poll after activation only notes what was there. A manual
 * run shows the newest record of the last year and moves nothing. When reading fails nothing is lost:
 * what was read before it is emitted, and the next poll goes on from there.
 *
 * @throws what source.read throws; NodeOperationError when a manual run finds nothing
 */
export async function pollTimeWindows<Each extends TimedRecord>(
	context: IPollFunctions,
	source: WindowSource<Each>,
): Promise<PollOutput> {
	if (context.getMode() === 'manual') {
		const read = async () => await latest(source);
		return await sample(context, { ...source, read });
	}
	return await oneAtATime(context, async () => await poll(context, source));
}

async function poll<Each extends TimedRecord>(
	context: IPollFunctions,
	source: WindowSource<Each>,
): Promise<PollOutput> {
	const time = new PollTime(context, LONGEST_POLL_MS);
	const state = PollState.open(context, source.scope, walkKept);
	const before = state.value;
	const start = before ?? startOf(source);
	const { walk, fresh, fault } = before
		? await read(source, before, time)
		: await begin(source, start, time);
	if (fault !== undefined && walk.at === start.at && fresh.length === 0) {
		state.report(fault);
		return null;
	}
	const output = before ? outputOf(fresh, source) : null;
	state.keep(walk, { emits: output !== null });
	return output;
}

function startOf({
	now,
	longestMs,
	overlapMs,
}: Pick<WindowSource, 'now' | 'overlapMs' | 'longestMs'>): Walk {
	const at = now();
	return { at, seen: new Seen(at - overlapMs), spanMs: longestMs };
}

/** What there is before any news. Only an answer tells that n8n's clock is ahead of the vendor's. */
async function begin<Each extends TimedRecord>(
	source: WindowSource<Each>,
	start: Walk,
	time: PollTime,
): Promise<Read<Each>> {
	const found = await read(source, start, time);
	const isAhead = start.at - source.now() > CLOCKS_APART_MS;
	return isAhead ? await read(source, startOf(source), time) : found;
}

interface Read<Each extends TimedRecord> {
	readonly walk: Walk;
	readonly fresh: readonly Each[];
	/** Why it stopped early. */
	readonly fault?: unknown;
}

/** Reads from where the trigger stands up to now, or as far as it gets. */
async function read<Each extends TimedRecord>(
	source: WindowSource<Each>,
	start: Walk,
	time: PollTime,
): Promise<Read<Each>> {
	const fresh: Each[] = [];
	let walk = start;
	let from = start.next ?? start.at - source.overlapMs;
	do {
		const end = Math.max(source.now(), walk.at);
		const to = Math.min(end, from + walk.spanMs + SEAM_MS);
		const reading = source.read({ from, to }, time.leftMs);
		const records = await reading.catch((error: unknown) => ({ error }));
		if ('error' in records) {
			const spanMs = (to - from - SEAM_MS) / 2;
			const canHalve = source.isTooMuch(records.error) && spanMs >= SHORTEST_MS;
			if (!canHalve) return { walk, fresh, fault: records.error };
			walk = { ...walk, spanMs, next: nextFrom(source, from) };
			continue;
		}
		const its = news(walk, records);
		for (const each of its) fresh.push(each);
		// Only now it may be known how far ahead the vendor's clock is, or behind.
		const now = source.now();
		from = Math.min(to, now) - SEAM_MS;
		const isAtEnd = to >= now || (to === end && now - to < CLOCKS_APART_MS);
		walk = {
			...walkedTo(source, walk, its, to),
			next: isAtEnd ? undefined : nextFrom(source, from),
		};
		if (isAtEnd) break;
	} while (!time.isOver);
	return { walk, fresh };
}

/** Where the next poll goes on: not where a record may still show up late before it. */
function nextFrom(
	{ now, overlapMs }: Pick<WindowSource, 'now' | 'overlapMs'>,
	from: number,
): number {
	return Math.min(from, now() - overlapMs);
}

/**
 * What the vendor's clock has not reached yet was not read, whatever was asked for; nor does a record
 * that is dated later lead past others.
 */
function walkedTo(
	source: Pick<WindowSource, 'now' | 'overlapMs' | 'longestMs'>,
	walk: Walk,
	its: readonly TimedRecord[],
	to: number,
): Walk {
	const { overlapMs, longestMs } = source;
	const at = Math.max(walk.at, Math.min(to, source.now()));
	return {
		at,
		seen: walk.seen.with(its, at - overlapMs),
		spanMs: Math.min(longestMs, 2 * walk.spanMs),
	};
}

/** The records of the shortest of some spans that has any. */
async function latest<Each extends TimedRecord>(
	source: WindowSource<Each>,
): Promise<readonly Each[]> {
	for (const span of SAMPLE_SPANS_MS) {
		const to = source.now();
		const records = await source.read({ from: to - span, to }, LONGEST_POLL_MS);
		const { isWanted = () => true } = source;
		if (records.some(isWanted)) return records;
	}
	return [];
}
