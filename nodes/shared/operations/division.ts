import type { Divisible } from '../transport/refusal';

/** Why some items that were sent together were not taken. */
export interface Refused {
	readonly error: unknown;
	/** The errors of the items that the vendor names, by their places among them. */
	readonly entries: ReadonlyMap<number, unknown>;
	readonly divisible: Divisible;
}

/** What came of sending some items together. */
export type Sent<Taken> = { readonly taken: Taken } | Refused;

/** How many requests one batch may come to, however much of it is refused. */
const MOST_REQUESTS = 100;
/**
 * After so many refusals in a row, without a word on an item or anything taken, it is no single item
 * that is refused: enough for ten that are wrong one behind the other, or to find one among 200 and
 * look at seven of its neighbours.
 */
const HOPELESS = 24;

/** Sends parts of a batch until each of its items was taken or refused. */
export class Division<Item, Taken> {
	private requests = 0;
	private refusedInARow = 0;

	/**
	 * @param send sends some items together
	 * @param take is called with what the vendor took
	 * @param fail is called with items and their error; what it throws ends the division
	 */
	constructor(
		private readonly send: (items: readonly Item[]) => Promise<Sent<Taken>>,
		private readonly take: (taken: Taken) => void,
		private readonly fail: (items: readonly Item[], error: unknown) => void,
	) {}

	/**
	 * Sends items. Those that the vendor names are taken out, and the rest is sent once more. Where it
	 * names none, one that is wrong is looked for by halving, and so on with what is behind it.
	 *
	 * @param atFirst as search has it, where one that is wrong is looked for
	 */
	async deliver(items: readonly Item[], atFirst?: number): Promise<void> {
		if (items.length === 0) return;
		const sent = await this.once(items);
		if ('taken' in sent) this.take(sent.taken);
		else await this.divide(items, sent, atFirst);
	}

	private async divide(items: readonly Item[], refused: Refused, atFirst?: number): Promise<void> {
		const { entries, divisible, error } = refused;
		if (entries.size > 0) {
			for (const [place, own] of entries) this.fail(items.slice(place, place + 1), own);
			await this.rest(
				items.filter((_, place) => !entries.has(place)),
				error,
			);
		} else if (items.length === 1 || divisible === 'no' || this.isOver) {
			this.fail(items, error);
		} else if (divisible === 'bySize') {
			const middle = Math.ceil(items.length / 2);
			await this.deliver(items.slice(0, middle));
			await this.deliver(items.slice(middle));
		} else {
			await this.search(items, refused, atFirst);
		}
	}

	/**
	 * Looks for one that is wrong. When a part is taken, the other one must hold it.
	 *
	 * @param atFirst how many to send first, and then twice as many each time; half of them by default
	 */
	private async search(
		items: readonly Item[],
		refused: Refused,
		atFirst = items.length,
	): Promise<void> {
		let most = atFirst;
		let [suspects, behind, last] = [items, items.slice(items.length), refused];
		let wasSent = true;
		while (suspects.length > 1 && !this.isOver) {
			const middle = Math.min(most, Math.ceil(suspects.length / 2));
			const [first, second] = [suspects.slice(0, middle), suspects.slice(middle)];
			const sent = await this.once(first);
			if ('taken' in sent) {
				this.take(sent.taken);
				[suspects, wasSent, most] = [second, false, most * 2];
			} else if (sent.entries.size > 0) {
				await this.divide(first, sent);
				suspects = [];
				behind = [...second, ...behind];
			} else {
				[suspects, behind, last, wasSent] = [first, [...second, ...behind], sent, true];
				most = items.length;
			}
		}
		// The vendor's words on one that was not sent alone are wanted, or it is taken after all.
		if (!wasSent && suspects.length === 1) await this.deliver(suspects);
		else if (suspects.length > 0) this.fail(suspects, last.error);
		// What is wrong comes in rows: the next one is likely to be near.
		await this.rest(behind, last.error, 1);
	}

	private async rest(items: readonly Item[], error: unknown, atFirst?: number): Promise<void> {
		if (items.length > 0 && this.isOver) this.fail(items, error);
		else await this.deliver(items, atFirst);
	}

	private get isOver(): boolean {
		return this.requests >= MOST_REQUESTS || this.refusedInARow >= HOPELESS;
	}

	private async once(items: readonly Item[]): Promise<Sent<Taken>> {
		this.requests++;
		const sent = await this.send(items);
		const says = 'taken' in sent || sent.entries.size > 0;
		this.refusedInARow = says ? 0 : this.refusedInARow + 1;
		return sent;
	}
}
