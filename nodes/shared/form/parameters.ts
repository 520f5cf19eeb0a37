import {
	tryToParseDateTime,
	type IDataObject,
	type IExecuteFunctions,
	type NodePropertyTypes,
} from 'n8n-workflow';
import type { Matching } from '../meaning/matching';
import type { Names } from '../meaning/names';
import type { Checked, FieldIssue } from '../values/issues';
import { isRecord } from '../values/records';
import { isShown, shapeOf, type Field, type InputOf } from './field';

/** The items of a run, where values are made of them. */
export interface ItemSource {
	readonly matching: Matching;
	/** An item's fields; undefined for a tool, which has no item. */
	json(itemIndex: number): IDataObject | undefined;
}

/**
 * Makes a function that reads and checks the parameters of one item.
 *
 * Parameters are read with the item's own index. One without an expression is the same for every
 * item, so what was read once is used again: that keeps 100,000 items cheap.
 */
export function inputReader<Fields extends readonly Field[]>(
	context: IExecuteFunctions,
	fields: Fields,
	source: ItemSource,
): (itemIndex: number) => Checked<InputOf<Fields>> {
	const values = valueReader(context);
	const timezone = context.getTimezone();
	const schema = shapeOf(fields);
	const constant = fields.every(
		({ name, fromItem, formOnly }) => fromItem || formOnly || !values.varies(name),
	);
	let known: Checked<InputOf<Fields>> | undefined;
	return (itemIndex) => {
		if (known) return known;
		const given: Record<string, unknown> = {};
		for (const field of fields) {
			const { name, property } = field;
			if (field.fromItem || field.formOnly) continue;
			const value = values.read(name, itemIndex, property.default, property.type);
			given[name] = inZone(field, value, timezone);
		}
		const ofItem = fields.find(({ fromItem, only }) => fromItem && isShown(only, given));
		const made = ofItem?.fromItem && matchedOf(itemIndex, ofItem.fromItem(given), source);
		if (made && 'issues' in made) return made;
		if (ofItem && made) given[ofItem.name] = made.input;
		const result = checkValues(fields, schema, given);
		if (constant && !ofItem) known = result;
		return result;
	};
}

/** What an item is to the vendor, by the vendor's names. */
function matchedOf(
	itemIndex: number,
	names: Names,
	source: ItemSource,
): Checked<Readonly<Record<string, unknown>>> {
	const item = source.json(itemIndex);
	if (!item) return { issues: [NO_ITEM] };
	const { values, issues } = source.matching.match(itemIndex, names, item);
	return issues.length > 0 ? { issues } : { input: values };
}

const NO_ITEM: FieldIssue = {
	field: 'Data',
	wrong: 'takes what is sent from the item, and a tool has none',
	fix: "Choose 'Enter Fields' or 'Enter JSON' in 'Data'",
};

/** Reads single parameters of items, each constant one once. */
export function valueReader(context: IExecuteFunctions) {
	const { parameters } = context.getNode();
	const constants = new Map<string, unknown>();
	const varies = (name: string) => hasExpression(parameters[name]);
	const get = (path: string, itemIndex: number, fallback: unknown): unknown =>
		// zod checks the value; n8n's own check would look through every property of the node.
		context.getNodeParameter(path, itemIndex, fallback ?? '', { skipValidation: true });
	return {
		varies,
		read(name: string, itemIndex: number, fallback: unknown, type?: NodePropertyTypes): unknown {
			if (constants.has(name)) return constants.get(name);
			const value =
				type === 'resourceMapper'
					? // Its schema is stored beside the values; resolving that for each item would be slow.
						{
							mappingMode: get(`${name}.mappingMode`, itemIndex, ''),
							value: get(`${name}.value`, itemIndex, {}),
						}
					: plainValue(get(name, itemIndex, fallback));
			if (!varies(name)) constants.set(name, value);
			return value;
		},
	};
}

/** As much of a zod schema as is needed here; it is the same in zod 3 and 4. */
interface Checker<Output> {
	safeParse(value: unknown):
		| { readonly success: true; readonly data: Output }
		| {
				readonly success: false;
				readonly error: {
					readonly issues: ReadonlyArray<{
						readonly path: readonly PropertyKey[];
						readonly message: string;
					}>;
				};
		  };
}

/** Checks values that were read already; triggers use it as well. */
export function checkValues<Input>(
	fields: readonly Field[],
	schema: Checker<Input>,
	values: Readonly<Record<string, unknown>>,
): Checked<Input> {
	const parsed = schema.safeParse(values);
	if (parsed.success) return { input: parsed.data };
	return { issues: parsed.error.issues.map(({ path, message }) => issueOf(fields, path, message)) };
}

function issueOf(
	fields: readonly Field[],
	path: readonly PropertyKey[],
	wrong: string,
): FieldIssue {
	const outer = fields.find(({ name }) => name === path[0]);
	const inner = outer?.inner?.find(({ name }) => name === path[1]);
	const { displayName, placeholder } = (inner ?? outer)?.property ?? {};
	const example = placeholder?.startsWith('e.g.') ? `, ${placeholder}` : '';
	return {
		field: displayName ?? path.join('.'),
		wrong,
		fix: `Set '${displayName ?? path.join('.')}' in the node${example}, or correct the expression`,
		isWhereOnly: true,
	};
}

/**
 * Dates as ISO 8601 with an offset, also those inside of a collection: n8n's date picker gives
 * none, and means the workflow's time zone. What is no date stays for the schema to refuse.
 */
export function inZone({ property, inner }: Field, value: unknown, timezone: string): unknown {
	if (inner && isRecord(value)) {
		const dates = inner.filter(
			({ name, property: { type } }) => type === 'dateTime' && name in value,
		);
		const zoned = dates.map((date) => [date.name, inZone(date, value[date.name], timezone)]);
		return { ...value, ...Object.fromEntries(zoned) };
	}
	const isText = typeof value === 'string';
	// n8n would also read a date out of any text that ends in a number.
	if (property.type !== 'dateTime' || (isText && !/^\d{4}-\d\d-\d\d/.test(value))) return value;
	try {
		return tryToParseDateTime(value, timezone).toISO() ?? value;
	} catch {
		return value;
	}
}

/** A resource locator's choice, also that of its default; every other value as it is. */
export function plainValue(value: unknown): unknown {
	const isLocator = isRecord(value) && ('__rl' in value || ('mode' in value && 'value' in value));
	return isLocator ? value.value : value;
}

function hasExpression(value: unknown): boolean {
	if (typeof value === 'string') return value.startsWith('=');
	if (Array.isArray(value)) return value.some(hasExpression);
	return isRecord(value) && Object.values(value).some(hasExpression);
}
