import { bareAddress, isBlank } from '../../../shared/values/text';

/** The customer's own record IDs. */
const ID_NAMES: readonly string[] = ['contact_record_id', 'org_record_id'];

/**
 * What tells records apart, best first: the customer's own record ID of the contact, then what
 * LeadGenius calls identifiers (LeadGenius API Docs, "Creating an API Campaign", records). What is
 * the contact's comes before what is the company's, since one company has many contacts; a name
 * tells who it is together with the company.
 */
const KEYS: ReadonlyArray<readonly string[]> = [
	['contact_record_id'],
	['contact_email'],
	['contact_last_name', 'contact_first_name', 'org_website'],
	['contact_last_name', 'contact_first_name', 'org_company_name'],
	['contact_last_name', 'org_website'],
	['contact_last_name', 'org_company_name'],
	['org_record_id'],
	['org_website'],
	['org_company_name'],
	['contact_last_name'],
];

/** The keys that a record is known by, best first. */
export function keysOf(values: Readonly<Record<string, unknown>>): string[] {
	return KEYS.flatMap((names) => {
		if (names.some((name) => isBlank(values[name]))) return [];
		return [`${names.join('+')}:${names.map((name) => written(name, values[name])).join('+')}`];
	});
}

/** A value as it is compared. The IDs of some CRMs differ in nothing but capital letters. */
function written(name: string, value: unknown): string {
	return ID_NAMES.includes(name) ? String(value).trim() : bareAddress(String(value));
}

/** What one record is best known by. */
export interface BestKeys {
	/** The key of the customer's own ID, and the ID's name, where nothing is better. */
	readonly id?: { readonly key: string; readonly name: string };
	/** The best key of identifiers. */
	readonly identifier?: string;
}

/** The best keys of a record. */
export function bestKeysOf(values: Readonly<Record<string, unknown>>): BestKeys {
	const keys = keysOf(values);
	const name = ID_NAMES.find((each) => isKeyOf(keys[0] ?? '', each));
	const identifier = keys.find((key) => !ID_NAMES.some((each) => isKeyOf(key, each)));
	return { id: name && keys[0] ? { key: keys[0], name } : undefined, identifier };
}

/** Whether a key is one of that field alone. */
export function isKeyOf(key: string, name: string): boolean {
	return key.startsWith(`${name}:`);
}
