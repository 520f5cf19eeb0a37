import { field } from './field';
import { optionsOf } from './options';
import { textList } from './schema';

/**
 * Two options with which the user chooses the fields that the vendor returns: the common ones from
 * a list, any other by name.
 *
 * @param common labels by the vendor's field names
 */
export function selectFields(common: Readonly<Record<string, string>>) {
	const choices = Object.entries(common).map(([value, name]) => ({ name, value }));
	return [
		field(
			{
				displayName: 'Fields',
				name: 'fields',
				type: 'multiOptions',
				default: [],
				options: choices,
				description:
					'The fields to return, instead of all. An expression may give a list, or names with commas between them.',
			},
			textList,
		),
		field(
			{
				displayName: 'Other Fields',
				name: 'otherFields',
				type: 'string',
				default: '',
				placeholder: `e.g. ${choices
					.slice(-2)
					.map(({ value }) => value)
					.join(', ')}`,
				description: 'Further fields to return, by name, with commas between them',
			},
			textList,
		),
	] as const;
}

/** The names of the fields that an input with these options asks for; none means all. */
export function selectedFields(input: unknown): string[] {
	const { fields, otherFields } = optionsOf(input);
	const names = [fields, otherFields].flat();
	return [...new Set(names.filter((each) => typeof each === 'string'))];
}
