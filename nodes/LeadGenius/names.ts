import { employees, one, onlyFields, type Names } from '../shared/meaning/names';

/** What LeadGenius calls what it knows of a record (LeadGenius API Docs, "Supported Fields"). */
export const names: Names = {
	vendor: 'LeadGenius',
	asText: true,
	targets: [
		one('contact_email', 'email'),
		one('contact_first_name', 'firstName'),
		one('contact_last_name', 'lastName'),
		one('contact_job_title', 'jobTitle'),
		one('contact_department', 'department'),
		one('contact_seniority', 'seniority'),
		one('contact_linkedin_url', 'linkedin'),
		one('contact_record_id', 'personId'),
		one('org_company_name', 'companyName'),
		one('org_website', 'website', 'domain'),
		one('org_linkedin_url', 'companyLinkedin'),
		one('org_phone', 'companyPhone'),
		one('org_industry', 'industry'),
		employees('org_num_employees', 'range'),
		employees('org_num_employees_exact', 'number'),
		one('org_annual_revenue', 'revenue'),
		one('org_street', 'companyStreet'),
		one('org_city', 'companyCity'),
		one('org_state', 'companyState'),
		one('org_zip_code', 'companyZip'),
		one('org_country', 'companyCountry'),
		one('org_record_id', 'companyId'),
	],
};

/** The same of a company alone. */
export const companyNames = onlyFields(names, (name) => name.startsWith('org_'));
