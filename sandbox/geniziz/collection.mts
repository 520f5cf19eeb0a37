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

/** Records by id. Orders are worked out when they are asked for, and kept up: 200,000 take a second. */
export class Collection {
	readonly #prefix: string;
	readonly #byId = new Map<string, Stored>();
	readonly #sorted = new Map<Order, Stored[]>();
	/** When each record was made, counted from 0. */
	readonly #numbers = new Map<string, number>();
	#made = 0;

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
		const before = this.#byId.get(record.id);
		if (before !== undefined) this.#takeOut(before);
		else this.#numbers.set(record.id, this.#made++);
		this.#byId.set(record.id, record);
		this.#putIn(record);
	}

	/** Changes a record in its place. */
	change(record: Stored, values: Readonly<Record<string, unknown>>): void {
		this.#takeOut(record);
		Object.assign(record, values);
		this.#putIn(record);
	}

	remove(id: string): void {
		const record = this.#byId.get(id);
		if (record !== undefined) this.#takeOut(record);
		this.#byId.delete(id);
		this.#numbers.delete(id);
	}

	/** Records of the same time stand in the order in which they were made, or its reverse. */
	sorted(order: Order): readonly Stored[] {
		const known = this.#sorted.get(order);
		if (known !== undefined) return known;
		const sorted = this.all.sort((one, other) => this.#compare(order, one, other));
		this.#sorted.set(order, sorted);
		return sorted;
	}

	#takeOut(record: Stored): void {
		for (const [order, list] of this.#sorted) {
			const place = this.#placeOf(record, order, list);
			if (list[place] === record) list.splice(place, 1);
			else this.#sorted.delete(order);
		}
	}

	#putIn(record: Stored): void {
		for (const [order, list] of this.#sorted) {
			list.splice(this.#placeOf(record, order, list), 0, record);
		}
	}

	/** Where a record is or belongs in a list, by halves. */
	#placeOf(record: Stored, order: Order, list: readonly Stored[]): number {
		let from = 0;
		let to = list.length;
		while (from < to) {
			const middle = Math.floor((from + to) / 2);
			const other = list[middle];
			if (other !== undefined && this.#compare(order, other, record) < 0) from = middle + 1;
			else to = middle;
		}
		return from;
	}

	#compare(order: Order, one: Stored, other: Stored): number {
		const key = SORT_KEYS[order];
		const made = (this.#numbers.get(one.id) ?? 0) - (this.#numbers.get(other.id) ?? 0);
		const sign = order === 'newest' || order === 'updated' ? -1 : 1;
		if (one[key] === other[key]) return sign * made;
		return one[key] < other[key] ? -sign : sign;
	}
}

const SORT_KEYS = {
	newest: 'date_created',
	oldest: 'date_created',
	updated: 'date_updated',
	updatedLast: 'date_updated',
	id: 'id',
} as const satisfies Record<Order, keyof Stored>;
