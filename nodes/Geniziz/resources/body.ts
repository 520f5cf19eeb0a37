import { bodyFields } from '../../shared/form/body';
import { collection, type Field } from '../../shared/form/field';
import { keyValues } from '../../shared/form/keyValues';
import { undocumented } from '../../shared/operations/answer';
import { onlySet } from '../../shared/values/records';
import { snakeCase } from '../../shared/values/text';

const placeholder = 'Add field';

/** The optional fields of a Create. */
export function additionalFields<const Fields extends readonly Field[]>(fields: Fields) {
	const property = {
		displayName: 'Additional Fields',
		name: 'additionalFields',
		placeholder,
	} as const;
	return collection(property, fields);
}

/** The fields of an Update: only those that are added are sent. */
export function updateFields<const Fields extends readonly Field[]>(fields: Fields) {
	const property = { displayName: 'Update Fields', name: 'updateFields', placeholder } as const;
	return collection(property, fields);
}

/** For what a record takes beyond the fields that the document shows. */
export const otherFields = keyValues({
	name: 'otherFields',
	displayName: 'Other Fields',
	description: 'Further fields, such as custom ones, by the names that Geniziz gives them',
});

/** The body of a form's values: only what is set, by Geniziz's names (statusId: status_id). */
export function bodyOf(values: {
	readonly [name: string]: unknown;
	readonly otherFields?: Record<string, unknown>;
}): Record<string, unknown> {
	const { otherFields: others, ...own } = values;
	const named = Object.entries(own).map(([name, value]) => [snakeCase(name), value]);
	return { ...onlySet(Object.fromEntries(named)), ...others };
}

const fieldValues = keyValues({
	name: 'fieldValues',
	displayName: 'Fields',
	description: 'What to send, by the names that Geniziz gives its fields',
});

/** The input of a body that is left to the user. */
export interface AnyFieldsInput {
	readonly jsonBody?: Record<string, unknown>;
	readonly fieldValues?: Record<string, unknown>;
}

/**
 * A body that Geniziz's document leaves open ("Request body (JSON) { }"), and with it the answer:
 * fields by name, or JSON.
 *
 * @param example what the JSON may look like
 */
export function anyFields(example: object) {
	return {
		fields: bodyFields(example, fieldValues),
		body: ({ jsonBody, fieldValues: values }: AnyFieldsInput): object => jsonBody ?? values ?? {},
		answer: undocumented(),
	} as const;
}
