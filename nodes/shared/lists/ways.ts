import { bareAddress, textOf } from '../values/text';
import type { Values, Way } from './way';

/** How names are compared: in any case, and however many spaces are in them. */
export function inAnyCase(text: string): string {
	return text.trim().toLowerCase().replace(/\s+/g, ' ');
}

/** The text of a field; undefined where it has none. */
export function textIn(values: Values, field: string): string | undefined {
	const text = textOf(values[field])?.trim() ?? '';
	return text === '' ? undefined : text;
}

/** By an email address. @param isSearched whether the vendor's search looks into it */
export function byEmail(field: string, isSearched = false): Way {
	const emailOf = (values: Values) => textIn(values, field)?.toLowerCase();
	const keysOf = (values: Values) => [emailOf(values) ?? []].flat();
	const way = { id: 'email', name: 'email', fields: [field], keysOf };
	return isSearched ? { ...way, wordOf: emailOf } : way;
}

/** The address of a profile as it is compared: where a link to it came from does not count. */
export function bareProfile(address: string): string {
	return bareAddress(address.replace(/[?#].*$/, ''));
}

/** By the address of a profile, however it is written. */
export function byProfile(name: string, field: string): Way {
	const keysOf = (values: Values) => [textIn(values, field) ?? []].flat().map(bareProfile);
	return { id: field, name, fields: [field], keysOf };
}

/** Where a vendor has the name and the company of a person. */
interface Person {
	readonly first: string;
	readonly last: string;
	/** Where the whole name may be instead. */
	readonly whole: readonly string[];
	readonly company: string;
}

/**
 * By the name of a person together with that of the company.
 *
 * @param isSearched whether the vendor's search looks into the first and the last name
 */
export function byNameAndCompany(person: Person, isSearched = false): Way {
	const { first, last, whole, company } = person;
	const partsOf = (values: Values) => [textIn(values, first), textIn(values, last)].filter(isText);
	const keysOf = (values: Values) => {
		const parts = partsOf(values);
		const [instead] = whole.map((field) => textIn(values, field)).filter(isText);
		const name = parts.length > 0 ? parts.join(' ') : instead;
		const its = textIn(values, company);
		if (name === undefined || its === undefined) return [];
		return [`${inAnyCase(name)} (${inAnyCase(its)})`];
	};
	// The longest word is what the fewest have, and no space is in it.
	const wordOf = (values: Values) => partsOf(values).at(-1)?.split(/\s+/).toSorted(byLength)[0];
	const way = {
		id: 'nameAndCompany',
		name: 'name and company',
		fields: [first, last, ...whole, company],
		keysOf,
	};
	return isSearched ? { ...way, wordOf } : way;
}

function isText(text: string | undefined): text is string {
	return text !== undefined;
}

function byLength(one: string, other: string): number {
	return other.length - one.length;
}
