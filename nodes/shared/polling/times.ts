/** A time with an offset from UTC at its end, or a date alone, which is one of UTC. */
const ZONED = /(Z|[+-]\d\d(:?\d\d)?|GMT|UTC)$|^\d{4}-\d\d-\d\d$/i;
const ISO = /^\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d(\.\d+)?)?)?/;
/** Seconds since the epoch have ten digits until the year 2286, ms thirteen. */
const EPOCH = /^\d{10}(\d{3})?(\.\d+)?$/;

/**
 * A vendor's time in ms since the epoch, undefined when it is none. One without an offset is UTC,
 * wherever n8n runs; numbers are seconds or ms since the epoch.
 */
export function timeIn(value: unknown): number | undefined {
	const text = typeof value === 'number' ? String(value) : value;
	if (typeof text !== 'string') return undefined;
	const trimmed = text.trim();
	if (EPOCH.test(trimmed)) return Number(trimmed) * (/^\d{13}/.test(trimmed) ? 1 : 1000);
	const isLocal = ISO.test(trimmed) && !ZONED.test(trimmed);
	const at = Date.parse(isLocal ? `${trimmed.replace(' ', 'T')}Z` : trimmed);
	return Number.isNaN(at) ? undefined : at;
}
