import type { IDataObject } from 'n8n-workflow';
import { columnValues, type Columns } from '../../../shared/form/columnMapping';
import { matchingAdvice } from '../../../shared/form/matching';
import { MEANING } from '../../../shared/form/meaning';
import type { Matched } from '../../../shared/meaning/matches';
import type { Names } from '../../../shared/meaning/names';
import type { Checked, FieldIssue } from '../../../shared/values/issues';
import { remembered } from '../../../shared/values/remembered';
import { isBlank } from '../../../shared/values/text';
import { fieldName } from './standardFields';

const nameOf = remembered(fieldName);

/** One record, as LeadGenius takes it. */
export type RecordValues = Record<string, string>;

/**
 * Makes a record's values from an item: all its fields, or those mapped in the form. Missing
 * values are left out; numbers and switches become text, as all of LeadGenius's values are.
 */
export function recordValues(columns: Columns, json: IDataObject): Checked<RecordValues> {
	const values = columnValues(columns, json, { nameOf, takes: 'LeadGenius takes text' });
	return 'issues' in values ? values : { input: asTexts(values.input) };
}

function asTexts(values: Readonly<Record<string, unknown>>): RecordValues {
	const texts: RecordValues = {};
	for (const name of Object.keys(values)) texts[name] = String(values[name]);
	return texts;
}

/** How the columns of an item are read. */
export interface Reading {
	readonly columns: Columns;
	readonly mapping: 'asGiven' | typeof MEANING;
}

/** The values of an item that is matched by meaning, or whose columns are named as they are. */
export function valuesOf(
	{ columns, mapping }: Reading,
	json: IDataObject,
	matched: () => Matched,
): Checked<RecordValues> {
	if (mapping !== MEANING) return recordValues(columns, json);
	const { values, issues } = matched();
	return issues.length > 0 ? { issues } : { input: asTexts(values) };
}

/** Issues, with the advice to match by meaning where that would find what is lacking. */
export function advised(
	issues: readonly FieldIssue[],
	names: Names,
	{ columns, mapping }: Reading,
	json: IDataObject,
): readonly FieldIssue[] {
	if (mapping === MEANING || columns.mode !== 'autoMapInputData') return issues;
	return issues.map((issue) => {
		const wanted = names.targets.filter(({ name }) => issue.fix.includes(`'${name}'`));
		const advice = matchingAdvice(
			names,
			json,
			wanted.map(({ name }) => name),
		);
		return { ...issue, fix: `${issue.fix}${advice}` };
	});
}

/** What tells a company or a contact from others, by the kind of thing. */
export interface Identifiers {
	readonly company: readonly string[];
	readonly contact: readonly string[];
}

const RECORD_IDENTIFIERS: Identifiers = {
	company: ['org_company_name', 'org_website'],
	contact: ['contact_last_name', 'contact_email'],
};

/**
 * What a record lacks to be enriched: company data needs a company identifier, contact data a
 * contact identifier, a lead, which has both, needs both (LeadGenius API Docs, "Creating an API
 * Campaign", records). The customer's own record IDs identify nothing to LeadGenius.
 */
export function recordIssues(values: RecordValues): readonly FieldIssue[] {
	const company = dataIn(values, 'org_');
	const contact = dataIn(values, 'contact_');
	if (company === undefined && contact === undefined) return [nothingIn(values)];
	return [
		...(company === undefined ? [] : lacking(values, 'company', company, RECORD_IDENTIFIERS)),
		...(contact === undefined ? [] : lacking(values, 'contact', contact, RECORD_IDENTIFIERS)),
	];
}

/** The name of a field with company or contact data, undefined when there is none. */
function dataIn(values: RecordValues, prefix: string): string | undefined {
	return Object.keys(values).find(
		(name) => name.startsWith(prefix) && !name.endsWith('_record_id') && !isBlank(values[name]),
	);
}

/** What a record of a kind lacks to be told from others. @param because the data that needs it */
export function lacking(
	values: RecordValues,
	kind: keyof Identifiers,
	because: string | undefined,
	identifiers: Identifiers,
): FieldIssue[] {
	const names = identifiers[kind];
	if (names.some((name) => !isBlank(values[name]))) return [];
	const either = names.map((name) => `'${name}'`).join(' or ');
	const data = because === undefined ? '' : `, which its ${kind} data ('${because}') needs`;
	return [
		{
			field: 'Columns',
			wrong: `has no ${either}${data}`,
			fix: `Give ${either}, so that LeadGenius knows which ${kind} is meant`,
		},
	];
}

function nothingIn(values: RecordValues): FieldIssue {
	const found = Object.keys(values).slice(0, 10).join(', ') || 'no fields';
	return {
		field: 'Columns',
		wrong: 'has no company and no contact data',
		fix: `An account needs 'org_company_name' or 'org_website', a contact 'contact_last_name' or 'contact_email'. This item has ${found}`,
	};
}
