import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod';
import type { Names } from '../meaning/names';
import { isRecord } from '../values/records';
import { byText } from '../values/text';

/** One form field: the n8n property that shows it and the schema that checks its value. */
export interface Field<Name extends string = string, Schema extends z.ZodTypeAny = z.ZodTypeAny> {
	readonly name: Name;
	readonly property: INodeProperties;
	readonly schema: Schema;
	/** Fields inside a collection, by name: their display names are used in errors. */
	readonly inner?: readonly Field[];
	/** What the vendor calls it in errors, where that is not the name in snake case. */
	readonly vendorName?: string;
	/** Shown for some values of other fields only; while it is hidden it is not checked. */
	readonly only?: readonly Condition[];
	/**
	 * Given where its value is not entered but made of the item: what the vendor calls what it knows,
	 * which may depend on what is entered in the other fields.
	 */
	readonly fromItem?: (given: Readonly<Record<string, unknown>>) => Names;
	/** Whether it only shows something in the form, and no value of it is ever read. */
	readonly formOnly?: boolean;
}

/** The other field that decides whether one is shown, and its values for that. */
interface Condition {
	readonly field: string;
	readonly values: readonly string[];
}

/** The checked values of a list of fields, by field name; undefined for one that is hidden. */
export type InputOf<Fields extends readonly Field[]> = {
	[F in Fields[number] as F['name']]:
		| z.output<F['schema']>
		| (F extends { readonly only: readonly Condition[] } ? undefined : never);
};

/**
 * Pairs an n8n property literal with its schema.
 *
 * @param property the property as n8n knows it, without displayOptions for resource and operation
 * @param schema what the value must be; see schema.ts for the common ones
 */
export function field<const Name extends string, Schema extends z.ZodTypeAny>(
	property: INodeProperties & { name: Name },
	schema: Schema,
): Field<Name, Schema> {
	return { name: property.name, property, schema };
}

/**
 * An optional collection of fields, such as Options. Its fields are shown in alphabetical order.
 *
 * @param property name, label and the text of the add button
 * @param inner the fields in it; each must accept being left out
 */
export function collection<const Name extends string, const Inner extends readonly Field[]>(
	property: { displayName: string; name: Name; placeholder: string },
	inner: Inner,
): Field<Name, ReturnType<typeof shapeOf<Inner>>> {
	const sorted = inner.toSorted((a, b) => byText(a.property.displayName, b.property.displayName));
	return {
		name: property.name,
		inner,
		property: {
			...property,
			type: 'collection',
			default: {},
			options: sorted.map((option) => option.property),
		},
		schema: shapeOf(inner),
	};
}

/** Shows a field only while another one has one of some values, beside what it depends on already. */
export function shownFor<F extends Field>(
	field: string,
	values: readonly string[],
	dependent: F,
): F & { readonly only: readonly Condition[] } {
	const { displayOptions } = dependent.property;
	const show = { ...displayOptions?.show, [field]: [...values] };
	const property = { ...dependent.property, displayOptions: { ...displayOptions, show } };
	return { ...dependent, property, only: [...(dependent.only ?? []), { field, values }] };
}

/** Whether a field is shown. @param values those of the other fields */
export function isShown(
	only: Field['only'] = [],
	values: Readonly<Record<string, unknown>>,
): boolean {
	return only.every((condition) =>
		condition.values.some((each) => each === values[condition.field]),
	);
}

/**
 * The schema of a list of fields together. Values that no field names are left out. A field that
 * depends on another one comes after it in the list.
 */
export function shapeOf<const Fields extends readonly Field[]>(fields: Fields) {
	return z.unknown().transform((value, context): InputOf<Fields> => {
		const given = isRecord(value) ? value : {};
		const result: Record<string, unknown> = {};
		for (const { name, schema, only } of fields) {
			if (!isShown(only, result)) continue;
			const parsed = schema.safeParse(given[name]);
			if (parsed.success) result[name] = parsed.data;
			else
				for (const issue of parsed.error.issues) {
					context.addIssue({ code: 'custom', message: issue.message, path: [name, ...issue.path] });
				}
		}
		// A loop over a tuple is beyond the compiler; every name of InputOf was set just above.
		return result as InputOf<Fields>;
	});
}
