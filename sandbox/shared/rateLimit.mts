// So many requests per minute of those that count together, 429 beyond.
import { Refusal } from './refusal.mts';

/** The settings of a rate limit. */
export interface RateSettings {
	/** Requests that may be sent in one window; 0 = any number. */
	readonly requestsPerMinute: number;
	/** The length of the window in milliseconds. */
	readonly rateWindowMs: number;
	/** True adds Retry-After, in seconds, to a 429. */
	readonly retryAfter: boolean;
	/** True counts refused requests as well; false by default. */
	readonly countsRefused?: boolean;
}

/** Counts the requests of each key, or whatever else is limited, in a window that slides with the clock. */
export class RateLimit {
	readonly #settings: RateSettings;
	readonly #arrivals = new Map<string, number[]>();

	constructor(settings: RateSettings) {
		this.#settings = settings;
	}

	/**
	 * Takes a request in.
	 *
	 * @param body of the answer when it is refused
	 * @throws Refusal with 429 when its key has used up the window
	 */
	take(key: string, body: unknown): void {
		const seconds = this.#secondsToWait(key);
		if (seconds === undefined) return;
		const headers = this.#settings.retryAfter ? { 'retry-after': String(seconds) } : undefined;
		throw new Refusal(429, body, headers);
	}

	/** Undefined when the request was taken in, else the seconds until the next one would be. */
	#secondsToWait(key: string): number | undefined {
		const { requestsPerMinute, rateWindowMs, countsRefused = false } = this.#settings;
		if (requestsPerMinute === 0) return undefined;
		// The wall clock may jump; this one does not.
		const now = performance.now();
		const arrivals = this.#arrivals.get(key) ?? [];
		this.#arrivals.set(key, arrivals);
		while ((arrivals[0] ?? now) <= now - rateWindowMs) arrivals.shift();
		const [oldest] = arrivals;
		if (oldest !== undefined && arrivals.length >= requestsPerMinute) {
			if (countsRefused) arrivals.push(now);
			return Math.ceil((oldest + rateWindowMs - now) / 1000);
		}
		arrivals.push(now);
		return undefined;
	}
}
