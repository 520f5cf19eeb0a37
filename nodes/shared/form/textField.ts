import type { INodeProperties } from 'n8n-workflow';
import { field } from './field';
import { optionalText, text } from './schema';

/** A text property, without what all of them share. */
export type TextProperty<Name extends string> = Omit<
	INodeProperties,
	'type' | 'default' | 'name'
> & { readonly name: Name };

/** Text that may be left empty. */
export function textField<const Name extends string>(property: TextProperty<Name>) {
	return field({ ...property, type: 'string', default: '' }, optionalText);
}

/** Text that must be given. */
export function requiredTextField<const Name extends string>(property: TextProperty<Name>) {
	return field({ ...property, type: 'string', default: '', required: true }, text);
}
