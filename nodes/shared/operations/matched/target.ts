import type { Values, Wanted } from '../../lists/way';
import { changesOf, type Rules } from './changes';

/** What came of an item. */
export type Action = 'created' | 'updated' | 'unchanged' | 'skipped';

/** An item, and the record that it means. */
export interface MatchItem<Input> {
	readonly item: number;
	readonly input: Input;
	/** What it says of the record, by the vendor's names; nothing in it is blank. */
	readonly values: Values;
	readonly wanted: Wanted;
}

/** A record that the vendor has already. */
export interface Existing {
	readonly id: string | number;
	/** What is known of it. */
	readonly values: Values;
}

/** What is done with a record that is there: it is brought to what an item says, or left alone. */
export interface Treatment {
	readonly updates: boolean;
	readonly rules: Rules;
}

/**
 * One record, there already or to be made, and the items that mean it: what comes of them is as if they
 * came one after the other, but at most one request is sent.
 */
export class Target<Input> {
	readonly turns: Array<{ readonly entry: MatchItem<Input>; readonly action: Action }> = [];
	/** What is known of it after the turns so far. */
	values: Values;

	constructor(
		readonly existing: Existing | undefined,
		readonly treatment: Treatment,
	) {
		this.values = existing?.values ?? {};
	}

	/** Gives an item its turn. */
	take(entry: MatchItem<Input>): void {
		this.turns.push({ entry, action: this.turnOf(entry) });
	}

	private turnOf({ values }: MatchItem<Input>): Action {
		const { updates, rules } = this.treatment;
		if (!this.existing && this.turns.length === 0) {
			this.values = values;
			return 'created';
		}
		if (!updates) return 'skipped';
		const changes = changesOf(this.values, values, rules);
		this.values = { ...this.values, ...changes };
		return Object.keys(changes).length > 0 ? 'updated' : 'unchanged';
	}

	/** What has to be sent: all of a new record, of another one what differs, if anything does. */
	get toSend(): Values | undefined {
		if (!this.existing) return this.values;
		const changes = changesOf(this.existing.values, this.values, this.treatment.rules);
		return Object.keys(changes).length > 0 ? changes : undefined;
	}
}
