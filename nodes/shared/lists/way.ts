/** What a record holds, or what is to be written, by the vendor's names. */
export type Values = Readonly<Record<string, unknown>>;

/** A way to tell which record is meant. */
export interface Way {
	/** Tells ways apart: 'email', or the name of a field that a user chose. */
	readonly id: string;
	/** As it continues "matched by": 'email', 'domain'. */
	readonly name: string;
	/** The vendor's fields that it looks at. */
	readonly fields: readonly string[];
	/**
	 * What a record is known by, each in the one spelling in which it is compared; the same of what is to
	 * be written. None where it has nothing of the kind.
	 */
	readonly keysOf: (values: Values) => readonly string[];
	/** What the vendor's own search finds all those by that have one of the keys, where it can. */
	readonly wordOf?: (values: Values) => string | undefined;
	/**
	 * Whether a list in which no record shows such a field cannot be right: the user has named it, and
	 * it may be misspelt.
	 */
	readonly mustBeShown?: boolean;
}

/** What an item asks for: the record that has one of these keys. */
export interface Wanted {
	readonly way: Way;
	readonly keys: readonly string[];
	/** For the vendor's own search. */
	readonly word: string | undefined;
}

/** What is wanted of some values. */
export function wantedBy(way: Way, values: Values): Wanted {
	return { way, keys: keysIn(way, values), word: way.wordOf?.(values) };
}

/** The keys of some values, which hold for one way only. */
export function keysIn(way: Way, values: Values): readonly string[] {
	return [...new Set(way.keysOf(values))].map((key) => `${way.id}\n${key}`);
}

/** What is wanted where the key itself was given. */
export function wantedByKey(way: Way, key: string, word?: string): Wanted {
	return { way, keys: [`${way.id}\n${key}`], word };
}

/** The ways in which several are wanted, each once. */
export function waysOf(wanted: readonly Wanted[]): Way[] {
	return [...new Map(wanted.map(({ way }) => [way.id, way])).values()];
}

/** The keys of what is wanted, as people know them. */
export function shownKeys({ keys }: Wanted): string[] {
	return keys.map((key) => key.slice(key.indexOf('\n') + 1));
}
