// "Rate limits: Per-endpoint-group limits with standard ratelimit-* response headers."
import type { GenizizSettings } from './settings.mts';

interface Window {
	readonly startedAt: number;
	used: number;
}

/** What one request learns of its limit. */
export interface Allowance {
	readonly isUsedUp: boolean;
	readonly headers: Readonly<Record<string, string>>;
}

const NO_LIMIT: Allowance = { isUsedUp: false, headers: {} };

/** Counts the requests of every key to every group in windows that begin with a first request. */
export class RateLimit {
	readonly #settings: GenizizSettings;
	readonly #windows = new Map<string, Window>();

	constructor(settings: GenizizSettings) {
		this.#settings = settings;
	}

	/** Takes a request in, unless the window is used up. */
	take(key: string, group: string): Allowance {
		const { rateLimit, rateLimits, rateWindowMs, retryAfter } = this.#settings;
		const limit = rateLimits[group] ?? rateLimit;
		if (limit === 0) return NO_LIMIT;
		const window = this.#window(`${key} ${group}`);
		const isUsedUp = window.used >= limit;
		if (!isUsedUp) window.used += 1;
		const resetMs = window.startedAt + rateWindowMs - performance.now();
		const reset = String(Math.ceil(resetMs / 1000));
		const headers = {
			'ratelimit-limit': String(limit),
			'ratelimit-remaining': String(limit - window.used),
			'ratelimit-reset': reset,
			...(isUsedUp && retryAfter && { 'retry-after': reset }),
		};
		return { isUsedUp, headers };
	}

	/** The wall clock may jump; this one does not. */
	#window(name: string): Window {
		const now = performance.now();
		const known = this.#windows.get(name);
		if (known !== undefined && now < known.startedAt + this.#settings.rateWindowMs) return known;
		const window = { startedAt: now, used: 0 };
		this.#windows.set(name, window);
		return window;
	}
}
