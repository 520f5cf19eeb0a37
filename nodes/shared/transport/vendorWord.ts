import type { Answer } from './answer';
import { msFromNow, retryAfterMs } from './retry';

/** How long keeping a vendor's pace may hold a request back before it has refused one, in ms. */
const LONGEST_PACE_MS = 60_000;

/** What a vendor has said of the limit of a group of endpoints. */
interface Group {
	remaining: number;
	/** How many requests its window has, as far as is known. */
	readonly limit: number;
	/** When its window ends, in ms since the epoch. */
	readonly freeAt: number;
	/** Whether it refused a request, or only said that the next one would be too many. */
	readonly refused: boolean;
}

/**
 * What a vendor says of its limits, by groups of endpoints: in ratelimit-* headers
 * (draft-ietf-httpapi-ratelimit-headers), or by a 429 that says when to come back.
 */
export class VendorWord {
	private readonly groups = new Map<string, Group>();

	/** How long the next request is to wait, in ms. @param longestMs how long a refusal may hold it back */
	waitMs(group: string, longestMs: number, now: number): number {
		const state = this.groups.get(group);
		if (!state || state.remaining > 0) return 0;
		const ms = state.freeAt - now;
		if (ms <= 0) this.groups.delete(group);
		// After a refusal the request's own limit counts; keeping the pace is no repeat.
		const longest = state.refused ? longestMs : Math.max(longestMs, LONGEST_PACE_MS);
		return ms > longest ? 0 : ms;
	}

	/** Whether a part of the limit is still free. @param part 0 to 1 */
	hasFree(group: string, now: number, part: number): boolean {
		const state = this.groups.get(group);
		return !state || state.freeAt <= now || state.remaining > state.limit * part;
	}

	/** Takes note of a request that is sent. */
	sent(group: string): void {
		const state = this.groups.get(group);
		if (state) state.remaining--;
	}

	/** Takes in what the vendor says of its limit: an empty window, or a plain 429. */
	learn(group: string, answer: Answer): void {
		const remaining = Number(answer.headers['ratelimit-remaining'] ?? Number.NaN);
		const reset = msFromNow(answer.headers['ratelimit-reset']);
		const after = answer.status === 429 ? retryAfterMs(answer) : undefined;
		if (after !== undefined) {
			const freeAt = Date.now() + after;
			this.groups.set(group, { remaining: 0, limit: 0, freeAt, refused: true });
		} else if (Number.isFinite(remaining) && Number.isFinite(reset)) {
			const known = this.groups.get(group);
			// Answers may overtake each other: within a window the smallest number is the latest.
			const freeAt = Date.now() + reset;
			// A reset that is further off by more than its rounding belongs to a new window.
			const same = known && known.freeAt > Date.now() && freeAt < known.freeAt + 2000;
			// Vendors write "100", or "100, 100;w=60".
			const limit = Number.parseInt(answer.headers['ratelimit-limit'] ?? '', 10);
			this.groups.set(group, {
				remaining: same ? Math.min(remaining, known.remaining) : remaining,
				limit: Number.isNaN(limit) ? Math.max(remaining, known?.limit ?? 0) : limit,
				freeAt,
				refused: false,
			});
		}
	}
}
