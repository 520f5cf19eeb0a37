import { z } from 'zod';
import type { IDataObject } from 'n8n-workflow';
import { Seen, type Sighting } from './seen';
import type { Keeping } from './state';

/** A record with the time that a trigger goes by, always the vendor's own. */
export interface TimedRecord extends Sighting {
	readonly json: IDataObject;
}

/**
 * Where a trigger stands in a vendor's records: the latest time that it has seen, in ms since the
 * epoch, and what it has seen. Before that time there is an overlap for records that show up late.
 */
export interface Standing {
	readonly at: number;
	readonly seen: Seen;
}

const rowShape = z.object({ at: z.number(), seen: z.unknown() });

/** How a standing is kept. */
export const standingKept: Keeping<Standing> = {
	toRow: ({ at, seen }) => ({ at, seen: seen.toRow() }),
	fromRow: (row) => {
		const parsed = rowShape.safeParse(row);
		const seen = parsed.success ? Seen.fromRow(parsed.data.seen) : undefined;
		return parsed.success && seen ? { at: parsed.data.at, seen } : undefined;
	},
};

/** Where a trigger stands before any news: whatever there is now counts as seen. */
export function startAt(records: readonly Sighting[], overlapMs: number): Standing {
	const at = latest(0, records);
	const from = at - overlapMs;
	return { at, seen: new Seen(from).with(records.filter((each) => each.at >= from)) };
}

/** Those that are news, oldest first. */
export function news<Each extends Sighting>({ seen }: Standing, records: readonly Each[]): Each[] {
	const fresh = new Map<string, Each>();
	for (const record of records) if (!seen.has(record)) fresh.set(record.key, record);
	return [...fresh.values()].sort((one, other) => one.at - other.at);
}

/**
 * Where it stands once records have been emitted.
 *
 * @param until up to when was read, where that is known: it then stands there at least
 * @param from from when on all that was emitted must be known; by default the overlap is enough
 */
export function standingAfter(
	standing: Standing,
	records: readonly Sighting[],
	{ overlapMs, until = 0, from }: { overlapMs: number; until?: number; from?: number },
): Standing {
	const at = latest(Math.max(standing.at, until), records);
	return { at, seen: standing.seen.with(records, Math.min(at - overlapMs, from ?? Infinity)) };
}

/**
 * The latest time there is. One in the future is no time to stand at: whatever came before it would
 * be passed over until then.
 */
function latest(at: number, records: readonly Sighting[]): number {
	const now = Date.now();
	return records.reduce((last, record) => Math.max(last, Math.min(record.at, now)), at);
}
