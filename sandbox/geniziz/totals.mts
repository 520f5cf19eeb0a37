// Sums for the reports.
import type { Stored } from './shapes.mts';

/** How many opportunities there are and what they are worth together, in cents. */
export function totalOf(opportunities: readonly Stored[]): { count: number; value: number } {
	const value = opportunities.reduce((sum, each) => sum + valueOf(each), 0);
	return { count: opportunities.length, value };
}

/** In cents. */
export function valueOf({ value }: Stored): number {
	return typeof value === 'number' ? value : 0;
}

/** The records by a key, in the order of the first mention of each. */
export function grouped<Key>(
	records: readonly Stored[],
	keyOf: (record: Stored) => Key,
): Map<Key, Stored[]> {
	const groups = new Map<Key, Stored[]>();
	for (const record of records) {
		const key = keyOf(record);
		const group = groups.get(key);
		if (group === undefined) groups.set(key, [record]);
		else group.push(record);
	}
	return groups;
}
