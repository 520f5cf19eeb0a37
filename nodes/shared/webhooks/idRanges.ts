import { z } from 'zod';

/** How many ranges are kept; the lowest are forgotten first, since IDs grow with time. */
const MOST_RANGES = 1_000;

const rangesShape = z.array(z.tuple([z.number(), z.number()]));

/**
 * A set of whole numbers, kept as ranges: the IDs of a campaign mostly follow each other, so that
 * many thousands need little room in n8n's database.
 */
export class IdRanges {
	private ranges: Array<[from: number, to: number]> = [];

	/** Takes in ranges that were written before; anything else counts as none. */
	read(value: unknown): void {
		const parsed = rangesShape.safeParse(value);
		if (parsed.success) for (const [from, to] of parsed.data) this.addRange(from, to);
	}

	/** The ranges as JSON. */
	written(): Array<[number, number]> {
		return this.ranges.slice(-MOST_RANGES).map(([from, to]) => [from, to]);
	}

	has(id: number): boolean {
		const [from, to] = this.ranges[this.place(id)] ?? [1, 0];
		return from <= id && id <= to;
	}

	add(id: number): void {
		this.addRange(id, id);
	}

	private addRange(from: number, to: number): void {
		const first = this.place(from - 1);
		let last = first;
		let [low, high] = [from, to];
		for (; ; last++) {
			const range = this.ranges[last];
			if (!range || range[0] > high + 1) break;
			low = Math.min(low, range[0]);
			high = Math.max(high, range[1]);
		}
		this.ranges.splice(first, last - first, [low, high]);
		if (this.ranges.length > MOST_RANGES) this.ranges.shift();
	}

	/** Where the first range that ends at an ID or after it stands. */
	private place(id: number): number {
		let [low, high] = [0, this.ranges.length];
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((this.ranges[middle]?.[1] ?? 0) < id) low = middle + 1;
			else high = middle;
		}
		return low;
	}
}
