import type { INodeExecutionData } from 'n8n-workflow';
import { columnValues } from '../../../shared/form/columnMapping';
import type { Entry } from '../../../shared/operations/grouping';
import type { Checked, FieldIssue } from '../../../shared/values/issues';
import { quote } from '../../../shared/values/text';
import { columnName } from './columns';
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
	const values = 'input' in given ? withoutSpaces(given.input) : {};
	const issues = [
		...('issues' in given ? given.issues : []),
		...emailIssues(values),
		...('issues' in given ? [] : identityIssues(values)),
	];
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

function identityIssues(values: LeadValues): FieldIssue[] {
	if (hasIdentity(values)) return [];
	const names = Object.keys(values);
	const found = names.length > 0 ? `the fields ${names.slice(0, 10).join(', ')}` : 'no fields';
	return [
		{
			field: 'Columns',
			wrong: "has no 'email', 'linkedin_profile_url', 'lead_id' or 'genpage_url'",
			fix: `A new lead needs 'email' or 'linkedin_profile_url', an existing one 'lead_id' or 'genpage_url'. This item has ${found}`,
		},
	];
}
