import { z } from 'zod';
import { isBlank, quote } from '../values/text';
import { field } from './field';
import { rows } from './fixedCollection';
import { checked, oneOf, text, wordsOf, type Verdict } from './schema';

const name = field(
	{ displayName: 'Name', name: 'name', type: 'string', default: '', placeholder: 'e.g. name' },
	text,
);

const type = field(
	{
		displayName: 'Type',
		name: 'type',
		type: 'options',
		default: 'asIs',
		options: [
			{ name: 'As It Is', value: 'asIs', description: 'Text, or what an expression gives' },
			{ name: 'Boolean', value: 'boolean', description: 'True or false' },
			{ name: 'JSON', value: 'json', description: 'A list or an object' },
			{ name: 'Number', value: 'number' },
		],
	},
	oneOf(['asIs', 'boolean', 'json', 'number'], 'asIs'),
);

const value = field(
	{
		displayName: 'Value',
		name: 'value',
		type: 'string',
		default: '',
		placeholder: 'e.g. Acme Inc',
	},
	z.unknown(),
);

/**
 * Fields that the user names, for what a vendor takes beyond the documented ones. Gives an object
 * of values by name.
 */
export function keyValues<const Name extends string>(property: {
	readonly name: Name;
	readonly displayName: string;
	readonly description: string;
	readonly hint?: string;
}) {
	const named = rows({ ...property, placeholder: 'Add field', row: 'Field' }, [name, type, value]);
	const schema = checked((given): Verdict<Record<string, unknown>> => {
		const parsed = named.schema.safeParse(given);
		if (!parsed.success) return { wrong: wordsOf(parsed) };
		const values: Record<string, unknown> = {};
		const wrong: string[] = [];
		for (const each of parsed.data) {
			// Blank is absent: a field is cleared by name, with Clear Fields.
			if (isBlank(each.value)) continue;
			const read = typed[each.type].safeParse(each.value);
			if (read.success) values[each.name] = read.data;
			else wrong.push(`has for '${each.name}' a value that ${wordsOf(read)}`);
		}
		return wrong.length > 0 ? { wrong: wrong.join('; ') } : { ok: values };
	});
	return { ...named, schema };
}

/** How a value is read, by the type chosen for it. */
const typed = {
	asIs: z.unknown(),
	number: checked((given) => {
		const number = Number(given);
		if (Number.isFinite(number)) return { ok: number };
		return { wrong: `must be a number, not ${quote(given)}` };
	}),
	boolean: checked((given) => {
		const word = String(given).trim().toLowerCase();
		if (word === 'true' || word === 'false') return { ok: word === 'true' };
		return { wrong: `must be true or false, not ${quote(given)}` };
	}),
	json: checked<unknown>((given) => {
		if (typeof given !== 'string') return { ok: given };
		try {
			return { ok: JSON.parse(given) };
		} catch {
			return { wrong: `must be JSON such as ["a", "b"], not ${quote(given)}` };
		}
	}),
};
