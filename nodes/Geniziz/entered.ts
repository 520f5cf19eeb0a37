import { collection, type Field } from '../shared/field';
import { keyValues } from '../shared/keyValues';
import { onlySet } from '../shared/onlySet';
import { snakeCase } from '../shared/snakeCase';

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

/** The body of what was entered: only what is set, by Geniziz's names (statusId: status_id). */
export function bodyOf(entered: {
	readonly [name: string]: unknown;
	readonly otherFields?: Record<string, unknown>;
}): Record<string, unknown> {
	const { otherFields: others, ...own } = entered;
	const named = Object.entries(own).map(([name, value]) => [snakeCase(name), value]);
	return { ...onlySet(Object.fromEntries(named)), ...others };
}
