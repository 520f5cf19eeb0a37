// The vendor's clock, which a test may put ahead, back, or to a halt.

/** Tells the time. */
export class Clock {
	#skewMs = 0;
	#at: string | undefined;

	/** @param at an ISO time at which it stands still */
	set(skewMs: number, at: string | undefined): void {
		this.#skewMs = skewMs;
		this.#at = at;
	}

	/** Now, or at another moment of the real clock (milliseconds since 1970), as records show it. */
	time(moment = Date.now()): string {
		return this.#at ?? new Date(moment + this.#skewMs).toISOString();
	}

	/** The header that goes with a clock that is not the real one. */
	get headers(): Record<string, string> {
		if (this.#skewMs === 0 && this.#at === undefined) return {};
		return { date: new Date(this.time()).toUTCString() };
	}
}
