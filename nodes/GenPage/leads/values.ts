import type { IDataObject } from 'n8n-workflow';
import { nestedIssue } from '../../shared/columns';
import type { FieldIssue, Read } from '../../shared/parameters';
import { isBlank, quote, type Columns } from '../../shared/schema';
import { columnName } from './columns';
import { hasIdentity, IDENTITY_COLUMNS } from './identity';

/** The values of one lead, as GenPage takes them. */
export type LeadValues = Record<string, string | number | boolean>;

const EMAIL = /^[^\s@]+@[^\s@]+$/;

/**
 * Makes a lead's values from an item: all its fields, or those mapped in the form.
 *
 * Empty cells of a spreadsheet are sent as they are: what they mean is for GenPage to say. Empty
 * identifications and missing values are left out.
 */
export function leadValues(columns: Columns, json: IDataObject): Read<LeadValues> {
	const given = columns.mode === 'autoMapInputData' ? json : columns.values;
	const values: LeadValues = {};
	const issues: FieldIssue[] = [];
	for (const [key, value] of Object.entries(given)) {
		const name = columns.mode === 'autoMapInputData' ? columnName(key) : key;
		const isIdentity = IDENTITY_COLUMNS.some((column) => column === name);
		if (value === null || value === undefined || (isIdentity && isBlank(value))) continue;
		if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
			values[name] = value;
		} else if (value instanceof Date) {
			values[name] = value.toISOString();
		} else {
			issues.push(nestedIssue(key, value, 'GenPage takes text, numbers and true or false'));
		}
	}
	const problems = [...issues, ...emailIssues(values), ...identityIssues(values)];
	return problems.length > 0 ? { issues: problems } : { input: values };
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
