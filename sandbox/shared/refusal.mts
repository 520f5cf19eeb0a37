// How a vendor says no from anywhere in its code.
import type { VendorAnswer } from '../vendor.mts';

/** Ends a request with an answer. */
export class Refusal extends Error {
	readonly answer: VendorAnswer;

	constructor(status: number, body: unknown, headers: Record<string, string> = {}) {
		super(`Refused with ${status}`);
		this.answer = { status, headers, body };
	}
}

/** What `handle` answers, or the answer of the refusal that it throws. */
export function answered(handle: () => VendorAnswer): VendorAnswer {
	try {
		return handle();
	} catch (error) {
		if (error instanceof Refusal) return error.answer;
		throw error;
	}
}

/** True for a JSON object. */
export function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
