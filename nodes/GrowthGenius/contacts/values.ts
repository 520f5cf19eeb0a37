import { checked, isBlank, quote } from '../../shared/schema';

/**
 * A value of which the document shows nothing but null: it is sent in the type in which it is
 * given, so that a number or a list out of an expression stays one.
 */
export const asGiven = checked<unknown>((value) => {
	if (isBlank(value)) return { ok: undefined };
	if (typeof value === 'string') return { ok: value.trim() };
	if (typeof value === 'number' || Array.isArray(value)) return { ok: value };
	return { wrong: `must be text, a number or a list, not ${quote(value)}` };
});

/** JSON of any form; text that is none is sent as text. */
export const anything = checked<unknown>((value) => {
	if (isBlank(value)) return { ok: undefined };
	if (typeof value !== 'string') return { ok: value };
	try {
		const json: unknown = JSON.parse(value);
		return { ok: json };
	} catch {
		return { ok: value };
	}
});
