import type { INodeProperties } from 'n8n-workflow';
import type { ZodTypeAny } from 'zod';
import { field, type Field } from './field';
import { optionalText, text } from './schema';

/** A text property, without what all of them share. */
export type TextProperty<Name extends string> = Omit<
	INodeProperties,
	'type' | 'default' | 'name'
> & { readonly name: Name };

/** Text that may be left empty, unless another schema says otherwise. */
export function textField<const Name extends string>(
	property: TextProperty<Name>,
): Field<Name, typeof optionalText>;
export function textField<const Name extends string, Schema extends ZodTypeAny>(
	property: TextProperty<Name>,
	schema: Schema,
): Field<Name, Schema>;
export function textField(property: TextProperty<string>, schema: ZodTypeAny = optionalText) {
	return field({ ...property, type: 'string', default: '' }, schema);
}

/** Text that must be given. */
export function requiredTextField<const Name extends string>(property: TextProperty<Name>) {
	return field({ ...property, type: 'string', default: '', required: true }, text);
}
