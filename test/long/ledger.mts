// What was to be made, and what was said of each.
import { isRefused, type Item } from './callable.mts';

/** What became of the records of a ledger. */
export interface Balance {
	readonly made: number;
	readonly unsure: number;
	readonly lost: readonly string[];
	readonly twice: readonly string[];
}

/** Names that operations were to make records of. */
export class Ledger {
	private readonly made = new Set<string>();
	private readonly unsure = new Set<string>();

	/** @param answer item by item; where one went wrong, the record may be there or not */
	note(names: readonly string[], answer: readonly Item[] | undefined): void {
		for (const [at, name] of names.entries()) {
			if (isRefused(answer?.[at])) this.unsure.add(name);
			else this.made.add(name);
		}
	}

	/** These were deleted again: whether they are there is another matter. */
	forget(names: readonly string[]): void {
		for (const name of names) if (this.made.delete(name)) this.unsure.add(name);
	}

	/** @param there the names of all records that there are, as often as they are there */
	balance(there: readonly unknown[]): Balance {
		const counts = new Map<unknown, number>();
		for (const name of there) counts.set(name, (counts.get(name) ?? 0) + 1);
		const own = [...this.made, ...this.unsure];
		return {
			made: this.made.size,
			unsure: this.unsure.size,
			lost: [...this.made].filter((name) => !counts.has(name)),
			twice: own.filter((name) => (counts.get(name) ?? 0) > 1),
		};
	}
}
