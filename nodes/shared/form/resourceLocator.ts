import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod';
import { field, type Field } from './field';
import { plainValue } from './parameters';

/** What differs between resource locators. */
interface Locator<Name extends string>
	extends Pick<INodeProperties, 'required' | 'description' | 'hint'> {
	readonly name: Name;
	readonly displayName: string;
	/** An ID as the vendor writes it: 'e.g. 16'. */
	readonly placeholder: string;
	readonly searchListMethod: string;
}

/**
 * A field for one thing of the vendor: chosen from a list, or given by its ID. Works inside of
 * collections too.
 *
 * @param schema what the ID must be; the choice is unwrapped before it is checked
 */
export function resourceLocator<const Name extends string, Schema extends z.ZodTypeAny>(
	property: Locator<Name>,
	schema: Schema,
): Field<Name, z.ZodEffects<Schema, z.output<Schema>>> {
	return field(locatorProperty(property), z.preprocess(plainValue, schema));
}

/** The form's part of it. */
export function locatorProperty<const Name extends string>({
	searchListMethod,
	...property
}: Locator<Name>): INodeProperties & { name: Name } {
	const { displayName, placeholder } = property;
	return {
		...property,
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: `Select ${oneOf(displayName)}…`,
				typeOptions: { searchListMethod, searchable: true },
			},
			{ displayName: 'By ID', name: 'id', type: 'string', placeholder },
		],
	};
}

/** 'a workspace', 'an audience', 'an API token'. */
function oneOf(displayName: string): string {
	const words = displayName.split(' ');
	const noun = words.map((word) => (/^[A-Z]+$/.test(word) ? word : word.toLowerCase())).join(' ');
	return `${/^[aeio]/i.test(noun) ? 'an' : 'a'} ${noun}`;
}
