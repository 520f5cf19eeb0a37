import type { FieldIssue } from '../values/issues';
import { byText, snakeCase } from '../values/text';
import { field, type Field } from './field';
import { textList } from './schema';

/** What an input says is to be cleared, by the vendor's names; fields that are hidden say nothing. */
export interface Clearing {
	readonly clearFields?: readonly string[];
	readonly clearOtherFields?: readonly string[];
}

/**
 * Clears fields by their names: those that the form does not have, or all where it has none.
 *
 * @param clearable the form's fields that a record can be without
 */
export function clearOtherFields(clearable: readonly Field[]) {
	const which = clearable.length > 0 ? 'Further fields' : 'The fields';
	return field(
		{
			displayName: labelByName(clearable),
			name: 'clearOtherFields',
			type: 'string',
			default: '',
			placeholder: 'e.g. first_field, second_field',
			description: `${which} to empty, by the names that the service gives them, with commas between them`,
		},
		textList,
	);
}

function labelByName(clearable: readonly Field[]): string {
	return clearable.length > 0 ? 'Clear Other Fields' : 'Clear Fields';
}

/**
 * The two fields with which an update clears others: those of the form from a list, any other by
 * name. There is no other way, since a field that is left empty stays as it is.
 *
 * @param clearable the form's fields that a record can be without
 */
export function clearFields(clearable: readonly Field[]) {
	const choices = clearable
		.map((each) => ({ name: each.property.displayName, value: vendorNameOf(each) }))
		.toSorted((a, b) => byText(a.name, b.name));
	const listed = field(
		{
			displayName: 'Clear Fields',
			name: 'clearFields',
			type: 'multiOptions',
			default: [],
			options: choices,
			description:
				'The fields to empty: one that is merely left empty stays as it is. An expression may give a list, or names with commas between them.',
		},
		textList,
	);
	return [listed, clearOtherFields(clearable)] as const;
}

/** A body that also clears: null for each field that is named. */
export function withCleared(
	body: Readonly<Record<string, unknown>>,
	{ clearFields: listed = [], clearOtherFields: named = [] }: Clearing = {},
): Record<string, unknown> {
	const nulls = [...listed, ...named].map((name) => [name, null] as const);
	return { ...body, ...Object.fromEntries(nulls) };
}

/**
 * Fields that are both set and cleared.
 *
 * @param body what is set, by the vendor's names
 * @param clearable as clearFields() has them: their display names are used
 */
export function clearingIssues(
	body: Readonly<Record<string, unknown>>,
	clearable: readonly Field[],
	{ clearFields: listed = [], clearOtherFields: named = [] }: Clearing = {},
): readonly FieldIssue[] {
	const isSet = (name: string) => Object.hasOwn(body, name) && (body[name] ?? null) !== null;
	const labelOf = (name: string) =>
		clearable.find((each) => vendorNameOf(each) === name)?.property.displayName ?? name;
	const issueOf = (name: string, from: string) => ({
		field: from,
		wrong: `clears '${labelOf(name)}', which is set as well`,
		fix: `Set '${labelOf(name)}' or clear it, not both`,
	});
	return [
		...listed.filter(isSet).map((name) => issueOf(name, 'Clear Fields')),
		...named.filter(isSet).map((name) => issueOf(name, labelByName(clearable))),
	];
}

/** The values of a collection that has these fields, without them. */
export function withoutClearing(values: object = {}): Record<string, unknown> {
	const isValue = ([name]: readonly [string, unknown]) =>
		name !== 'clearFields' && name !== 'clearOtherFields';
	return Object.fromEntries(Object.entries(values).filter(isValue));
}

function vendorNameOf({ name, vendorName }: Field): string {
	return vendorName ?? snakeCase(name);
}
