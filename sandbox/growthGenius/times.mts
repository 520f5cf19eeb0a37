// Times as the document shows them: 2021-01-19T17:06:25.730-05:00, the time in New York.
import { Refusal } from '../shared/refusal.mts';

const HOUR_MS = 60 * 60 * 1000;
const MINUTE_MS = 60 * 1000;

const hourInNewYork = new Intl.DateTimeFormat('en-US', {
	timeZone: 'America/New_York',
	timeZoneName: 'longOffset',
});

/** The offset of each hour since 1970 that was asked for, like "-05:00". */
const offsets = new Map<number, string>();

/** A date and a time with its zone. */
const TIME = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/;

/** A time as answers show it. A fraction of a millisecond is cut off. */
export function shownTime(time: number): string {
	const offset = offsetAt(time);
	const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4));
	const local = new Date(Math.floor(time) - minutes * MINUTE_MS);
	return local.toISOString().slice(0, -1) + offset;
}

/**
 * One end of "updated between provided datetimes", or undefined where it was not sent.
 *
 * @throws Refusal with 400 where it is no time with a zone
 */
export function readTime(
	query: Readonly<Record<string, unknown>>,
	name: string,
): number | undefined {
	const value = query[name];
	if (value === undefined) return undefined;
	const time = typeof value === 'string' && TIME.test(value) ? Date.parse(value) : Number.NaN;
	if (!Number.isNaN(time)) return time;
	throw new Refusal(400, { error: `${name} must be a datetime with a zone` });
}

function offsetAt(time: number): string {
	const hour = Math.floor(time / HOUR_MS);
	const known = offsets.get(hour);
	if (known !== undefined) return known;
	const parts = hourInNewYork.formatToParts(hour * HOUR_MS);
	const zone = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
	// New York is always behind, so the sign is.
	const offset = `-${zone.slice(-5)}`;
	offsets.set(hour, offset);
	return offset;
}
