import { isRecord } from '../field';

/** Where vendors put the sentence that says what is wrong. */
const SENTENCE_KEYS = ['message', 'error', 'detail', 'error_description', 'title'];
/** Where they put a map from field to what is wrong with it. */
const FIELD_KEYS = ['errors', 'field-errors', 'fieldErrors', 'field_errors'];

/**
 * The vendor's own words out of an error body: a sentence, and the fields that it names by their
 * display names. Understands {message}, {error}, {errors: {field: [..]}}, {"field-errors": {..}}
 * and a bare map from field to messages.
 *
 * @param names display names by the vendor's field names
 * @returns one line, or undefined when the body holds no words
 */
export function wordsOf(body: unknown, names: ReadonlyMap<string, string>): string | undefined {
	if (typeof body === 'string') return body.trim() || undefined;
	if (Array.isArray(body)) return joined(body.map((part) => wordsOf(part, names)));
	if (!isRecord(body)) return undefined;
	const sentence = SENTENCE_KEYS.map((key) => sentenceIn(body[key])).find(Boolean);
	const fields = FIELD_KEYS.map((key) => fieldWords(body[key], names)).find(Boolean);
	if (sentence && fields) return fields.includes(sentence) ? fields : `${sentence} (${fields})`;
	return sentence ?? fields ?? fieldWords(body, names);
}

function sentenceIn(value: unknown): string | undefined {
	if (typeof value === 'string') return value.trim() || undefined;
	return isRecord(value) ? sentenceIn(value.message) : undefined;
}

function fieldWords(value: unknown, names: ReadonlyMap<string, string>): string | undefined {
	if (Array.isArray(value)) return joined(value.map((part) => wordsOf(part, names)));
	if (!isRecord(value)) return undefined;
	return joined(
		Object.entries(value).map(([name, why]) => {
			const text = Array.isArray(why) ? why.filter(isText).join(' ') : why;
			return isText(text) ? `'${names.get(name) ?? name}': ${text}` : undefined;
		}),
	);
}

function isText(value: unknown): value is string {
	return typeof value === 'string' && value.trim() !== '';
}

function joined(parts: Array<string | undefined>): string | undefined {
	return parts.filter(isText).join('; ') || undefined;
}
