/** The name of a field, as it is compared. */
export interface Spelling {
	/** Its words together: 'E-mail 1 - Value', 'emails[0].email' and 'EMAIL' are all 'email'. */
	readonly key: string;
	/** The number in it, where it is one of several: 1 for 'E-mail 1 - Value'. */
	readonly ordinal: number;
}

/** Words that are one in the plural. */
const SINGULAR: Readonly<Record<string, string>> = {
	emails: 'email',
	phones: 'phone',
	numbers: 'number',
	addresses: 'address',
	departments: 'department',
	urls: 'url',
	organizations: 'organization',
};

/** Words that say nothing of what is meant. */
const EMPTY: readonly string[] = ['value', 'the'];

/**
 * Takes a field's name apart: case, spaces, underscores, dots and other marks do not count, nor does a
 * number, nor a word that stands twice.
 */
export function spellingOf(name: string): Spelling {
	const parts = name
		.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
		.replace(/(\p{L})(\d+)\b/gu, '$1 $2')
		.toLowerCase()
		.split(/[^\p{L}\p{N}]+/u)
		.filter((part) => part !== '');
	const numbers = parts.filter((part) => /^\d+$/.test(part));
	const words = parts
		.filter((part) => !/^\d+$/.test(part) && !EMPTY.includes(part))
		.map((part) => SINGULAR[part] ?? part);
	const key = words.filter((word, at) => word !== words[at - 1]).join('');
	return { key, ordinal: Number(numbers[0] ?? 0) };
}

/** A field's name as it is compared. */
export function keyOf(name: string): string {
	return spellingOf(name).key;
}
