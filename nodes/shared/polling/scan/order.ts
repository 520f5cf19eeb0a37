import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';
import { timeIn } from '../times';

export const orderShape = z.object({ by: z.string(), first: z.enum(['newest', 'oldest']) });

/** An order that a list was seen to keep, though no document promises it. */
export type Order = z.output<typeof orderShape>;

/** Whether records that follow each other keep an order; those without that time say nothing. */
export function keeps(order: Order, records: readonly IDataObject[]): boolean {
	const times = timesOf(order, records);
	return times.every((at, place) => {
		const before = times[place - 1] ?? at;
		return order.first === 'newest' ? before >= at : before <= at;
	});
}

/**
 * The order that records keep by one of some times, the first that fits.
 *
 * @returns undefined when they keep none, or when all have the same time
 */
export function orderOf(
	records: readonly IDataObject[],
	fields: readonly string[],
): Order | undefined {
	for (const by of fields) {
		for (const first of ['newest', 'oldest'] as const) {
			const order = { by, first };
			if (new Set(timesOf(order, records)).size > 1 && keeps(order, records)) return order;
		}
	}
	return undefined;
}

/** The time of a record by which an order goes, in ms since the epoch. */
export function timeBy({ by }: Order, record: IDataObject | undefined): number | undefined {
	return timeIn(record?.[by]);
}

function timesOf(order: Order, records: readonly IDataObject[]): number[] {
	return records.map((record) => timeBy(order, record)).filter((at) => at !== undefined);
}
