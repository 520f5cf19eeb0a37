import { isRecord } from '../values/records';
import { byText } from '../values/text';

/**
 * A short fingerprint of a record: another one when anything in it has changed. The order of its keys
 * does not matter.
 */
export function fingerprintOf(record: object): string {
	return shortOf(JSON.stringify(record, sorted));
}

/** Text of any length as at most 14 letters and digits: 64 bits, so that no two are taken for one. */
export function shortOf(text: string): string {
	return hash(text, 0x811c9dc5, 0x01000193) + hash(text, 0x9e3779b9, 0x85ebca6b);
}

function sorted(_key: string, value: unknown): unknown {
	if (!isRecord(value)) return value;
	return Object.fromEntries(Object.entries(value).sort(([a], [b]) => byText(a, b)));
}

/** FNV-1a over UTF-16 units: 32 bits, enough in pairs to tell a record from its former self. */
function hash(text: string, start: number, factor: number): string {
	let bits = start;
	for (let at = 0; at < text.length; at++) bits = Math.imul(bits ^ text.charCodeAt(at), factor);
	return (bits >>> 0).toString(36);
}
