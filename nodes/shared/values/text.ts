import { isRecord } from './records';

/**
 * Whether a value was left empty: the one rule for blank cells, fields and expressions. What is
 * blank is absent: it is never sent, and clears nothing. A resource locator without a choice reads
 * as ''.
 */
export function isBlank(value: unknown): value is undefined | null | '' {
	return (
		value === undefined || value === null || (typeof value === 'string' && value.trim() === '')
	);
}

/**
 * A value as text, undefined when it has none: a list, an object or what is no number. Dates, also those that {{ $now }}
 * gives, become ISO 8601.
 */
export function textOf(value: unknown): string | undefined {
	if (typeof value === 'string') return value;
	if (typeof value === 'number') return Number.isFinite(value) ? String(value) : undefined;
	if (typeof value === 'bigint' || typeof value === 'boolean') {
		return String(value);
	}
	if (value instanceof Date) return Number.isNaN(value.getTime()) ? undefined : value.toISOString();
	// A date of Luxon's, which n8n's expressions give.
	if (!isRecord(value) || typeof value.toISO !== 'function') return undefined;
	const iso: unknown = value.toISO();
	return typeof iso === 'string' ? iso : undefined;
}

/** A value in the query of an address that lets in whoever knows it, also in HTML, JSON or another address. */
const SIGNED =
	/((?:[?&;#]|%3F|%26|\\u0026)(?:[\w.-]{0,40}(?:signature|token|secret|password|apikey)|(?:[\w.-]{0,40}[-_.])?(?:sig|key|auth))(?:=|%3D))(?:(?!%26|%23)[^\s&#"'<>\\)])+/gi;

/**
 * A text in which no address holds a signature or a token, such as the one at which n8n wakes an
 * execution up. To be called before the text is cut: half a token is still a secret.
 */
export function withoutSignatures(text: string): string {
	return text.replace(SIGNED, '$1***');
}

/** Shows a wrong value in a message, cut so that a pasted file does not fill the screen. */
export function quote(value: unknown): string {
	const shown = typeof value === 'object' ? JSON.stringify(value) : String(value);
	const text = withoutSignatures(shown);
	return `"${text.length > 60 ? `${text.slice(0, 60)}…` : text}"`;
}

/** What a thrown thing says. */
export function plainMessage(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}

/** Ends a message with the item it is about, as n8n's own nodes do. */
export function withItem(message: string, itemIndex: number | undefined): string {
	return itemIndex === undefined ? message : `${message} [Item ${itemIndex}]`;
}

/** A name as many vendors write it: campaignId becomes campaign_id. */
export function snakeCase(name: string): string {
	return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/**
 * Alphabetical order of English labels. localeCompare would load n8n's language data while the
 * node is loaded: 7 ms of 25.
 */
export function byText(one: string, other: string): number {
	return one < other ? -1 : Number(one > other);
}

/** Names in a message: the first ones, and how many there are beyond these. */
export function firstOf(names: readonly string[], most = 20): string {
	const more = names.length - most;
	return `${names.slice(0, most).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** A web address or a name as it is compared: without what may be written in one way or another. */
export function bareAddress(value: string): string {
	return value
		.trim()
		.toLowerCase()
		.replace(/^https?:\/\//, '')
		.replace(/^www\./, '')
		.replace(/\/+$/, '');
}
