import { z } from 'zod';
import { wholeId, type WholeId } from '../values/wholeId';

/** How many ranges are written; the lowest are forgotten first, since IDs grow with time. */
const MOST_WRITTEN = 1_000;
/**
 * How many are known to this process: thousands of calls that come in no order, as of a campaign that is
 * finished at once, leave thousands of ranges between them before these grow together.
 */
const MOST_KNOWN = 50_000;

const idShape = z
	.union([z.number().int(), z.string().regex(/^\d+$/)])
	.transform((id) => BigInt(id));
const rangesShape = z.array(z.tuple([idShape, idShape]));

/**
 * A set of whole numbers, kept as ranges: the IDs of a campaign mostly follow each other, so that
 * many thousands need little room in n8n's database.
 */
export class IdRanges {
	private ranges: Array<[from: bigint, to: bigint]> = [];

	/** Takes in ranges that were written before; anything else counts as none. */
	read(value: unknown): void {
		const parsed = rangesShape.safeParse(value);
		if (parsed.success) for (const [from, to] of parsed.data) this.addRange(from, to);
	}

	/** The ranges as JSON. */
	written(): Array<[WholeId, WholeId]> {
		return this.ranges.slice(-MOST_WRITTEN).map(([from, to]) => [wholeId(from), wholeId(to)]);
	}

	has(id: WholeId): boolean {
		const number = BigInt(id);
		const [from, to] = this.ranges[this.place(number)] ?? [1n, 0n];
		return from <= number && number <= to;
	}

	add(id: WholeId): void {
		this.addRange(BigInt(id), BigInt(id));
	}

	private addRange(from: bigint, to: bigint): void {
		const first = this.place(from - 1n);
		let last = first;
		let [low, high] = [from, to];
		for (; ; last++) {
			const range = this.ranges[last];
			if (!range || range[0] > high + 1n) break;
			if (range[0] < low) low = range[0];
			if (range[1] > high) high = range[1];
		}
		this.ranges.splice(first, last - first, [low, high]);
		if (this.ranges.length > MOST_KNOWN) this.ranges.shift();
	}

	/** Where the first range that ends at an ID or after it stands. */
	private place(id: bigint): number {
		let [low, high] = [0, this.ranges.length];
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((this.ranges[middle]?.[1] ?? 0n) < id) low = middle + 1;
			else high = middle;
		}
		return low;
	}
}
