import { z } from 'zod';
import { standingKept, type Standing } from '../standing';
import type { Keeping } from '../state';

const sweepShape = z.object({
	/** Up to which place it has come. */
	place: z.number(),
	/** The ID of the record before that place. */
	last: z.string().optional(),
	/** The latest time seen when it began, in ms since the epoch. */
	at: z.number(),
	/** The same of the one before. What is since then is known, record by record. */
	before: z.number(),
	/** When it began, by n8n's clock, in ms since the epoch. */
	began: z.number(),
});

/** One reading of the whole list, which goes on from poll to poll. */
export type Sweep = z.output<typeof sweepShape>;

const scanShape = z.object({
	length: z.number().optional(),
	sweep: sweepShape,
	distrust: z.number(),
});

/** Where a trigger stands in a list that has pages only. */
export interface Scan extends Standing {
	/** How long the list was when it was last seen to its end. */
	readonly length?: number;
	readonly sweep: Sweep;
	/** How many sweeps must end before an order that the list seems to keep is believed again. */
	readonly distrust: number;
}

/** How it is kept. */
export const scanKept: Keeping<Scan> = {
	toRow: ({ length, sweep, distrust, ...standing }) => ({
		...standingKept.toRow(standing),
		length,
		sweep,
		distrust,
	}),
	fromRow: (row) => {
		const standing = standingKept.fromRow(row);
		const parsed = scanShape.safeParse(row);
		return standing && parsed.success ? { ...standing, ...parsed.data } : undefined;
	},
};

/**
 * A sweep from the list's first record on.
 *
 * @param at the latest time seen by now, in ms since the epoch
 * @param before the same when the last sweep began
 */
export function sweepFrom(at: number, before: number): Sweep {
	return { place: 0, at, before, began: Date.now() };
}
