// What is wrong with a request, and how a 400 says so. "Specific Errors" shows a map from field to a
// list of messages; of what is wrong inside of a list or an object it shows nothing.
import { Refusal } from '../shared/refusal.mts';
import type { ErrorForm } from './settings.mts';

/** Where inside of a field something is wrong. */
export interface Place {
	/** In an item of a list, from 0, and how many items that has. */
	readonly item?: { readonly at: number; readonly of: number };
	/** In this field of the item or of the object. */
	readonly name?: string;
}

interface Problem extends Place {
	readonly field: string;
	readonly message: string;
}

type Messages = Record<string, string[]>;

/** What is wrong with a request. */
export class Problems {
	readonly #all: Problem[] = [];

	add(field: string, message: string, place: Place = {}): void {
		this.#all.push({ field, message, ...place });
	}

	has(field: string): boolean {
		return this.#all.some((problem) => problem.field === field);
	}

	/** The places in a list of what something is wrong with; undefined where anything else is wrong. */
	get badItems(): ReadonlySet<number> | undefined {
		const places = this.#all.map(({ item }) => item?.at);
		const known = places.filter((at) => at !== undefined);
		return known.length === places.length ? new Set(known) : undefined;
	}

	/**
	 * Refuses the request with 400 when anything is wrong with it.
	 *
	 * @param form how it says what is wrong
	 */
	check(form: ErrorForm): void {
		if (this.#all.length === 0) return;
		if (form === 'none') throw new Refusal(400, { detail: 'Invalid input.' });
		const fields = [...new Set(this.#all.map(({ field }) => field))];
		const show = form === 'name' ? inWords : byPlace;
		const shown = fields.map((name): [string, unknown] => [
			name,
			show(this.#all.filter(({ field }) => field === name)),
		]);
		throw new Refusal(400, Object.fromEntries(shown));
	}
}

/** `records[3]: contact_email: ...`: the place in front of each message. */
function inWords(problems: readonly Problem[]): string[] {
	return problems.map(({ field, message, item, name }) => {
		const where = item === undefined ? '' : `${field}[${item.at}]: `;
		return `${where}${name === undefined ? '' : `${name}: `}${message}`;
	});
}

/** `[{}, {"contact_email": ["..."]}]`, an object for each item, as Django REST framework has it. */
function byPlace(problems: readonly Problem[]): unknown {
	const length = problems.find(({ item }) => item !== undefined)?.item?.of;
	if (length === undefined) {
		const isPlain = problems.every(({ name }) => name === undefined);
		return isPlain ? problems.map(({ message }) => message) : byName(problems);
	}
	return Array.from({ length }, (_, at) => byName(problems.filter(({ item }) => item?.at === at)));
}

function byName(problems: readonly Problem[]): Messages {
	const messages: Messages = {};
	for (const { name = 'non_field_errors', message } of problems) {
		messages[name] = [...(messages[name] ?? []), message];
	}
	return messages;
}
