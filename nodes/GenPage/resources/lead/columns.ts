import type { INodeExecutionData, ResourceMapperField } from 'n8n-workflow';
import { asColumnName, column } from '../../../shared/form/columnMapping';
import { remembered } from '../../../shared/values/remembered';

/** A lead's columns that GenPage documents (GenPage API documentation, "Upsert leads" and "Get the leads"). */
const DOCUMENTED: ReadonlyArray<readonly [id: string, label: string, shown: boolean]> = [
	['email', 'Email', true],
	['linkedin_profile_url', 'LinkedIn Profile URL', true],
	['first_name', 'First Name', true],
	['last_name', 'Last Name', true],
	['company_name', 'Company Name', true],
	['company_domain', 'Company Domain', true],
	['lead_id', 'Lead ID', false],
	['genpage_url', 'GenPage URL', false],
	['name', 'Name', false],
	['url_slug', 'URL Slug', false],
	['logo', 'Logo URL', false],
	['logo_color', 'Logo Color', false],
];

/** The columns of the documented names, those that most leads have shown first. */
export const documentedColumns: readonly ResourceMapperField[] = DOCUMENTED.map(
	([id, displayName, shown]) => column(id, displayName, !shown),
);

const documentedNames = new Set(DOCUMENTED.map(([id]) => id));

/**
 * GenPage's name for a column of the input: 'Email' and 'Company Name' of a spreadsheet are the
 * documented 'email' and 'company_name'. Every other name is a variable and stays as it is.
 */
export const columnName = remembered((given: string) => {
	const name = asColumnName(given).replace(/^linked_in/, 'linkedin');
	return documentedNames.has(name) ? name : given;
});

/** Whether GenPage documents a column: every other one is a variable. */
export function isDocumented(name: string): boolean {
	return documentedNames.has(name);
}

/** Where a lead is, as GenPage's answers say beside its values. Its lead_id and genpage_url tell which it is. */
const PLACES = ['job_id', 'campaign_id', 'audience_id', 'workspace_id'];

/** Values without those that say where a lead is. */
export function withoutPlaces<Value>(
	values: Readonly<Record<string, Value>>,
): Record<string, Value> {
	return Object.fromEntries(Object.entries(values).filter(([name]) => !PLACES.includes(name)));
}

/** An item without what an earlier answer of GenPage's says that is no value of the lead. */
export function withoutAnswer(item: INodeExecutionData): INodeExecutionData {
	if (!PLACES.some((name) => name in item.json)) return item;
	return { ...item, json: withoutPlaces(item.json) };
}
