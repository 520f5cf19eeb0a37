import type { IDataObject } from 'n8n-workflow';
import { firstOf } from '../values/text';
import { Matcher, type Matched } from './matches';
import type { Names } from './names';

/** How many fields a hint names. */
const MOST_NAMED = 15;

/** What was matched in a run, to be told when it is over. */
export class Matching {
	private readonly matchers = new Map<Names, Matcher>();
	private readonly items = new Map<number, () => Matched>();
	/** Which fields were taken for each of the vendor's. */
	private readonly taken = new Map<string, Set<string>>();
	private readonly left = new Set<string>();
	private readonly sent = new Set<string>();

	/**
	 * Matches an item's fields to what a vendor calls them.
	 *
	 * @param field the field of the form that says so, for issues
	 */
	match(item: number, names: Names, json: IDataObject, field?: string): Matched {
		const matcher = this.matchers.get(names) ?? new Matcher(names);
		this.matchers.set(names, matcher);
		const matched = matcher.match(json, field);
		this.items.set(item, () => matcher.match(json));
		for (const [name, from] of matched.from) {
			const before = this.taken.get(name);
			if (before) for (const each of from) before.add(each);
			else this.taken.set(name, new Set(from));
		}
		for (const name of matched.left) this.left.add(name);
		return matched;
	}

	/** Notes fields that were sent as they are, though they mean nothing that is known: by their own names. */
	alsoSent(names: Iterable<string>): void {
		for (const name of names) this.sent.add(name);
	}

	/** What was matched for an item, for the output of a dry run; undefined where nothing was. */
	of(item: number): IDataObject | undefined {
		const matched = this.items.get(item)?.();
		if (!matched) return undefined;
		const from = [...matched.from].map(([name, fields]) => [name, fields.join(', ')]);
		return { matched: Object.fromEntries(from), not_matched: [...matched.left] };
	}

	/** What was matched in words: "Matched by meaning: email ← Work Email. Not sent: Notes". */
	get hint(): string | undefined {
		if (this.items.size === 0) return undefined;
		const taken = [...this.taken].map(([name, from]) => `${name} ← ${firstOf([...from], 3)}`);
		const used = new Set([...this.taken.values()].flatMap((from) => [...from]));
		const left = [...this.left].filter(
			(name) => !used.has(name) && !this.sent.has(ownNameOf(name)),
		);
		const told = taken.length > 0 ? firstOf(taken, MOST_NAMED) : 'nothing';
		const also = left.length > 0 ? `. Not sent: ${firstOf(left, MOST_NAMED)}` : '';
		return `Matched by meaning: ${told}${also}`;
	}
}

/** The name of a field without what it is inside of. */
function ownNameOf(name: string): string {
	return name.replace(/^.*\./, '');
}
