import { z } from 'zod';

/** How many ranges are written; the lowest are forgotten first, since IDs grow with time. */
const MOST_WRITTEN = 1_000;
/**
 * How many are known to this process: thousands of calls that come in no order, as of a campaign that is
 * finished at once, leave thousands of ranges between them before these grow together.
 */
const MOST_KNOWN = 50_000;

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
		return this.ranges.slice(-MOST_WRITTEN).map(([from, to]) => [from, to]);
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
		if (this.ranges.length > MOST_KNOWN) this.ranges.shift();
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
