import { asColumnName } from '../../../shared/form/columnMapping';

/** A field of a record: its name at LeadGenius, its label, and its definition there. */
export interface StandardField {
	readonly name: string;
	readonly label: string;
	readonly definition: string;
}

const field = (name: string, label: string, definition: string): StandardField => ({
	name,
	label,
	definition,
});

/** The standard fields, those that most people use first (LeadGenius API Docs, "Supported Fields"). */
export const STANDARD_FIELDS: readonly StandardField[] = [
	field('org_company_name', 'Company Name', 'The name of the company'),
	field('org_website', 'Company Website', "The URL for the company's website"),
	field('org_linkedin_url', 'Company LinkedIn URL', "The URL of the company's LinkedIn profile"),
	field('contact_first_name', 'Contact First Name', "The contact's first name"),
	field('contact_last_name', 'Contact Last Name', "The contact's last name, or surname"),
	field('contact_email', 'Contact Email', "The contact's work email address"),
	field('contact_job_title', 'Contact Job Title', "The contact's job title"),
	field(
		'contact_linkedin_url',
		'Contact LinkedIn URL',
		"The URL of the contact's LinkedIn profile",
	),
	field(
		'org_record_id',
		'Company Record ID',
		'The record ID of the company or account. This can be the account ID from your CRM.',
	),
	field(
		'contact_record_id',
		'Contact Record ID',
		'The record ID of the contact. This can be the contact or lead ID from your CRM.',
	),
	field('org_phone', 'Company Phone', 'The main phone number of the company'),
	field('org_street', 'Company Street', 'The street address where the company is located'),
	field('org_city', 'Company City', 'The city where the company is located'),
	field('org_state', 'Company State', 'The state or province where the company is located'),
	field('org_zip_code', 'Company ZIP Code', 'The ZIP code or postal code of the company'),
	field('org_country', 'Company Country', 'The country where the company is located'),
	field('org_industry', 'Company Industry', 'The industry of the company'),
	field('org_annual_revenue', 'Company Annual Revenue', 'The annual revenue of the company'),
	field(
		'org_num_employees',
		'Company Employees (Range)',
		'The number of employees at the company, expressed as a range',
	),
	field(
		'org_num_employees_exact',
		'Company Employees (Exact)',
		'The exact number of employees at the company',
	),
	field('contact_department', 'Contact Department', 'The department where the contact works'),
	field(
		'contact_seniority',
		'Contact Seniority',
		"The contact's seniority level (C-Level, VP, Director, Manager, Senior, Entry Level)",
	),
];

const names = new Set(STANDARD_FIELDS.map(({ name }) => name));

/**
 * LeadGenius's name for a column of the input: 'Org Website' of a spreadsheet is 'org_website'.
 * Every other name may be a field of the campaign's own and stays as it is.
 */
export function fieldName(given: string): string {
	const name = asColumnName(given);
	return names.has(name) ? name : given;
}
