import type { INodeProperties } from 'n8n-workflow';
import { isRecord } from '../values/records';
import { isBlank, quote } from '../values/text';
import { field, shapeOf, type Field, type InputOf } from './field';
import { checked } from './schema';

/** What differs between fields that hold rows or a group of fields. */
interface Holding<Name extends string> extends Pick<INodeProperties, 'description' | 'hint'> {
	readonly name: Name;
	readonly displayName: string;
	/** The text of the add button. */
	readonly placeholder: string;
	/** What one row is called: 'Email'. */
	readonly row: string;
	/** The field without which a row says nothing: where it is blank, the row is left out. */
	readonly key?: string;
}

/** Where n8n puts what is entered. */
const KEY = 'values';

/**
 * Several rows of the same fields, such as the emails of a lead. Rows in which nothing is entered
 * are left out.
 */
export function rows<const Name extends string, const Fields extends readonly Field[]>(
	holding: Holding<Name>,
	fields: Fields,
) {
	const shape = shapeOf(fields);
	return field(
		propertyOf(holding, fields, true),
		checked<Array<InputOf<Fields>>>((value) => {
			const list: unknown = isBlank(value) || isEmpty(value) ? [] : isRecord(value) && value[KEY];
			if (!Array.isArray(list)) return { wrong: `must be rows of fields, not ${quote(value)}` };
			const ok: Array<InputOf<Fields>> = [];
			for (const [at, row] of list.entries()) {
				if (isEmpty(row) || lacksKey(row, holding.key)) continue;
				const parsed = shape.safeParse(row);
				if (!parsed.success) return { wrong: `has in row ${at + 1}: ${said(parsed, fields)}` };
				ok.push(parsed.data);
			}
			return { ok };
		}),
	);
}

/** A few fields that belong together, such as an amount and its unit; undefined when left out. */
export function group<const Name extends string, const Fields extends readonly Field[]>(
	holding: Holding<Name>,
	fields: Fields,
) {
	const shape = shapeOf(fields);
	return field(
		propertyOf(holding, fields, false),
		checked<InputOf<Fields> | undefined>((value) => {
			if (isBlank(value) || isEmpty(value)) return { ok: undefined };
			const given = isRecord(value) ? value[KEY] : undefined;
			if (!isRecord(given)) return { wrong: `must be a group of fields, not ${quote(value)}` };
			const parsed = shape.safeParse(given);
			return parsed.success ? { ok: parsed.data } : { wrong: `has: ${said(parsed, fields)}` };
		}),
	);
}

function propertyOf<const Name extends string>(
	{ row, name, displayName, placeholder, description, hint }: Holding<Name>,
	fields: readonly Field[],
	multipleValues: boolean,
): INodeProperties & { name: Name } {
	const values = fields.map((each) => each.property);
	return {
		name,
		displayName,
		placeholder,
		description,
		hint,
		type: 'fixedCollection',
		typeOptions: { multipleValues },
		default: {},
		options: [{ name: KEY, displayName: row, values }],
	};
}

/** Whether a row lacks what it is about: an email's type alone is no email. */
function lacksKey(row: unknown, key: string | undefined): boolean {
	return key !== undefined && isRecord(row) && isBlank(row[key]);
}

/** Whether an object or a row has nothing in it. */
function isEmpty(value: unknown): boolean {
	return isRecord(value) && Object.values(value).every(isBlank);
}

interface Wrong {
	readonly error: {
		readonly issues: ReadonlyArray<{
			readonly path: readonly PropertyKey[];
			readonly message: string;
		}>;
	};
}

function said({ error }: Wrong, fields: readonly Field[]): string {
	return error.issues
		.map(({ path, message }) => {
			const inner = fields.find(({ name }) => name === path[0]);
			return `'${inner?.property.displayName ?? path.join('.')}' ${message}`;
		})
		.join('; ');
}
