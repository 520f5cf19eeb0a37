// The records of one kind, by their ids.
import type { z } from 'zod';
import type { listOrderSchema } from './settings.mts';

/** The fields of a record by their names, as they were sent. */
export type Values = Readonly<Record<string, unknown>>;

/** One record. Times are milliseconds since 1970 and may have a fraction, as a database's have. */
export interface StoredRecord {
	readonly id: number;
	values: Values;
	createdAt: number;
	updatedAt: number;
}

/** A list of records that can be added to, changed and taken from. */
export class Records {
	readonly #byId = new Map<number, StoredRecord>();
	#nextId: number;

	constructor(firstId: number) {
		this.#nextId = firstId;
	}

	/** In the order of their ids. */
	get all(): StoredRecord[] {
		return [...this.#byId.values()];
	}

	/** The id of the next record. */
	get nextId(): number {
		return this.#nextId;
	}

	find(id: number): StoredRecord | undefined {
		return this.#byId.get(id);
	}

	/** Nothing is deduplicated. */
	add(values: Values, createdAt: number, updatedAt = createdAt): StoredRecord {
		const record = { id: this.#nextId, values, createdAt, updatedAt };
		this.#byId.set(record.id, record);
		this.#nextId += 1;
		return record;
	}

	remove(id: number): boolean {
		return this.#byId.delete(id);
	}
}

/** Changes what is sent and nothing else. */
export function change(record: StoredRecord, values: Values, updatedAt: number): void {
	record.values = { ...record.values, ...values };
	record.updatedAt = updatedAt;
}

/** The records in the order of a setting. A shuffled list is the same every time. */
export function inOrder(
	records: readonly StoredRecord[],
	order: z.infer<typeof listOrderSchema>,
): readonly StoredRecord[] {
	if (order === 'id') return records;
	if (order === 'idDescending') return records.toReversed();
	return records.toSorted((a, b) => scattered(a.id) - scattered(b.id));
}

/** Knuth's multiplicative hash: neighbours end far from each other. */
function scattered(id: number): number {
	return Math.imul(id, 2_654_435_761) >>> 0;
}
