// "Rate Limits": 50 requests per minute, 429 beyond.
import type { LeadGeniusSettings } from './settings.mts';

/** Counts the requests of every key in a window that slides with the clock. */
export class RateLimit {
	readonly #settings: LeadGeniusSettings;
	readonly #arrivals = new Map<string, number[]>();

	constructor(settings: LeadGeniusSettings) {
		this.#settings = settings;
	}

	/**
	 * Takes a request in, unless its key has used up the window. A refused request does not count.
	 *
	 * @returns undefined when it was taken in, else the seconds until the next one would be
	 */
	secondsToWait(key: string): number | undefined {
		const { requestsPerMinute, rateWindowMs } = this.#settings;
		if (requestsPerMinute === 0) return undefined;
		// The wall clock may jump; this one does not.
		const now = performance.now();
		const arrivals = this.#arrivals.get(key) ?? [];
		this.#arrivals.set(key, arrivals);
		while ((arrivals[0] ?? now) <= now - rateWindowMs) arrivals.shift();
		const [oldest] = arrivals;
		if (oldest !== undefined && arrivals.length >= requestsPerMinute) {
			return Math.ceil((oldest + rateWindowMs - now) / 1000);
		}
		arrivals.push(now);
		return undefined;
	}
}
