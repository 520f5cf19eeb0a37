import { isRecord } from '../values/records';

/** Where vendors put the sentence that says what is wrong. */
const SENTENCE_KEYS = ['message', 'error', 'detail', 'error_description', 'title'];
/** Where they put a map from field to what is wrong with it. */
const FIELD_KEYS = ['errors', 'field-errors', 'fieldErrors', 'field_errors'];
/** Under which Django REST framework says what is wrong with no field, but with the whole. */
const OF_NO_FIELD = 'non_field_errors';

/** Errors are not nested deeper; what is, is not read. */
const DEEPEST = 8;

/**
 * The vendor's own words out of an error body: a sentence, and the fields that it names by their
 * display names. Understands {message}, {error}, {errors: {field: [..]}}, {"field-errors": {..}}
 * and a bare map from field to messages.
 *
 * @param names display names by the vendor's field names
 * @returns one line, or undefined when the body holds no words
 */
export function vendorMessage(
	body: unknown,
	names: ReadonlyMap<string, string>,
	depth = 0,
): string | undefined {
	if (typeof body === 'string') return body.trim() || undefined;
	if (depth > DEEPEST) return undefined;
	if (Array.isArray(body)) return joined(body.map((part) => vendorMessage(part, names, depth + 1)));
	if (!isRecord(body)) return undefined;
	return statedIn(body, names, depth) ?? fieldMessages(body, names, depth + 1);
}

/**
 * The words that an answer of any status states as a message or an error, under a key made for that:
 * a bare map is data there.
 *
 * @returns one line, or undefined when it states none
 */
export function statedIn(
	body: unknown,
	names: ReadonlyMap<string, string>,
	depth = 0,
): string | undefined {
	if (!isRecord(body)) return undefined;
	const sentence = SENTENCE_KEYS.map((key) => sentenceIn(body[key])).find(Boolean);
	const fields = FIELD_KEYS.map((key) => fieldMessages(body[key], names, depth + 1)).find(Boolean);
	if (sentence && fields) return fields.includes(sentence) ? fields : `${sentence} (${fields})`;
	return sentence ?? fields;
}

/** The fields that an error body names, at its top or in its map of fields. */
export function namesIn(body: unknown): string[] {
	if (!isRecord(body)) return [];
	const maps = FIELD_KEYS.map((key) => body[key]).filter(isRecord);
	const named = maps.length > 0 ? maps : [body];
	return named
		.flatMap((map) => Object.entries(map))
		.filter(([, value]) => Array.isArray(value) || isRecord(value))
		.map(([name]) => name)
		.filter((name) => ![...SENTENCE_KEYS, ...FIELD_KEYS].includes(name));
}

function sentenceIn(value: unknown): string | undefined {
	const said = isRecord(value) ? value.message : value;
	return isText(said) ? said.trim() : undefined;
}

function fieldMessages(
	value: unknown,
	names: ReadonlyMap<string, string>,
	depth: number,
): string | undefined {
	if (depth > DEEPEST) return undefined;
	if (Array.isArray(value))
		return joined(value.map((part) => vendorMessage(part, names, depth + 1)));
	if (!isRecord(value)) return undefined;
	return joined(
		Object.entries(value).map(([name, why]) => {
			const text = Array.isArray(why) ? why.filter(isText).join(' ') : why;
			if (!isText(text)) return fieldMessages(why, names, depth + 1);
			return name === OF_NO_FIELD ? text : `'${names.get(name) ?? name}': ${text}`;
		}),
	);
}

/** Whether a value is text that says something. */
export function isText(value: unknown): value is string {
	return typeof value === 'string' && value.trim() !== '';
}

function joined(parts: Array<string | undefined>): string | undefined {
	return parts.filter(isText).join('; ') || undefined;
}
