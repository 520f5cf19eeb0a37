import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';
import { byName } from './byName';
import type { Keeping } from './state';

/** What is known of the records at the last poll. */
export interface Prints {
	/** What each looked like: a fingerprint of six characters, by its ID's. */
	readonly byKey: ReadonlyMap<string, string>;
	/** In how many of them each field was. */
	readonly names: ReadonlyMap<string, number>;
	/** Whether there were more than can be compared. */
	readonly isOver: boolean;
}

/** From so many records on, a field that most of them get at once is the vendor's doing. */
const FEW = 10;

const KEY_LENGTH = 14;
const PRINT_LENGTH = 6;

const rowShape = z.object({
	prints: z.string(),
	names: byName(z.number()),
	isOver: z.boolean(),
});

/** How they are kept: keys and fingerprints of fixed lengths, one behind the other. */
export const printsKept: Keeping<Prints> = {
	toRow: ({ byKey, names, isOver }) => ({
		prints: [...byKey]
			.map(([key, print]) => key.padEnd(KEY_LENGTH) + print.padEnd(PRINT_LENGTH))
			.join(''),
		names: Object.fromEntries(names),
		isOver,
	}),
	fromRow: (row) => {
		const parsed = rowShape.safeParse(row);
		if (!parsed.success) return undefined;
		const { prints, names, isOver } = parsed.data;
		const byKey = new Map<string, string>();
		for (let at = 0; at < prints.length; at += KEY_LENGTH + PRINT_LENGTH) {
			const key = prints.slice(at, at + KEY_LENGTH).trimEnd();
			byKey.set(key, prints.slice(at + KEY_LENGTH, at + KEY_LENGTH + PRINT_LENGTH).trimEnd());
		}
		return { byKey, names: new Map(Object.entries(names)), isOver };
	},
};

/** In how many records each field is. */
export function namesOf(records: readonly IDataObject[]): Map<string, number> {
	const names = new Map<string, number>();
	for (const record of records) {
		for (const name of Object.keys(record)) names.set(name, (names.get(name) ?? 0) + 1);
	}
	return names;
}

/** The fields that most records have got, or lost, since they were looked at last. */
export function changedFields(
	before: Prints,
	names: ReadonlyMap<string, number>,
	count: number,
): { readonly gained: ReadonlySet<string>; readonly lost: ReadonlySet<string> } {
	const gained = [...names].filter(
		([name, times]) => !before.names.has(name) && isMost(times, count),
	);
	const lost = [...before.names].filter(
		([name, times]) => !names.has(name) && isMost(times, before.byKey.size),
	);
	const isKnown = before.names.size > 0 && names.size > 0;
	return {
		gained: new Set(isKnown ? gained.map(([name]) => name) : []),
		lost: new Set(isKnown ? lost.map(([name]) => name) : []),
	};
}

function isMost(times: number, count: number): boolean {
	return times > FEW && times * 2 > count;
}

/** A record without some of its fields. */
export function withoutFields(record: IDataObject, fields: ReadonlySet<string>): IDataObject {
	if (fields.size === 0) return record;
	return Object.fromEntries(Object.entries(record).filter(([name]) => !fields.has(name)));
}
