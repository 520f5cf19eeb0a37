// The fields of a contact and how answers show it.
import type { StoredRecord, Values } from '../shared/records.mts';
import { LEAD_STATUSES } from './seed.mts';
import type { SkarbeSettings } from './settings.mts';

/** "Create Contact", "Available fields". */
export const SENT_FIELDS: readonly string[] = [
	'email',
	'firstName',
	'lastName',
	'jobTitle',
	'companyName',
	'phoneNumbers',
	'facebookUrl',
	'instagramUrl',
	'linkedinUrl',
	'twitterUrl',
	'note',
];

/** "Get Contacts", `attributes`: what a list shows. It has no `twitterUrl`. */
const SHOWN_FIELDS: readonly string[] = [
	'id',
	'email',
	'photo',
	'firstName',
	'lastName',
	'fullName',
	'jobTitle',
	'companyName',
	'phoneNumbers',
	'facebookUrl',
	'instagramUrl',
	'linkedinUrl',
	'note',
	'lastActivityAt',
	'createdAt',
];

/** "Create Contact", the example of an answer, beside `id` and `createdAt`. */
const EXAMPLE_FIELDS: readonly string[] = [
	'email',
	'firstName',
	'lastName',
	'jobTitle',
	'companyName',
];

/** What the control endpoints can set; `leadStatus` is an id. */
export const STORED_FIELDS: ReadonlySet<string> = new Set([
	...SENT_FIELDS,
	'photo',
	'lastActivityAt',
	'leadStatus',
]);

/** The values of a contact that the control endpoints make. */
export const MADE_CONTACT: Values = {
	email: 'contact-{id}@example.com',
	firstName: 'Contact',
	lastName: 'Number {n}',
};

/** A contact in a list. */
export function listed(record: StoredRecord, settings: SkarbeSettings): Record<string, unknown> {
	const { id, values } = record;
	const names = [values.firstName, values.lastName].filter(isFilled);
	const known: Values = {
		...values,
		id,
		fullName: names.length === 0 ? null : names.join(' '),
		createdAt: shownTime(record.createdAt, settings),
	};
	const shown: Record<string, unknown> = {};
	for (const field of SHOWN_FIELDS) show(shown, field, known[field] ?? null, settings);
	if (settings.leadStatusInLists) {
		show(shown, 'leadStatus', leadStatusOf(values.leadStatus), settings);
	}
	return shown;
}

/** The answer to a create: the id, what was sent but never the lead status, and the time. */
export function created(record: StoredRecord, settings: SkarbeSettings): Record<string, unknown> {
	const { id, values } = record;
	const fields = settings.createAnswer === 'example' ? EXAMPLE_FIELDS : SENT_FIELDS;
	const shown: Record<string, unknown> = { id };
	for (const field of fields) {
		if (values[field] !== undefined) show(shown, field, values[field], settings);
	}
	return { ...shown, createdAt: shownTime(record.createdAt, settings) };
}

/** True when one of the searched fields holds the text ("Query Parameters"). */
export function matches(
	{ values }: StoredRecord,
	query: string,
	{ searchesAnyCase }: SkarbeSettings,
): boolean {
	const compared = (text: string) => (searchesAnyCase ? text.toLowerCase() : text);
	const wanted = compared(query);
	return [values.firstName, values.lastName, values.email].some(
		(value) => typeof value === 'string' && compared(value).includes(wanted),
	);
}

/** A time as the document shows it: 2023-01-15T10:00:00Z. */
export function shownTime(time: number, { milliseconds }: SkarbeSettings): string {
	const text = new Date(Math.floor(time)).toISOString();
	return milliseconds ? text : `${text.slice(0, 19)}Z`;
}

/** True for a value that counts as provided. */
export function isFilled(value: unknown): boolean {
	return typeof value === 'string' ? value.trim() !== '' : value !== undefined && value !== null;
}

function show(
	shown: Record<string, unknown>,
	field: string,
	value: unknown,
	{ omitEmpty }: SkarbeSettings,
): void {
	if (isFilled(value) || !omitEmpty) shown[field] = value;
}

function leadStatusOf(id: unknown): unknown {
	const status = LEAD_STATUSES.find((each) => each.id === id);
	return status === undefined ? null : { id: status.id, label: status.label, color: status.color };
}
