import { isRecord } from '../values/records';
import { isText, namesIn, vendorMessage } from './vendorMessage';

/** Statuses with which a vendor refuses what a request holds, and takes none of it. */
const REFUSALS = [400, 422];
/** The request was too large. */
const TOO_LARGE = 413;

/** Errors are not nested deeper; what is, is not read. */
const DEEPEST = 6;

/**
 * Whether a part of the list may be taken: not where something else than an entry was refused; by
 * item where one of them is wrong; by size where they are too many.
 */
export type Divisible = 'no' | 'byItem' | 'bySize';

/** What a refusal says of the entries of a request's list. */
export interface Refused {
	/** The vendor's words on each entry that it names, by its place from 0. */
	readonly entries: ReadonlyMap<number, string>;
	readonly divisible: Divisible;
}

/**
 * Reads which entries of a list a vendor refuses. Understands names ('leads.57.values.email',
 * 'records[3]: ...'), also inside of sentences; lists by position ({"records": [{}, {"email": [..]}]}),
 * also bare ones; and errors that name nothing.
 *
 * @param body the JSON of the answer
 * @param key the vendor's name for the list
 * @param count how many entries the list has
 * @param names display names by the vendor's field names
 */
export function refusedIn(
	status: number,
	body: unknown,
	{ key, count }: { readonly key: string; readonly count: number },
	names: ReadonlyMap<string, string>,
): Refused {
	const reader = new EntryReader(key, count, names);
	reader.read(body, 0);
	const byItem = REFUSALS.includes(status) && !namesOthers(body, key) ? 'byItem' : 'no';
	return { entries: reader.entries, divisible: status === TOO_LARGE ? 'bySize' : byItem };
}

/** Whether fields are named that are not in the list. */
function namesOthers(body: unknown, key: string): boolean {
	return namesIn(body).some((name) => name !== key && !/^[.[]/.test(name.slice(key.length)));
}

class EntryReader {
	readonly entries = new Map<number, string>();
	private readonly inText: RegExp;
	private readonly inName: RegExp;

	constructor(
		private readonly key: string,
		private readonly count: number,
		private readonly names: ReadonlyMap<string, string>,
	) {
		this.inName = new RegExp(`^${key}[.[](\\d+)\\]?\\.?(.*)$`);
		this.inText = new RegExp(`\\b${key}[.[](\\d+)\\]?(?:: )?`, 'g');
	}

	read(value: unknown, depth: number): void {
		if (depth > DEEPEST) return;
		if (typeof value === 'string') this.readText(value);
		else if (Array.isArray(value)) this.readList(value, depth);
		else if (isRecord(value)) this.readFields(value, depth);
	}

	private readText(text: string): void {
		for (const match of text.matchAll(this.inText)) {
			const before = match.index === 0 ? text.slice(match[0].length) : text;
			this.note(Number(match[1]), before);
		}
	}

	private readFields(fields: Record<string, unknown>, depth: number): void {
		for (const [name, value] of Object.entries(fields)) {
			const [, place, field = ''] = this.inName.exec(name) ?? [];
			if (place !== undefined) this.note(Number(place), this.wordsOf(value, field));
			else if (name === this.key && isRecord(value)) this.readPlaces(value);
			else this.read(value, depth + 1);
		}
	}

	/** {"3": {...}} */
	private readPlaces(places: Record<string, unknown>): void {
		for (const [place, value] of Object.entries(places)) {
			if (/^\d+$/.test(place)) this.note(Number(place), this.wordsOf(value, ''));
		}
	}

	/** A list as long as the request's tells of each entry in its place; any other is one of words. */
	private readList(list: readonly unknown[], depth: number): void {
		const byPosition =
			list.length <= this.count && list.some(isRecord) && list.every((each) => !isText(each));
		if (!byPosition) {
			for (const each of list) this.read(each, depth + 1);
			return;
		}
		for (const [place, value] of list.entries()) this.note(place, this.wordsOf(value, ''));
	}

	private wordsOf(value: unknown, field: string): string | undefined {
		const words = vendorMessage(value, this.names);
		const name = field.split('.').at(-1) ?? '';
		if (words === undefined || name === '') return words;
		return `'${this.names.get(name) ?? name}': ${words}`;
	}

	private note(place: number, words: string | undefined): void {
		if (words === undefined || place >= this.count) return;
		const known = this.entries.get(place);
		if (known?.includes(words)) return;
		this.entries.set(place, known === undefined ? words : `${known}; ${words}`);
	}
}
