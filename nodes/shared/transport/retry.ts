import type { RequestSettings } from '../values/requestSettings';
import type { Answer } from './answer';
import type { Fault } from './fault';
import { repeatOf, type ApiRequest } from './request';

/** How often a request that the vendor or the network failed is repeated. */
const MAX_FAULT_REPEATS = 5;
const FIRST_PAUSE_MS = 500;
/** Also a vendor that asks for no pause at all is given one. */
const SHORTEST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 30_000;

/** What came of sending a request once: an answer, or a fault that left none. */
export type Attempt = { answer: Answer } | { fault: Fault };

/**
 * Whether a request may have been taken although it brought no good answer. Who says 503 and when to
 * call again has not taken it.
 */
export function mayHaveBeenTaken(attempt: Attempt): boolean {
	if ('fault' in attempt) return !attempt.fault.neverArrived;
	const { answer } = attempt;
	return answer.status >= 500 && retryAfterMs(answer) === undefined;
}

/**
 * How long to wait before a request is sent again.
 *
 * A request that creates something is sent again only if it surely was not taken: the connection
 * was refused, or the vendor said 429, or 503 with Retry-After. Everything else may also be sent
 * again after 5xx, and after network faults if the request's `repeat` allows it.
 *
 * @param attempt what came of the last one
 * @param repeats how often it was sent again so far
 * @param waitedMs how long it has waited so far, in ms
 * @returns the pause in ms, or undefined when it must not be sent again
 */
export function pauseBeforeRepeat(
	request: ApiRequest,
	attempt: Attempt,
	repeats: number,
	waitedMs: number,
	settings: RequestSettings,
): number | undefined {
	const asked = 'answer' in attempt ? retryAfterMs(attempt.answer) : undefined;
	const { maxFaultRepeats = MAX_FAULT_REPEATS } = settings;
	const isSpent = repeats >= maxFaultRepeats;
	if (settings.maxRetryWaitMs === 0 || !mayRepeat(request, attempt, asked, isSpent)) {
		return undefined;
	}
	const own = Math.max(SHORTEST_PAUSE_MS, jitter(FIRST_PAUSE_MS * 2 ** repeats));
	const ms = asked === undefined || asked < SHORTEST_PAUSE_MS ? own : asked;
	return waitedMs + ms > settings.maxRetryWaitMs ? undefined : ms;
}

function mayRepeat(
	request: ApiRequest,
	attempt: Attempt,
	asked: number | undefined,
	isSpent: boolean,
): boolean {
	if ('answer' in attempt) {
		const { status } = attempt.answer;
		if (status === 429) return true;
		if (status === 503 && asked !== undefined) return true;
		if (status < 500 || isSpent) return false;
		// What answers 502 or 504 is a gateway: the vendor behind it may have taken the request.
		const isVendors = ![502, 504].includes(status);
		return repeatOf(request) === 'always' || (repeatOf(request) === 'afterFailure' && isVendors);
	}
	if (!attempt.fault.passing || isSpent) return false;
	return attempt.fault.neverArrived || repeatOf(request) === 'always';
}

/** Full jitter: anything up to the growing pause, so that many nodes do not return at once. */
function jitter(ms: number): number {
	return Math.random() * Math.min(ms, LONGEST_PAUSE_MS);
}

/** Later than any pause in seconds, so that it can only be a time: seconds since the epoch. */
const EPOCH_S = 1_000_000_000;

/**
 * A number of a header as ms from now: vendors send seconds from now, but also seconds or ms since
 * the epoch. NaN for anything else.
 */
export function msFromNow(header: string | undefined): number {
	const value = header !== undefined && /^\d+(\.\d+)?$/.test(header) ? Number(header) : Number.NaN;
	if (value >= EPOCH_S * 1000) return value - Date.now();
	return value >= EPOCH_S ? value * 1000 - Date.now() : value * 1000;
}

/**
 * When the vendor asks to be called again, as ms from now: Retry-After as a number or as a date
 * (RFC 9110 10.2.3), else on 429 ratelimit-reset.
 */
export function retryAfterMs(answer: Answer): number | undefined {
	if (answer.status !== 429 && answer.status !== 503) return undefined;
	const after = answer.headers['retry-after'];
	if (after !== undefined) {
		const number = msFromNow(after);
		const ms = Number.isNaN(number) ? Date.parse(after) - Date.now() : number;
		if (Number.isFinite(ms)) return Math.max(0, ms);
	}
	const reset = msFromNow(answer.headers['ratelimit-reset']);
	return answer.status === 429 && Number.isFinite(reset) ? Math.max(0, reset) : undefined;
}
