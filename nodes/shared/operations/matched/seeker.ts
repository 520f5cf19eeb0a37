import type { IDataObject } from 'n8n-workflow';
import { limitOf } from '../../form/returnAll';
import type { Wanted } from '../../lists/way';

/** What a record must have beyond what it is found by. */
export interface Condition {
	/** The vendor's name for the field, and the one that people know. */
	readonly field: string;
	readonly label: string;
	readonly holds: (value: unknown) => boolean;
}

/** What an item looks for. */
interface Search {
	readonly wanted: Wanted;
	readonly conditions: readonly Condition[];
}

/** An item that looks for records, and what was found for it so far. */
export class Seeker<Input> {
	readonly found: IDataObject[] = [];
	private readonly limit: number;

	constructor(
		readonly item: number,
		readonly input: Input,
		readonly search: Search,
	) {
		this.limit = limitOf(input);
	}

	/** Whether it has as many as it wants. */
	get isDone(): boolean {
		return this.found.length >= this.limit;
	}

	/**
	 * Takes a record that has what is looked for, if it has the rest as well.
	 *
	 * @param hidden gets the labels of what keeps it out only because the vendor does not show it
	 */
	take(record: IDataObject, hidden: Set<string>): void {
		if (this.isDone) return;
		const unmet = this.search.conditions.filter(({ field, holds }) => !holds(record[field]));
		if (unmet.length === 0) this.found.push(record);
		else if (unmet.every(({ field }) => record[field] === undefined)) {
			for (const { label } of unmet) hidden.add(label);
		}
	}
}
