// JSON Schema as far as n8n's editor reads it: the type of a value, and what is inside of it.
import { z } from 'zod';
import { recordOf } from '../results.mts';

type Kind = 'string' | 'number' | 'boolean' | 'null' | 'object' | 'array';

/** What n8n takes of JSON Schema. Of several types it shows the first. */
export interface JsonSchema {
	readonly type: Kind | readonly [Kind, 'null'];
	readonly properties?: Readonly<Record<string, JsonSchema>>;
	readonly items?: JsonSchema;
}

/**
 * The schema of values that are of one form. Fields stand in the order of the record that has the most.
 *
 * @param values JSON, at least one
 * @param place where they are, for the error
 * @throws Error when they are of several forms: n8n would show one of them for all
 */
export function schemaOf(values: readonly unknown[], place = 'it'): JsonSchema {
	const kinds = new Set(values.map((value) => kindOf(value, place)));
	const isNullable = kinds.delete('null');
	const [kind = 'null', ...others] = kinds;
	if (others.length > 0) throw new Error(`${place} is a ${[...kinds].join(' and a ')}`);
	if (kind === 'array') return { type: kind, ...itemsOf(values.flatMap(listOf), place) };
	// The editor unfolds only what has the one type.
	if (kind === 'object') return { type: kind, properties: fieldsOf(values.map(recordOf), place) };
	return { type: isNullable && kind !== 'null' ? [kind, 'null'] : kind };
}

function kindOf(value: unknown, place: string): Kind {
	if (value === null) return 'null';
	if (Array.isArray(value)) return 'array';
	const type = typeof value;
	if (type === 'string' || type === 'number' || type === 'boolean' || type === 'object')
		return type;
	throw new Error(`${place} is no JSON`);
}

function listOf(value: unknown): unknown[] {
	return Array.isArray(value) ? value : [];
}

function itemsOf(values: readonly unknown[], place: string): Pick<JsonSchema, 'items'> {
	return values.length > 0 ? { items: schemaOf(values, `an entry of ${place}`) } : {};
}

function fieldsOf(
	records: ReadonlyArray<Readonly<Record<string, unknown>>>,
	place: string,
): Readonly<Record<string, JsonSchema>> {
	const names = [
		...new Set(
			records
				.map((record) => Object.keys(record))
				.sort((one, other) => other.length - one.length)
				.flat(),
		),
	];
	return Object.fromEntries(
		names.map((name) => {
			const having = records.filter((record) => record[name] !== undefined);
			const values = having.map((record) => record[name]);
			return [name, schemaOf(values, `'${name}' of ${place}`)];
		}),
	);
}

const kinds = z.enum(['string', 'number', 'boolean', 'null', 'object', 'array']);

const schemaShape: z.ZodType<JsonSchema> = z.lazy(() =>
	z
		.object({
			type: z.union([kinds, z.tuple([kinds, z.literal('null')])]),
			properties: z.record(schemaShape).optional(),
			items: schemaShape.optional(),
		})
		.strict(),
);

/** A schema as it was read from a file. @throws ZodError when n8n would not take it as it is meant */
export function readSchema(parsed: unknown): JsonSchema {
	return schemaShape.parse(parsed);
}

/** What tells whether a value is as a schema has it: a field may be missing or null, and others be there. */
export function checkOf({ type, properties = {}, items }: JsonSchema): z.ZodTypeAny {
	const [kind] = typeof type === 'string' ? [type] : type;
	const fields = Object.entries(properties).map(
		([name, its]) => [name, checkOf(its).optional()] as const,
	);
	const checks: Readonly<Record<Kind, z.ZodTypeAny>> = {
		string: z.string(),
		number: z.number(),
		boolean: z.boolean(),
		null: z.null(),
		array: z.array(items ? checkOf(items) : z.unknown()),
		object: z.object(Object.fromEntries(fields)),
	};
	return checks[kind].nullable();
}
