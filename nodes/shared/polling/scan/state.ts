import { z } from 'zod';
import { standingKept, type Standing } from '../standing';
import type { Keeping } from '../state';
import { orderShape, type Order } from './order';

const sweepShape = z.object({
	/** Up to which place it has come. */
	place: z.number(),
	/** The ID of the record before that place. */
	last: z.string().optional(),
	/** So many records before that place it goes on: the list may have shifted meanwhile. */
	back: z.number().default(1),
	/** The latest time seen when it began, in ms since the epoch. */
	at: z.number(),
	/** The same of the one before. What is since then is known, record by record. */
	before: z.number(),
	/** When it began, by n8n's clock, in ms since the epoch. */
	began: z.number(),
});

/** One reading of the whole list, which goes on from poll to poll. */
export type Sweep = z.output<typeof sweepShape>;

const lookBackShape = z.object({
	/** How many records before the newest were looked at; 0 where it has come to its end. */
	covered: z.number(),
	/** Up to which time it goes back, in ms since the epoch. */
	until: z.number(),
	/** The latest time seen when it began; from the poll after that on, in ms since the epoch. */
	at: z.number().optional(),
	/** Counts its polls. */
	turn: z.number(),
});

/** One look back into an ordered list, for records that show up late; it goes on from poll to poll. */
export type LookBack = z.output<typeof lookBackShape>;

const scanShape = z.object({
	length: z.number().optional(),
	order: orderShape.optional(),
	sweep: sweepShape,
	distrust: z.number(),
	lookBack: lookBackShape.optional(),
});

/** Where a trigger stands in a list that has pages only. */
export interface Scan extends Standing {
	/** How long the list was when it was last seen to its end. */
	readonly length?: number;
	/** The order that it was last seen to keep. */
	readonly order?: Order;
	readonly sweep: Sweep;
	/** How many sweeps must end before an order that the list seems to keep is believed again. */
	readonly distrust: number;
	readonly lookBack?: LookBack;
}

/** How it is kept. */
export const scanKept: Keeping<Scan> = {
	toRow: ({ at, seen, ...scan }) => ({ ...standingKept.toRow({ at, seen }), ...scan }),
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
	return { place: 0, back: 1, at, before, began: Date.now() };
}
