import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';
import { Matcher } from '../meaning/matches';
import type { Names } from '../meaning/names';
import { field, shownFor, type Field } from './field';
import { previewFields } from './matchPreview';
import { MEANING } from './meaning';
import { jsonObject, oneOf } from './schema';

/** Both modes in which an operation of many items may name its columns. */
const MODES = ['asGiven', MEANING] as const;

const SPELLINGS =
	'https://github.com/n8n-nodes-outbound/n8n-nodes-outbound/blob/main/docs/matching.md';

/** What matching does, in words for the form. */
function told({ vendor }: Names): string {
	return `The fields of each item are recognised by their names, <a href="${SPELLINGS}" target="_blank">however they are spelled</a>: 'Work Email', 'contact_email' and 'E-mail 1 - Value' are its email. What ${vendor} does not know is not sent. A hint after the run tells what was matched.`;
}

function notice(names: Names, shownWhen: string) {
	return {
		displayName: told(names),
		name: 'matchedNotice',
		type: 'notice' as const,
		default: '',
		displayOptions: { show: { [shownWhen]: [MEANING] } },
	};
}

/** The field that says how the columns of an item are named, before 'Columns'. */
export function columnNames(names: Names, dependsOn?: readonly string[]) {
	return [
		field(
			{
				displayName: 'Column Names',
				name: 'mapping',
				type: 'options',
				noDataExpression: true,
				default: 'asGiven',
				description: 'How the fields of the input are told from each other',
				options: [
					{
						name: 'Match Fields by Meaning',
						value: MEANING,
						description: `Recognise the fields of other services, such as 'Work Email' or 'companyName', and send what ${names.vendor} knows`,
					},
					{
						name: 'Use Names as They Are',
						value: 'asGiven',
						description: `The input has ${names.vendor}'s own names, or you map each column`,
					},
				],
			},
			oneOf(MODES, 'asGiven'),
		),
		noticeField(notice(names, 'mapping')),
		...previewFields('mapping', dependsOn),
	] as const;
}

/** A notice is no parameter: it has no value. */
function noticeField(property: ReturnType<typeof notice>) {
	return { ...field(property, z.unknown()), formOnly: true };
}

/**
 * The field whose value is made of the item: all that the vendor knows of it, by the vendor's names.
 *
 * @param name the field whose place it takes
 * @param names the vendor's, which may depend on what else is entered
 */
export function matchedField<const Name extends string>(
	name: Name,
	shown: Names,
	names: (given: Readonly<Record<string, unknown>>) => Names = () => shown,
): Field<Name, typeof jsonObject> {
	const made = { ...field(notice(shown, 'dataMode'), jsonObject), name, fromItem: names };
	return shownFor('dataMode', [MEANING], made);
}

/**
 * What to add to the advice on what an item lacks: that matching would find it.
 *
 * @param wanted the vendor's names of which one is needed
 */
export function matchingAdvice(names: Names, json: IDataObject, wanted: readonly string[]): string {
	const { from } = new Matcher(names).match(json);
	const found = wanted.find((name) => from.has(name));
	const [origin] = from.get(found ?? '') ?? [];
	if (found === undefined || origin === undefined) return '';
	return `. '${origin}' would be taken as '${found}': choose 'Match Fields by Meaning' in 'Column Names'`;
}
