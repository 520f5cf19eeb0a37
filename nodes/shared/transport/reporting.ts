import { isRecord } from '../values/records';

/** A fault that stays the same is reported this often, in ms. */
const REPORT_EVERY_MS = 60 * 60 * 1000;

/**
 * Decides whether a trigger's fault is to be reported: when it is new, or was reported long ago.
 *
 * @param last what this function returned for the fault reported last
 * @returns what to keep of the fault when it is to be reported, undefined when it is not
 */
export function faultToReport(last: unknown, message: string) {
	const known = isRecord(last) ? last : {};
	const since = typeof known.at === 'number' ? Date.now() - known.at : Number.POSITIVE_INFINITY;
	if (known.message === message && since < REPORT_EVERY_MS) return undefined;
	return { message, at: Date.now() };
}
