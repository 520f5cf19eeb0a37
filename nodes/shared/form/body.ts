import type { FieldIssue } from '../values/issues';
import { onlySet } from '../values/records';
import { snakeCase } from '../values/text';
import type { Names } from '../meaning/names';
import { field, shownFor, type Field } from './field';
import { matchedField } from './matching';
import { MEANING } from './meaning';
import { previewFields } from './matchPreview';
import { jsonObject, oneOf } from './schema';

const MODES = [
	{ name: 'Enter Fields', value: 'fields', description: 'Fill in the fields below' },
	{
		name: 'Enter JSON',
		value: 'json',
		description: 'Write everything to send as one JSON object',
	},
];

const byMeaning = {
	name: 'Match Fields by Meaning',
	value: MEANING,
	description:
		"Send what is known in the item, whatever its fields are called, such as 'Work Email'",
};

const dataMode = dataModeOf(MODES);
const dataModeWithMeaning = dataModeOf([...MODES, byMeaning]);

/** What is sent: fields, JSON, or what the item holds. */
function dataModeOf(options: typeof MODES) {
	return field(
		{
			displayName: 'Data',
			name: 'dataMode',
			type: 'options',
			noDataExpression: true,
			default: 'fields',
			options,
		},
		oneOf(
			options.map(({ value }) => value),
			'fields',
		),
	);
}

/**
 * The fields of an operation that sends a body: entered one by one, or all together as JSON.
 *
 * An operation's body is then `input.jsonBody ?? {...}`, since jsonBody is only there when it was
 * chosen.
 *
 * @param example what the JSON may look like, shown in the form; undefined where no document says
 * @param typed the fields that make the body when no JSON is entered
 */
export function bodyFields<const Typed extends readonly Field[]>(
	example: object | undefined,
	...typed: Typed
) {
	return [
		dataMode,
		...typed.map((each: Typed[number]) => shownFor('dataMode', ['fields'], each)),
		shownFor('dataMode', ['json'], jsonBody(example)),
	] as const;
}

/**
 * The same, where a third mode makes the body of the item: what the vendor knows of it, by the vendor's
 * names. That comes as jsonBody. Some fields are there beside it, for what no item says: a body is
 * `{ ...input.jsonBody, ...what is entered }`.
 *
 * @param names what the vendor calls what it knows
 * @param typed the fields that make the body when they are entered one by one
 * @param beside those of them that may also be entered where the rest is made of the item
 */
export function matchedBodyFields<
	const Typed extends readonly Field[],
	const Beside extends readonly Field[],
>(names: Names, example: object | undefined, typed: Typed, beside: Beside) {
	const [, ...entered] = bodyFields(example, ...typed);
	return [
		dataModeWithMeaning,
		...entered,
		matchedField('jsonBody', names),
		...previewFields('dataMode'),
		...beside.map((each: Beside[number]) => shownFor('dataMode', ['fields', MEANING], each)),
	] as const;
}

/**
 * The same, where what is made of the item is one part of the body, and other fields are entered also then.
 *
 * @param part the field whose value is made of the item
 * @param names what the vendor calls what it knows: all of it, and as the other fields have it
 */
export function matchedPartFields<const Part extends Field, const Other extends Field>(
	example: object,
	part: Part,
	names: {
		readonly all: Names;
		readonly of: NonNullable<Field['fromItem']>;
		readonly dependOn: readonly string[];
	},
	other: Other,
) {
	return [
		dataModeWithMeaning,
		shownFor('dataMode', ['fields'], part),
		shownFor('dataMode', ['fields', MEANING], other),
		shownFor('dataMode', ['json'], jsonBody(example)),
		matchedField<Part['name']>(part.name, names.all, names.of),
		...previewFields('dataMode', names.dependOn),
	] as const;
}

/**
 * What is wrong with a body that would change or create nothing, since all its fields are empty.
 *
 * @param wrong what it does not do, continuing the sentence that starts with 'Data'
 */
export function nothingSetIssues(
	body: object,
	wrong = 'sets nothing to change',
): readonly FieldIssue[] {
	if (Object.values(body).some((value) => value !== undefined)) return [];
	const fix = 'Set at least one field in the node, or check the expressions in it';
	return [{ field: 'Data', wrong, fix }];
}

function jsonBody(example: object | undefined) {
	return field(
		{
			displayName: 'JSON',
			name: 'jsonBody',
			type: 'json',
			default: '',
			required: true,
			// n8n's JSON editor shows no placeholder.
			hint: example && `e.g. ${JSON.stringify(example)}`,
			description: 'What to send, as a JSON object or an expression that gives one',
		},
		jsonObject,
	);
}

/**
 * The values of a form by the names of many vendors: companyName becomes company_name. Empty ones are
 * left out, so that an update changes only what is set.
 */
export function snakeCased(values: object = {}): Record<string, unknown> {
	const named = Object.entries(values).map(([name, value]) => [snakeCase(name), value]);
	return onlySet(Object.fromEntries(named));
}
