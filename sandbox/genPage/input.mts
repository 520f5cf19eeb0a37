// Reads the fields of a request and collects what is wrong with them in the style of Laravel, the
// framework whose messages ("Unauthenticated.") the document shows.
import type { VendorAnswer, VendorRequest } from '../vendor.mts';
import type { LeadErrors } from './settings.mts';

/** The place of a lead, in front of its field. */
const LEAD = /^leads\.(\d+)/;

/** Ends a request with an answer. */
export class Refusal extends Error {
	readonly answer: VendorAnswer;

	constructor(status: number, message: string, more: Record<string, unknown> = {}) {
		super(message);
		this.answer = { status, body: { message, ...more } };
	}
}

/** True for a JSON object. */
export function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** True for an integer, and for one in text where the text came in a query string. */
function integerOf(value: unknown, isText: boolean): number | undefined {
	if (isText && typeof value === 'string' && /^\d+$/.test(value)) return Number(value);
	return typeof value === 'number' && Number.isSafeInteger(value) ? value : undefined;
}

/** The fields of one request: its JSON body, then its query string. */
export class Input {
	readonly #query: Readonly<Record<string, unknown>>;
	readonly #body: Record<string, unknown>;
	readonly #errors = new Map<string, string[]>();

	constructor(request: VendorRequest) {
		this.#query = request.query;
		// A body that is no JSON object is no input at all, so required fields are named as missing.
		this.#body = isRecord(request.body) ? request.body : {};
	}

	/** The field as it was sent, or undefined. Empty text and null count as not sent. */
	value(field: string): unknown {
		const value = this.#body[field] ?? this.#query[field];
		return value === '' || value === null ? undefined : value;
	}

	/** A required integer; NaN when it is missing or wrong, and then `check` refuses the request. */
	integer(field: string): number {
		const value = this.value(field);
		if (value === undefined) return this.#required(field, Number.NaN);
		const isText = this.#body[field] === undefined;
		const number = integerOf(value, isText);
		if (number === undefined) this.problem(field, `The ${label(field)} field must be an integer.`);
		return number ?? Number.NaN;
	}

	/** A required text that is not blank; '' when it is missing or wrong. */
	text(field: string): string {
		const value = this.value(field);
		if (value === undefined) return this.#required(field, '');
		if (typeof value !== 'string') {
			this.problem(field, `The ${label(field)} field must be a string.`);
			return '';
		}
		return value.trim() === '' ? this.#required(field, '') : value.trim();
	}

	/** A required id that may be text or a number; '' when it is missing or wrong. */
	id(field: string): string {
		const value = this.value(field);
		return typeof value === 'number' ? String(value) : this.text(field);
	}

	/** A required list that is not empty; [] when it is missing or wrong. */
	list(field: string): unknown[] {
		const value = this.value(field);
		if (Array.isArray(value) && value.length > 0) {
			const items: unknown[] = value;
			return items;
		}
		if (value === undefined || Array.isArray(value)) return this.#required(field, []);
		this.problem(field, `The ${label(field)} field must be an array.`);
		return [];
	}

	/** Notes one thing that is wrong with a field. */
	problem(field: string, message: string): void {
		const messages = this.#errors.get(field) ?? [];
		messages.push(message);
		this.#errors.set(field, messages);
	}

	/** The places of the leads that something is wrong with; undefined where anything else is wrong. */
	get badLeads(): ReadonlySet<number> | undefined {
		const places = [...this.#errors.keys()].map((field) => LEAD.exec(field)?.[1]);
		const known = places.filter((place) => place !== undefined);
		return known.length === places.length ? new Set(known.map(Number)) : undefined;
	}

	/**
	 * Refuses the request with 422 when anything is wrong with it.
	 *
	 * @param leads how a bad lead is named
	 */
	check(leads: LeadErrors = 'name'): void {
		const messages = [...this.#errors.values()].flat();
		const [first] = messages;
		if (first === undefined) return;
		if (leads !== 'name' && [...this.#errors.keys()].some((field) => LEAD.test(field))) {
			const named = leads === 'none' ? {} : { errors: this.#byPlace() };
			throw new Refusal(422, 'The given data was invalid.', named);
		}
		const more = messages.length - 1;
		const tail = more === 0 ? '' : ` (and ${more} more error${more === 1 ? '' : 's'})`;
		throw new Refusal(422, first + tail, { errors: Object.fromEntries(this.#errors) });
	}

	/** What is wrong by field, and with a lead by its place alone. */
	#byPlace(): Record<string, string[]> {
		const byPlace: Record<string, string[]> = {};
		for (const [field, messages] of this.#errors) {
			const place = LEAD.exec(field)?.[0] ?? field;
			byPlace[place] = [...(byPlace[place] ?? []), ...messages];
		}
		return byPlace;
	}

	#required<T>(field: string, fallback: T): T {
		this.problem(field, `The ${label(field)} field is required.`);
		return fallback;
	}
}

function label(field: string): string {
	return field.replaceAll('_', ' ');
}
