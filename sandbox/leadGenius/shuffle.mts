// A change of order that is the same every time.

/** Shuffles lists. The same seed and the same lists give the same orders. */
export class Shuffle {
	#state: number;

	/** @param seed a whole number */
	constructor(seed: number) {
		this.#state = seed;
	}

	/** The items in another order (Fisher and Yates). */
	of<Item>(items: readonly Item[]): Item[] {
		const left = [...items];
		const taken: Item[] = [];
		while (left.length > 0) taken.push(...left.splice(Math.floor(this.#next() * left.length), 1));
		return taken;
	}

	/** A number from 0 to below 1 (the generator mulberry32). */
	#next(): number {
		this.#state = (this.#state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	}
}
