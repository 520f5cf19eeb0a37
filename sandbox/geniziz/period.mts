// The period of a report. The document shows no body. Assumed: `date_start` and `date_end`, ISO dates
// or times, from the first to before the second; what is left out is open.
import { bodyOf } from './call.mts';
import type { Call, Values } from './call.mts';
import { FieldErrors } from './refusal.mts';

/** A period. */
export interface Period {
	/** As it was sent, to be shown in the answer. */
	readonly shown: { readonly date_start: unknown; readonly date_end: unknown };
	/** True for a record whose time in this field falls into it. */
	has(record: Values, field: string): boolean;
}

const FORM = /^\d{4}-\d\d-\d\d(T.+)?$/;

/** Reads the body of a report; its other fields are left alone. */
export function periodOf(call: Call): Period {
	const { date_start = null, date_end = null } = bodyOf(call);
	const errors = new FieldErrors();
	const time = (field: string, value: unknown, open: number): number => {
		if (value === null) return open;
		const parsed = typeof value === 'string' && FORM.test(value) ? Date.parse(value) : Number.NaN;
		if (Number.isNaN(parsed)) errors.add(field, 'Must be an ISO date or time.');
		return parsed;
	};
	const start = time('date_start', date_start, -Infinity);
	const end = time('date_end', date_end, Infinity);
	errors.check();
	return {
		shown: { date_start, date_end },
		has: (record, field) => {
			const at = Date.parse(String(record[field]));
			return at >= start && at < end;
		},
	};
}
