// A vendor's clock, which may be ahead or behind.
import type { VendorAnswer } from '../vendor.mts';

/** The time by a clock that is so far ahead, in milliseconds since 1970. */
export function now(skewMs: number): number {
	return Date.now() + skewMs;
}

/** An answer by such a clock: it shows in the Date header as well. */
export function dated(answer: VendorAnswer, skewMs: number): VendorAnswer {
	if (skewMs === 0) return answer;
	const date = new Date(now(skewMs)).toUTCString();
	return { ...answer, headers: { ...answer.headers, date } };
}
