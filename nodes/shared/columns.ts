import type { ResourceMapperField } from 'n8n-workflow';
import type { FieldIssue } from './parameters';
import { quote } from './schema';

/** A column of the mapping form. @param removed whether it is left out until it is asked for */
export function column(id: string, displayName: string, removed = false): ResourceMapperField {
	return {
		id,
		displayName,
		type: 'string',
		required: false,
		defaultMatch: false,
		display: true,
		removed,
	};
}

/** A column's name as vendors write it: 'Company Name' and 'companyName' are 'company_name'. */
export function asColumnName(given: string): string {
	return given
		.trim()
		.replace(/([a-z])([A-Z])/g, '$1_$2')
		.replace(/[\s-]+/g, '_')
		.toLowerCase();
}

/** What is wrong with a value that is a list or an object. @param takes what the vendor takes: 'GenPage takes text' */
export function nestedIssue(key: string, value: unknown, takes: string): FieldIssue {
	return {
		field: key,
		wrong: `holds ${quote(value)}, but ${takes}`,
		fix: `Set 'Columns' to 'Map Each Column Manually', or remove or flatten '${key}' with an Edit Fields node before this one`,
	};
}
