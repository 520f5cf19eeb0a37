import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

/** A record with the time that a trigger goes by, always the vendor's own. */
export interface TimedRecord {
	/** What makes it one piece of news: an ID, with the time for news of changes. */
	readonly key: string;
	/** What a change gives to the same key; where it differs from the last one, it is news again. */
	readonly version?: string;
	/** When it was created or changed, in ms since the epoch. */
	readonly at: number;
	readonly json: IDataObject;
}

/** A vendor's time in ms since the epoch, undefined when it is none. */
export function timeIn(value: unknown): number | undefined {
	const at = typeof value === 'string' ? Date.parse(value) : Number.NaN;
	return Number.isNaN(at) ? undefined : at;
}

/** A key, its time, and its version where it has one. */
const seenShape = z.tuple([z.string(), z.number()]).rest(z.string());

const cursorShape = z.object({ at: z.number(), seen: z.array(seenShape) });

/**
 * Where a trigger stands in a vendor's records: the latest time that it has seen, and the keys and
 * times of what it has seen within the overlap before it. The keys tell records of the same time
 * apart; the overlap takes in records that show up late.
 */
export type Cursor = z.output<typeof cursorShape>;

/** A cursor out of static data, undefined when there is none or it is of another make. */
export function readCursor(value: unknown): Cursor | undefined {
	const parsed = cursorShape.safeParse(value);
	return parsed.success ? parsed.data : undefined;
}

/** The time from which records must be read again, in ms since the epoch. */
export function readFrom(cursor: Cursor, overlapMs: number): number {
	return cursor.at - overlapMs;
}

/** The cursor before any news: whatever there is now counts as seen. */
export function startAt(records: readonly TimedRecord[], overlapMs: number): Cursor {
	return advance({ at: 0, seen: [] }, records, overlapMs).cursor;
}

/**
 * Takes records in: what is new, oldest first, and where the trigger stands after it.
 *
 * @param records all records from readFrom(cursor) on, in any order; older ones are passed over
 * @param until up to when they were read, where that is known: the trigger then stands there at least
 */
export function advance(
	cursor: Cursor,
	records: readonly TimedRecord[],
	overlapMs: number,
	until = 0,
): { readonly fresh: readonly TimedRecord[]; readonly cursor: Cursor } {
	const seen = new Map(cursor.seen.map((each) => [each[0], each]));
	const fresh: TimedRecord[] = [];
	let at = Math.max(cursor.at, until);
	for (const record of records) {
		if (record.at < readFrom(cursor, overlapMs)) continue;
		const { key, version } = record;
		const known = seen.get(key);
		if (!known || known[2] !== version) fresh.push(record);
		seen.set(key, version === undefined ? [key, record.at] : [key, record.at, version]);
		at = Math.max(at, record.at);
	}
	fresh.sort((one, other) => one.at - other.at);
	const kept = [...seen.values()].filter(([, time]) => time >= at - overlapMs);
	return { fresh, cursor: { at, seen: kept } };
}
