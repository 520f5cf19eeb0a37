import type { INodeExecutionData } from 'n8n-workflow';
import { columnValues } from '../../../shared/form/columnMapping';
import { matchingAdvice } from '../../../shared/form/matching';
import type { Matched } from '../../../shared/meaning/matches';
import type { Names } from '../../../shared/meaning/names';
import type { Entry } from '../../../shared/operations/grouping';
import type { Checked, FieldIssue } from '../../../shared/values/issues';
import { quote, textOf } from '../../../shared/values/text';
import { names } from '../../names';
import { columnName, withoutPlaces } from './columns';
import type { UpsertInput } from './fields';
import { hasIdentity, IDENTITY_COLUMNS, identityOf, keysOf, type LeadValues } from './identity';

const EMAIL = /^[^\s@]+@[^\s@]+$/;

/**
 * Makes a lead's entry in a batch from an item: all its fields, or those mapped in the form.
 */
export function leadEntry(
	input: UpsertInput,
	{ json }: INodeExecutionData,
): Checked<Entry<LeadValues>> {
	const takes = 'GenPage takes text, numbers and true or false';
	const given = columnValues(input.columns, json, { nameOf: columnName, takes });
	if ('issues' in given) return { issues: given.issues };
	const isAuto = input.columns.mode === 'autoMapInputData';
	return entryOf(withoutSpaces(given.input), () =>
		isAuto ? matchingAdvice(names, json, IDENTITY_COLUMNS) : '',
	);
}

/** The same of an item whose fields are matched by what they mean, with the rest of its fields as they are. */
export function meantEntry(match: (names: Names) => Matched): Checked<Entry<LeadValues>> {
	const { values, rest, issues } = match(names);
	if (issues.length > 0) return { issues };
	const lead: LeadValues = withoutPlaces(rest());
	for (const [name, value] of Object.entries(values)) {
		// Another service's lead_id would be taken for one of GenPage's, which are whole numbers.
		if (name === 'lead_id' && !/^\d+$/.test(String(value))) continue;
		lead[name] = typeof value === 'number' ? value : (textOf(value) ?? '');
	}
	return entryOf(lead, () => '');
}

/** @param advice what else to say where nothing tells whom the lead is */
function entryOf(values: LeadValues, advice: () => string): Checked<Entry<LeadValues>> {
	const issues = [...emailIssues(values), ...identityIssues(values, advice)];
	if (issues.length > 0) return { issues };
	return { input: { payload: values, identities: keysOf(identityOf(values)) } };
}

/** What tells the lead, as GenPage may compare it to the letter. Any other value is the user's own text. */
function withoutSpaces(values: LeadValues): LeadValues {
	const isIdentity = (name: string) => IDENTITY_COLUMNS.some((column) => column === name);
	const trimmed = Object.entries(values).map(([name, value]): [string, LeadValues[string]] => [
		name,
		isIdentity(name) && typeof value === 'string' ? value.trim() : value,
	]);
	return Object.fromEntries(trimmed);
}

function emailIssues({ email }: LeadValues): FieldIssue[] {
	if (email === undefined || EMAIL.test(String(email).trim())) return [];
	return [
		{
			field: 'email',
			wrong: `must be an email address, not ${quote(email)}`,
			fix: "Correct it in the item, e.g. name@email.com, or leave it empty and give a 'linkedin_profile_url'",
		},
	];
}

function identityIssues(values: LeadValues, advice: () => string): FieldIssue[] {
	if (hasIdentity(values)) return [];
	const names = Object.keys(values);
	const found = names.length > 0 ? `the fields ${names.slice(0, 10).join(', ')}` : 'no fields';
	return [
		{
			field: 'Columns',
			wrong: "has no 'email', 'linkedin_profile_url', 'lead_id' or 'genpage_url'",
			fix: `A new lead needs 'email' or 'linkedin_profile_url', an existing one 'lead_id' or 'genpage_url'. This item has ${found}${advice()}`,
		},
	];
}
