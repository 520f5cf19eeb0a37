import { z } from 'zod';
import type { Keeping } from './state';

/** How many IDs a trigger remembers; the oldest are forgotten first. */
const MOST = 10_000;

const rowShape = z.object({ ids: z.array(z.string()) });

/** The IDs of what a trigger is done with. */
export type EmittedIds = ReadonlySet<string>;

/** How they are kept. */
export const idsKept: Keeping<EmittedIds> = {
	toRow: (ids) => ({ ids: [...ids] }),
	fromRow: (row) => {
		const parsed = rowShape.safeParse(row);
		return parsed.success ? new Set(parsed.data.ids) : undefined;
	},
};

/** With further ones. What is still there counts as the newest, so that it is forgotten last. */
export function withIds(known: EmittedIds, ids: readonly string[]): EmittedIds {
	const all = new Set(known);
	for (const id of ids) {
		all.delete(id);
		all.add(id);
	}
	return new Set([...all].slice(-MOST));
}
