// The filters of the lists, from the query string.
import type { VendorRequest } from '../vendor.mts';
import { noChoice } from './input.mts';
import { textsOf } from './paging.mts';
import { Problems } from './problems.mts';

const SECOND_MS = 1000;
const DAY_MS = 24 * 60 * 60 * SECOND_MS;

/** A date, or a date with a time that is UTC unless it says otherwise. */
const TIME = /^(\d{4}-\d\d-\d\d)(T\d\d:\d\d:\d\d(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)?$/;

/** The filters of one request. A handler calls `problems.check()` when it has read them all. */
export class Filters {
	readonly problems = new Problems();
	readonly #query: VendorRequest['query'];

	constructor(request: VendorRequest) {
		this.#query = request.query;
	}

	/** The last id, where only one is taken, or undefined for all. */
	id(): ReadonlySet<number> | undefined {
		const last = [...(this.ids() ?? [])].at(-1);
		return last === undefined ? undefined : new Set([last]);
	}

	/** "?id=1&id=2": the ids to keep, or undefined for all. */
	ids(): ReadonlySet<number> | undefined {
		const texts = textsOf(this.#query.id);
		if (texts.length === 0) return undefined;
		if (texts.some((text) => !/^\d+$/.test(text))) this.problems.add('id', 'Enter a number.');
		return new Set(texts.map(Number));
	}

	/** One of some choices, or undefined for all. */
	choice(name: string, choices: readonly string[]): string | undefined {
		const [text] = textsOf(this.#query[name]);
		if (text === undefined || text === '') return undefined;
		if (!choices.includes(text)) this.problems.add(name, noChoice(text));
		return text;
	}

	/**
	 * `<name>_from` and `<name>_to`: 2022-01-02 or 2022-01-03T18:03:11Z, both inclusive; a date as
	 * the end means all of that day. Times are kept to the second, as answers show them.
	 */
	times(name: string): (time: number) => boolean {
		const from = this.#time(`${name}_from`, 0) ?? Number.NEGATIVE_INFINITY;
		const to = this.#time(`${name}_to`, DAY_MS - SECOND_MS) ?? Number.POSITIVE_INFINITY;
		return (time) => {
			const shown = Math.floor(time / SECOND_MS) * SECOND_MS;
			return from <= shown && shown <= to;
		};
	}

	/** True when one of the two ends of `times` was sent. */
	hasTimes(name: string): boolean {
		return [`${name}_from`, `${name}_to`].some((each) => textsOf(this.#query[each]).length > 0);
	}

	#time(name: string, dateMeansMs: number): number | undefined {
		const [text] = textsOf(this.#query[name]);
		if (text === undefined) return undefined;
		const [, date, clock, zone] = TIME.exec(text) ?? [];
		const time = Date.parse(`${date ?? ''}${clock ?? 'T00:00:00'}${zone ?? 'Z'}`);
		if (Number.isNaN(time)) this.problems.add(name, 'Enter a valid date/time.');
		return clock === undefined ? time + dateMeansMs : time;
	}
}
