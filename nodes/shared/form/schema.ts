import { z } from 'zod';
import { isRecord } from '../values/records';
import { isBlank, quote, textOf } from '../values/text';

/**
 * Schemas of single parameter values. Their messages continue the sentence that starts with the
 * field's display name: "'Job ID' is empty". They accept what an expression or an AI agent may
 * hand over instead of the form's own type, such as "50" for 50.
 */

/** What a check returns: the value to use, or what is wrong with the given one. */
export type Verdict<T> = { ok: T } | { wrong: string };

/**
 * Turns a plain function into a zod schema.
 *
 * @param check tells what the value becomes, or what is wrong with it
 */
export function checked<T>(check: (value: unknown) => Verdict<T>) {
	return z.unknown().transform((value, context): T => {
		const result = check(value);
		if ('ok' in result) return result.ok;
		context.addIssue({ code: 'custom', message: result.wrong });
		return z.NEVER;
	});
}

/** What a schema of these has against a value. */
export function wordsOf(failed: {
	readonly error: { readonly issues: ReadonlyArray<{ readonly message: string }> };
}): string {
	return failed.error.issues[0]?.message ?? '';
}

function toText(value: unknown): Verdict<string> {
	const given = textOf(value);
	return given === undefined
		? { wrong: `must be text, not ${quote(value)}` }
		: { ok: given.trim() };
}

/** Text that must be there; numbers, switches and dates are taken as text, spaces around it dropped. */
export const text = checked((value) => (isBlank(value) ? { wrong: 'is empty' } : toText(value)));

/** Text that may be left empty. */
export const optionalText = checked<string | undefined>((value) =>
	isBlank(value) ? { ok: undefined } : toText(value),
);

/** Text that is sent to the letter, such as a message; it may be left empty. */
export const optionalContent = checked<string | undefined>((value) => {
	if (isBlank(value)) return { ok: undefined };
	return typeof value === 'string' ? { ok: value } : toText(value);
});

/** An email address that may be left empty. */
export const optionalEmail = checked<string | undefined>((value) => {
	if (isBlank(value)) return { ok: undefined };
	const text = typeof value === 'string' ? value.trim() : '';
	if (/^[^\s@]+@[^\s@]+$/.test(text)) return { ok: text };
	return { wrong: `must be an email address, not ${quote(value)}` };
});

function toWholeNumber(value: unknown, min: number, max: number): Verdict<number> {
	const number = typeof value === 'string' ? Number(value.trim()) : value;
	if (typeof number === 'number' && Number.isInteger(number) && number >= min && number <= max) {
		return { ok: number };
	}
	const range = max < Number.MAX_SAFE_INTEGER ? `from ${min} to ${max}` : `of at least ${min}`;
	return { wrong: `must be a whole number ${range}, not ${quote(value)}` };
}

/** A whole number within bounds, with a default for an empty field. */
export function wholeNumber(options: { min: number; max?: number; default: number }) {
	const { min, max = Number.MAX_SAFE_INTEGER } = options;
	return checked((value) =>
		isBlank(value) ? { ok: options.default } : toWholeNumber(value, min, max),
	);
}

/** A whole number within bounds that may be left empty. */
export function optionalWholeNumber(options: { min: number; max?: number }) {
	const { min, max = Number.MAX_SAFE_INTEGER } = options;
	return checked<number | undefined>((value) =>
		isBlank(value) ? { ok: undefined } : toWholeNumber(value, min, max),
	);
}

/** A number within bounds, fractions allowed, with a default for an empty field. */
export function amount(options: { min: number; max?: number; default: number }) {
	const { min, max = Number.MAX_VALUE } = options;
	return checked((value): Verdict<number> => {
		if (isBlank(value)) return { ok: options.default };
		const number = typeof value === 'string' ? Number(value.trim()) : value;
		if (typeof number === 'number' && number >= min && number <= max) return { ok: number };
		return { wrong: `must be a number of at least ${min}, not ${quote(value)}` };
	});
}

/** A number within bounds, fractions allowed, that may be left empty. */
export function optionalAmount({ min, max = Number.MAX_VALUE }: { min: number; max?: number }) {
	return checked((value): Verdict<number | undefined> => {
		if (isBlank(value)) return { ok: undefined };
		const number = typeof value === 'string' ? Number(value.trim()) : value;
		if (typeof number === 'number' && number >= min && number <= max) return { ok: number };
		const range = max < Number.MAX_VALUE ? `from ${min} to ${max}` : `of at least ${min}`;
		return { wrong: `must be a number ${range}, not ${quote(value)}` };
	});
}

/** The numeric ID of something at the vendor, which must be there. */
export const numericId = checked((value) =>
	isBlank(value) ? { wrong: 'is empty' } : toWholeNumber(value, 1, Number.MAX_SAFE_INTEGER),
);

/** A numeric ID that may be left empty. */
export const optionalNumericId = optionalWholeNumber({ min: 1 });

/** A switch; agents, spreadsheets and expressions may hand over 'true', 'FALSE' or 1. */
export function yesNo(fallback: boolean) {
	return checked((value): Verdict<boolean> => {
		if (isBlank(value)) return { ok: fallback };
		const word = textOf(value)?.trim().toLowerCase();
		if (word === 'true' || word === '1') return { ok: true };
		if (word === 'false' || word === '0') return { ok: false };
		return { wrong: `must be true or false, not ${quote(value)}` };
	});
}

/** The same where leaving it out is not the same as switching it off or on. */
export const optionalYesNo = checked((value): Verdict<boolean | undefined> => {
	if (isBlank(value)) return { ok: undefined };
	const parsed = yesNo(false).safeParse(value);
	return parsed.success ? { ok: parsed.data } : { wrong: wordsOf(parsed) };
});

/** One of the values of a dropdown. */
export function oneOf<const V extends string>(values: readonly V[], fallback: V) {
	return checked<V>((value) => {
		if (isBlank(value)) return { ok: fallback };
		const found = values.find((candidate) => candidate === value);
		if (found !== undefined) return { ok: found };
		return { wrong: `must be one of ${values.join(', ')}, not ${quote(value)}` };
	});
}

/** A JSON object, as text or as the object itself. */
export const jsonObject = checked((value): Verdict<Record<string, unknown>> => {
	const given = typeof value === 'string' ? parsedJson(value) : value;
	if (isRecord(given)) return { ok: given };
	return { wrong: `must be a JSON object such as {"name": "Acme"}, not ${quote(value)}` };
});

/** A JSON object that may be left empty. */
export const optionalJsonObject = checked<Record<string, unknown> | undefined>((value) => {
	if (isBlank(value)) return { ok: undefined };
	const parsed = jsonObject.safeParse(value);
	return parsed.success ? { ok: parsed.data } : { wrong: wordsOf(parsed) };
});

function parsedJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/**
 * A point in time that may be left empty, as ISO 8601 text with its offset. The engine has put the
 * workflow's time zone to values without one.
 */
export const optionalMoment = checked<string | undefined>((value) => {
	if (isBlank(value)) return { ok: undefined };
	if (typeof value === 'string' && MOMENT.test(value)) return { ok: value };
	return {
		wrong: `must be a date such as 2026-01-31 or 2026-01-31T09:00:00Z, not ${quote(value)}`,
	};
});

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

/**
 * Several texts, each once: a list, whose entries stay whole, or typed text with commas or line
 * breaks between them.
 */
export const textList = checked<string[]>((value) => {
	const parts = partsOf(value, /[,;\n]/);
	const texts = parts.map(textOf);
	const wrong = parts.find((part, place) => texts[place] === undefined && !isBlank(part));
	if (wrong !== undefined) {
		return { wrong: `must be text with commas between its parts, or a list, not ${quote(wrong)}` };
	}
	const named = texts.map((each) => each?.trim() ?? '').filter((each) => each !== '');
	return { ok: [...new Set(named)] };
});

/** The entries of a list, also one that an agent wrote as JSON; the parts of typed text. */
export function partsOf(value: unknown, separator: RegExp): readonly unknown[] {
	if (Array.isArray(value)) return value;
	if (isBlank(value)) return [];
	if (typeof value !== 'string') return [value];
	const json = value.trim().startsWith('[') ? parsedJson(value) : undefined;
	return Array.isArray(json) ? json : value.split(separator);
}
