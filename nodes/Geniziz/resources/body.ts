import { bodyFields, matchedBodyFields, snakeCased } from '../../shared/form/body';
import {
	clearFields,
	clearingIssues,
	clearOtherFields,
	withCleared,
	withoutClearing,
	type Clearing,
} from '../../shared/form/clearFields';
import { collection, type Field } from '../../shared/form/field';
import { keyValues } from '../../shared/form/keyValues';
import type { Names } from '../../shared/meaning/names';
import { undocumented } from '../../shared/operations/answer';
import { isRecord } from '../../shared/values/records';

type Values = Readonly<Record<string, unknown>>;

const placeholder = 'Add field';

/** For what a record takes beyond the fields that the document shows. */
const otherFields = keyValues({
	name: 'otherFields',
	displayName: 'Other Fields',
	description: 'Further fields, such as custom ones, by the names that Geniziz gives them',
});

/** The optional fields of a Create. */
export function additionalFields<const Fields extends readonly Field[]>(fields: Fields) {
	const property = {
		displayName: 'Additional Fields',
		name: 'additionalFields',
		placeholder,
	} as const;
	return collection(property, [...fields, otherFields]);
}

/** The body of a form's values: only what is set, by Geniziz's names (statusId: status_id). */
export function bodyOf(values: Values): Record<string, unknown> {
	const { otherFields: others, ...own } = withoutClearing(values);
	return { ...snakeCased(own), ...(isRecord(others) ? others : {}) };
}

/** The input of an Update with a collection of fields. */
interface ChangesInput {
	readonly jsonBody?: Record<string, unknown>;
	readonly updateFields?: Values & Clearing;
}

/**
 * What an Update sends: only the fields that are added, and null for those to clear.
 *
 * @param example what the JSON may look like
 * @param kept the fields that a record cannot be without
 * @param clearable the others
 * @param names what Geniziz calls the facts of the record, where it may be made of the item
 */
export function changes<const Kept extends readonly Field[], const Rest extends readonly Field[]>(
	example: object,
	kept: Kept,
	clearable: Rest,
	names?: Names,
) {
	const property = { displayName: 'Update Fields', name: 'updateFields', placeholder } as const;
	const inner = [...kept, ...clearable, otherFields, ...clearFields(clearable)] as const;
	const entered = collection(property, inner);
	return {
		fields: names ? matchedBodyFields(names, example, [], [entered]) : bodyFields(example, entered),
		body: ({ jsonBody, updateFields: values = {} }: ChangesInput): object => ({
			...jsonBody,
			...withCleared(bodyOf(values), values),
		}),
		check: ({ jsonBody, updateFields: values = {} }: ChangesInput) =>
			clearingIssues({ ...jsonBody, ...bodyOf(values) }, clearable, values),
	} as const;
}

/** The fields that the user names, beside those that the form has, if any: these win over those. */
function fieldValues(typed: readonly Field[]) {
	const isRest = typed.length > 0;
	return keyValues({
		name: 'fieldValues',
		displayName: isRest ? 'Other Fields' : 'Fields',
		description: isRest
			? 'Further fields by the names that Geniziz gives them. One that is also above is sent as it is here.'
			: 'What to send, by the names that Geniziz gives its fields',
	});
}

/** The input of a body that is left to the user. */
interface AnyFieldsInput extends Clearing {
	readonly jsonBody?: Record<string, unknown>;
	readonly fieldValues?: Record<string, unknown>;
}

/**
 * A body that Geniziz's document leaves open ("Request body (JSON) { }"), and with it the answer:
 * fields by name, or JSON.
 *
 * @param example what the JSON may look like, as far as the document's names go
 * @param typed the usual fields, for which the form has a place
 */
export function anyFields<const Typed extends readonly Field[]>(
	example: object | undefined,
	...typed: Typed
) {
	return {
		fields: bodyFields(example, ...typed, fieldValues(typed)),
		body: (input: AnyFieldsInput): object => input.jsonBody ?? anyBody(typed, input),
		answer: undocumented(),
	} as const;
}

/** The same for an Update, which can also clear fields. */
export function anyChanges<const Typed extends readonly Field[]>(example: object, ...typed: Typed) {
	const clearing = typed.length > 0 ? clearFields(typed) : ([clearOtherFields(typed)] as const);
	return {
		fields: bodyFields(example, ...typed, fieldValues(typed), ...clearing),
		body: (input: AnyFieldsInput): object =>
			input.jsonBody ?? withCleared(anyBody(typed, input), input),
		check: (input: AnyFieldsInput) => clearingIssues(anyBody(typed, input), typed, input),
		answer: undocumented(),
	} as const;
}

function anyBody(typed: readonly Field[], input: AnyFieldsInput): Record<string, unknown> {
	const given: Values = { ...input };
	const own = Object.fromEntries(typed.map(({ name }) => [name, given[name]]));
	return { ...bodyOf(own), ...input.fieldValues };
}
