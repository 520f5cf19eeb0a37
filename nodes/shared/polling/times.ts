/** ISO 8601 as vendors write it: with a blank in the middle, without seconds, with any offset. */
const ISO =
	/^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?))? ?(Z|UTC|[+-]\d\d(?::?\d\d)?)?$/i;
/** Seconds since the epoch have ten digits until the year 2286, ms thirteen. */
const EPOCH = /^\d{10}(\d{3})?(\.\d+)?$/;
/** The dates of HTTP and of emails have names of months in them. */
const NAMED = /[a-z]{3}/i;

/**
 * A vendor's time in ms since the epoch, undefined when it is none. One without an offset is UTC,
 * wherever n8n runs; numbers are seconds or ms since the epoch.
 */
export function timeIn(value: unknown): number | undefined {
	if (typeof value !== 'string' && typeof value !== 'number') return undefined;
	const text = String(value).trim();
	if (EPOCH.test(text)) return Number(text) * (/^\d{13}/.test(text) ? 1 : 1000);
	const at = Date.parse(isoOf(text) ?? (NAMED.test(text) ? text : ''));
	return Number.isNaN(at) ? undefined : at;
}

function isoOf(text: string): string | undefined {
	const [, date, time = '00:00', offset = 'Z'] = ISO.exec(text) ?? [];
	if (date === undefined) return undefined;
	const [, hours, minutes = '00'] = /^([+-]\d\d):?(\d\d)?$/.exec(offset) ?? [];
	return `${date}T${time}${hours === undefined ? 'Z' : `${hours}:${minutes}`}`;
}
