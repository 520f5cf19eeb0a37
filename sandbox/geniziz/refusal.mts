// How a request is refused ("Errors"): {"error": message}, with "field-errors" where fields are wrong.
import type { VendorAnswer } from '../vendor.mts';

/** Ends a request with an answer. */
export class Refusal extends Error {
	readonly answer: VendorAnswer;

	constructor(status: number, error: string, fields?: Readonly<Record<string, string>>) {
		super(error);
		const body = fields === undefined ? { error } : { error, 'field-errors': fields };
		this.answer = { status, body };
	}
}

/** The answer for what does not exist. */
export function notFound(what: string): Refusal {
	return new Refusal(404, `${what} not found.`);
}

/** What is wrong with a request, by field. */
export class FieldErrors {
	readonly #byField = new Map<string, string>();

	/** Takes a reason, if there is one. The first of a field counts. */
	add(field: string, why: string | undefined): void {
		if (why !== undefined && !this.#byField.has(field)) this.#byField.set(field, why);
	}

	/** Refuses the request with 400 when anything is wrong with it. */
	check(): void {
		if (this.#byField.size === 0) return;
		throw new Refusal(400, 'Validation failed.', Object.fromEntries(this.#byField));
	}
}
