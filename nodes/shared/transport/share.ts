import type { Limit } from '../vendor';

/**
 * How much of a vendor's limit this process takes, where others take from it that it does not know:
 * n8n's other workers, or other programs with the same key. It is halved when the vendor refuses a
 * request, and grows with each window after that, so that all who do so come to even
 * shares (additive increase, multiplicative decrease: Chiu and Jain 1989).
 */
export class Share {
	private left = Number.POSITIVE_INFINITY;
	private refusedAt = Number.NEGATIVE_INFINITY;

	/**
	 * @param limit the whole of it, which may change
	 * @param leastPart the part of it that is never given up, 0 to 1
	 * @param regains how many requests come back in so many windows without a refusal; one in each by default
	 */
	constructor(
		public limit: Limit,
		private readonly leastPart = 0,
		private readonly regains = (windows: number) => windows,
	) {}

	/** The requests that may be sent in one window. @param now in ms since the epoch */
	requestsAt(now: number): number {
		const { requests, perMs } = this.limit;
		const windows = Math.floor((now - this.refusedAt) / perMs);
		return Math.min(requests, this.left + this.regains(windows));
	}

	/** Whether others have been met, and the share has not grown to the whole since. */
	isPart(now: number): boolean {
		return this.requestsAt(now) < this.limit.requests;
	}

	/**
	 * Takes in that a request was refused.
	 *
	 * @param sentAt what was sent before the last refusal was known says nothing new; in ms since the epoch
	 * @param used how much of it was in use
	 */
	refused(sentAt: number, now: number, used = this.requestsAt(now)): void {
		if (sentAt <= this.refusedAt) return;
		const least = Math.max(1, Math.floor(this.limit.requests * this.leastPart));
		this.left = Math.max(least, Math.floor(used / 2));
		this.refusedAt = now;
	}
}
