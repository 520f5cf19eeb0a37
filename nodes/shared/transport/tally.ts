import type { Attempt } from './retry';

/** What the requests of a run came to. */
export class Tally {
	private readonly repeats = new Map<string, number>();
	private sentSoFar = 0;
	private waiting = 0;
	private waitingSince = 0;
	private waitedSoFar = 0;
	/** How far that is which was looked at last, in words. */
	latest: string | undefined;
	/** Called often while the run goes on, also while it waits. */
	onTick: () => void = () => {};

	/** How many requests were sent, those that were repeated and redirected among them. */
	get requests(): number {
		return this.sentSoFar;
	}

	/** How often a request was sent again, by what had come of it: '429', or 'a network fault'. */
	get repeated(): ReadonlyMap<string, number> {
		return this.repeats;
	}

	/** How long requests were held back, in ms; several at a time count once. */
	get waitedMs(): number {
		return this.waitedSoFar + (this.waiting > 0 ? Date.now() - this.waitingSince : 0);
	}

	sent(): void {
		this.sentSoFar++;
		this.onTick();
	}

	repeat(attempt: Attempt): void {
		const after = 'answer' in attempt ? String(attempt.answer.status) : 'a network fault';
		this.repeats.set(after, (this.repeats.get(after) ?? 0) + 1);
	}

	/** Counts the time of something that holds a request back. @throws what it throws */
	async wait<T>(held: Promise<T>): Promise<T> {
		if (this.waiting++ === 0) this.waitingSince = Date.now();
		try {
			return await held;
		} finally {
			if (--this.waiting === 0) this.waitedSoFar += Date.now() - this.waitingSince;
		}
	}
}
