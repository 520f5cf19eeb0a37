import type { IDataObject } from 'n8n-workflow';
import { toRecord } from '../../shared/operations/records';
import type { Linked } from '../../shared/outcome';
import { isBlank } from '../../shared/schema';
import type { SentRecord } from './state';

/**
 * What tells records apart, best first: the customer's own record IDs, then what LeadGenius calls
 * identifiers (LeadGenius API Docs, "Creating an API Campaign", records).
 */
const KEYS = [
	'contact_record_id',
	'org_record_id',
	'contact_email',
	'org_website',
	'org_company_name',
] as const;

/** The keys that a record is known by. */
export function keysOf(values: Readonly<Record<string, unknown>>): string[] {
	return KEYS.flatMap((name) => {
		const value = values[name];
		return isBlank(value) ? [] : [`${name}:${plain(String(value))}`];
	});
}

/**
 * Links records to the items that they came from: by LeadGenius's ID, else by what tells them
 * apart. A record that belongs to none is somebody else's and left out, unless LeadGenius told no
 * IDs: then it is linked to all items of the campaign.
 */
export function linkRecords(
	records: readonly IDataObject[],
	sent: readonly SentRecord[],
): Linked[] {
	const known = new Map<string, number[]>();
	const note = (key: string, item: number) => known.set(key, [...(known.get(key) ?? []), item]);
	for (const { item, id, keys } of sent) {
		if (id !== undefined) note(idKey(id), item);
		for (const key of keys) note(key, item);
	}
	const idsAreKnown = sent.every(({ id }) => id !== undefined);
	const strangersOf = idsAreKnown ? [] : [...new Set(sent.map(({ item }) => item))];
	return records.flatMap((json): Linked[] => {
		const keys = [idKey(json.id), ...keysOf(toRecord(json.data) ?? {})];
		const found = keys.map((key) => known.get(key)).find((items) => items !== undefined);
		const items = found ?? strangersOf;
		return items.length > 0 ? [{ json, items: [...new Set(items)] }] : [];
	});
}

function idKey(id: unknown): string {
	return `id:${String(id)}`;
}

/** The same whatever the case, the spaces around it, a web address's protocol and www. */
function plain(value: string): string {
	return value
		.trim()
		.toLowerCase()
		.replace(/^https?:\/\//, '')
		.replace(/^www\./, '')
		.replace(/\/+$/, '');
}
