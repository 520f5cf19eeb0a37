// The names that the document lists: fields, identifiers and choices.

/** "Supported Fields", standard account fields. */
const ACCOUNT_FIELDS: readonly string[] = [
	'org_city',
	'org_linkedin_url',
	'org_company_name',
	'org_phone',
	'org_country',
	'org_num_employees',
	'org_num_employees_exact',
	'org_industry',
	'org_annual_revenue',
	'org_state',
	'org_street',
	'org_website',
	'org_zip_code',
	'org_record_id',
];

/** "Supported Fields", standard contact fields. */
const CONTACT_FIELDS: readonly string[] = [
	'contact_linkedin_url',
	'contact_department',
	'contact_email',
	'contact_first_name',
	'contact_job_title',
	'contact_last_name',
	'contact_seniority',
	'contact_record_id',
];

/** What rapid enrichment finds of a contact besides (newer documents). */
export const RAPID_CONTACT_FIELDS: readonly string[] = [
	'contact_city',
	'contact_country',
	'contact_phone_number',
	'contact_previous_company',
	'contact_contact_skills_lg',
	'contact_contact_status_lg',
	'contact_previous_company_linkedin_lg',
	'contact_previous_company_website_lg',
];

/** Every standard field. */
export const STANDARD_FIELDS: readonly string[] = [...ACCOUNT_FIELDS, ...CONTACT_FIELDS];

/** "Creating an API Campaign", `records`: one of each kind that the record has data of. */
export const COMPANY_IDENTIFIERS: readonly string[] = ['org_company_name', 'org_website'];
export const CONTACT_IDENTIFIERS: readonly string[] = ['contact_last_name', 'contact_email'];

/** The customer's own ids. They are optional and identify nothing to LeadGenius. */
export const RECORD_IDS: readonly string[] = ['org_record_id', 'contact_record_id'];

/** What single_field does not count as a field ("Specific Errors"). */
export const IDENTIFIER_FIELDS: ReadonlySet<string> = new Set([
	...COMPANY_IDENTIFIERS,
	...CONTACT_IDENTIFIERS,
	...RECORD_IDS,
]);

/**
 * "Job Types" has lost its list. The text names `datahub` and `single_field`; the other two are
 * named after the kinds of campaign that newer documents list: standard fields, contact fields.
 */
export const JOB_TYPES: readonly string[] = [
	'datahub',
	'single_field',
	'standard_fields',
	'contact_fields',
];

const EXCLUDED_ACCOUNT_FIELDS: readonly string[] = [
	'entity',
	'org_linkedin_url',
	'org_company_name',
	'org_phone',
	'org_website',
];

/** One kind of exclusion record. */
export interface ExclusionEntity {
	readonly fields: readonly string[];
	readonly identifiers: readonly string[];
}

/** "Exclusion Records" and "Exclusion List", "Supported Fields", by `entity`. */
export const EXCLUSION_ENTITIES: ReadonlyMap<string, ExclusionEntity> = new Map([
	['org', { fields: EXCLUDED_ACCOUNT_FIELDS, identifiers: ['org_linkedin_url', 'org_website'] }],
	[
		'contact',
		{
			fields: [
				...EXCLUDED_ACCOUNT_FIELDS,
				'contact_linkedin_url',
				'contact_email',
				'contact_first_name',
				'contact_last_name',
			],
			identifiers: ['contact_linkedin_url', 'contact_email'],
		},
	],
]);

/** The choices for the contacts of a campaign or a rapid request (newer documents). */
export const SENIORITIES: readonly string[] = [
	'VP+',
	'Director+',
	'Manager+',
	'C-level',
	'VP',
	'Director',
	'Manager',
	'Senior',
	'Entry level',
];

export const DEPARTMENTS: readonly string[] = [
	'Business Development',
	'Consulting',
	'Design',
	'Education',
	'Engineering',
	'Executive',
	'Finance',
	'Health Services',
	'Human Resources',
	'Information Technology',
	'Legal',
	'Marketing',
	'Media and Communications',
	'Operations',
	'Product',
	'Sales',
];
