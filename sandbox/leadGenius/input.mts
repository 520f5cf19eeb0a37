// Reads the body of a request and collects what is wrong with it. The texts that the document does
// not show are those of Django REST framework, whose style its own have.
import { Refusal, isRecord } from '../shared/refusal.mts';
import type { VendorRequest } from '../vendor.mts';
import { Problems } from './problems.mts';

/** The answer for what does not exist. */
export function notFound(detail = 'Not found.'): Refusal {
	return new Refusal(404, { detail });
}

/** The message for a value that is none of the choices ("Specific Errors"). */
export function noChoice(value: unknown): string {
	return `"${typeof value === 'string' ? value : JSON.stringify(value)}" is not a valid choice.`;
}

/** The message for a field that is missing ("Specific Errors"). */
export const REQUIRED = 'This field is required.';

/** The fields of a JSON body. What is wrong with them goes to `problems`. */
export class Input {
	readonly problems = new Problems();
	readonly #body: Readonly<Record<string, unknown>>;

	constructor(request: VendorRequest) {
		const { body } = request;
		if (typeof body === 'string') throw new Refusal(400, { detail: 'JSON parse error' });
		if (body !== null && !isRecord(body)) {
			const what = Array.isArray(body) ? 'list' : typeof body;
			const message = `Invalid data. Expected a dictionary, but got ${what}.`;
			throw new Refusal(400, { non_field_errors: [message] });
		}
		this.#body = body ?? {};
	}

	/** As it was sent, or undefined. */
	value(field: string): unknown {
		return this.#body[field];
	}

	/** A required text; '' when it is missing or wrong. */
	text(field: string): string {
		const value = this.#body[field];
		if (typeof value === 'string' && value.trim() !== '') return value;
		if (value === undefined) this.problems.add(field, REQUIRED);
		else if (value === null) this.problems.add(field, 'This field may not be null.');
		else if (typeof value === 'string') this.problems.add(field, 'This field may not be blank.');
		else this.problems.add(field, 'Not a valid string.');
		return '';
	}

	/** A list, or undefined where there is none. */
	list(field: string): readonly unknown[] | undefined {
		const value = this.#body[field];
		if (value === undefined) return undefined;
		if (Array.isArray(value)) {
			const items: readonly unknown[] = value;
			return items;
		}
		const what = value === null ? 'null' : typeof value;
		this.problems.add(field, `Expected a list of items but got type "${what}".`);
		return [];
	}

	/** A required list that is not empty; [] when it is missing or wrong. */
	fullList(field: string): readonly unknown[] {
		const items = this.list(field);
		if (items === undefined) this.problems.add(field, REQUIRED);
		else if (items.length === 0 && !this.problems.has(field)) {
			this.problems.add(field, 'This list may not be empty.');
		}
		return items ?? [];
	}

	/** An http or https URL; null for null and blank; undefined where it was not sent or is wrong. */
	url(field: string): string | null | undefined {
		const value = this.#body[field];
		if (value === undefined) return undefined;
		if (value === null || value === '') return null;
		if (typeof value === 'string' && /^https?:\/\/\S+$/i.test(value) && URL.canParse(value)) {
			return value;
		}
		this.problems.add(field, 'Enter a valid URL.');
		return undefined;
	}
}
