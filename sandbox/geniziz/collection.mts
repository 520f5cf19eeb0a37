// The records of one kind.
import { randomUUID } from 'node:crypto';
import type { Order } from './settings.mts';
import type { Stored } from './shapes.mts';

/** "Opaque, prefixed strings": this many characters stand behind the prefix in the examples. */
const ID_LENGTH = 22;

/** Any values. An id and dates that are not among them are made. */
type NewValues = Readonly<
	Record<string, unknown> & Partial<Pick<Stored, 'id' | 'date_created' | 'date_updated'>>
>;

/** Records by id. Orders are worked out when they are asked for and kept until something changes. */
export class Collection {
	readonly #prefix: string;
	readonly #byId = new Map<string, Stored>();
	readonly #sorted = new Map<Order, readonly Stored[]>();

	/** @param prefix what the ids begin with, as in "lead_" */
	constructor(prefix: string) {
		this.#prefix = prefix;
	}

	/** In the order in which they were made. */
	get all(): Stored[] {
		return [...this.#byId.values()];
	}

	/** Takes any value, since ids come from bodies, queries and free fields. */
	get(id: unknown): Stored | undefined {
		return typeof id === 'string' ? this.#byId.get(id) : undefined;
	}

	/** Makes a record of values, which may hold its id and dates. */
	make(values: NewValues, now: string): Stored {
		const id = this.#prefix + randomUUID().replaceAll('-', '').slice(0, ID_LENGTH);
		const { date_created = now, date_updated = now } = values;
		// In the order of the document's examples.
		const record = { id, ...values, date_created, date_updated };
		this.put(record);
		return record;
	}

	put(record: Stored): void {
		this.#byId.set(record.id, record);
		this.#sorted.clear();
	}

	/** Changes a record in its place. */
	change(record: Stored, values: Readonly<Record<string, unknown>>): void {
		Object.assign(record, values);
		this.#sorted.clear();
	}

	remove(id: string): void {
		this.#byId.delete(id);
		this.#sorted.clear();
	}

	/** Records of the same time stand in the order in which they were made, or its reverse. */
	sorted(order: Order): readonly Stored[] {
		const known = this.#sorted.get(order);
		if (known !== undefined) return known;
		const sorted = this.all.sort(byKey(SORT_KEYS[order]));
		if (order === 'newest' || order === 'updated') sorted.reverse();
		this.#sorted.set(order, sorted);
		return sorted;
	}
}

const SORT_KEYS = {
	newest: 'date_created',
	oldest: 'date_created',
	updated: 'date_updated',
	updatedLast: 'date_updated',
	id: 'id',
} as const satisfies Record<Order, keyof Stored>;

function byKey(key: 'id' | 'date_created' | 'date_updated') {
	return (one: Stored, other: Stored): number => {
		if (one[key] === other[key]) return 0;
		return one[key] < other[key] ? -1 : 1;
	};
}
