import { KeyIndex } from '../../lists/keyIndex';
import { keysIn, waysOf, type Values, type Way } from '../../lists/way';
import { Target, type Existing, type MatchItem, type Treatment } from './target';

/** An item of which nobody can say which record it means. */
export interface Ambiguous<Input> {
	readonly entry: MatchItem<Input>;
	readonly among: ReadonlyArray<Target<Input>>;
}

/** What is to be done for the items of one credential. */
export interface Plan<Input> {
	readonly targets: ReadonlyArray<Target<Input>>;
	readonly ambiguous: ReadonlyArray<Ambiguous<Input>>;
}

/** The records that items mean: those that are there are noted first, then each item has its turn. */
export class Planner<Input> {
	readonly ways: readonly Way[];
	private readonly index: KeyIndex<Target<Input>>;
	private readonly noted = new Set<Existing['id']>();

	constructor(
		entries: ReadonlyArray<MatchItem<Input>>,
		private readonly treatment: Treatment,
	) {
		this.ways = waysOf(entries.map(({ wanted }) => wanted));
		this.index = new KeyIndex(entries.flatMap(({ wanted }) => wanted.keys));
	}

	/** Notes a record that is there, if an item asks for it. @param read gives what to keep of it */
	note(record: Values, read: () => Existing): void {
		const keys = this.keysOf(record);
		if (!this.index.asksFor(keys)) return;
		const existing = read();
		if (this.noted.has(existing.id)) return;
		this.noted.add(existing.id);
		this.index.put(new Target<Input>(existing, this.treatment), keys);
	}

	/** Gives each item its turn, in their order. */
	plan(entries: ReadonlyArray<MatchItem<Input>>): Plan<Input> {
		const targets = new Set<Target<Input>>();
		const ambiguous: Array<Ambiguous<Input>> = [];
		for (const entry of entries) {
			const [found, ...others] = this.index.at(entry.wanted.keys);
			if (found && others.length > 0) {
				ambiguous.push({ entry, among: [found, ...others] });
				continue;
			}
			const target = found ?? new Target<Input>(undefined, this.treatment);
			target.take(entry);
			// What it is known by may be new, or another now: the next item finds it by that.
			this.index.put(target, this.keysOf(target.values));
			targets.add(target);
		}
		return { targets: [...targets], ambiguous };
	}

	private keysOf(values: Values): readonly string[] {
		return this.ways.flatMap((way) => keysIn(way, values));
	}
}
