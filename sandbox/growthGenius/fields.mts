// The fields of a contact ("Create a Contact", the JSON response) and of a message ("Create a
// Message"), in the order of the document.

/** All fields of a contact. */
export const CONTACT_FIELDS: readonly string[] = [
	'annual_revenue',
	'bad_data_reason',
	'city',
	'company_address',
	'company_city',
	'company_country',
	'company_linkedin_url',
	'company_name',
	'company_name_informal',
	'company_state',
	'contact_account',
	'contact_account_id',
	'corporate_phone',
	'country',
	'created_at',
	'custom1',
	'custom2',
	'custom3',
	'custom4',
	'custom5',
	'custom6',
	'custom7',
	'custom8',
	'custom9',
	'email',
	'email_confidence',
	'email_status',
	'employee_count',
	'facebook_url',
	'first_name',
	'first_phone',
	'full_name',
	'home_phone',
	'id',
	'industry',
	'keywords',
	'label_names',
	'last_name',
	'linkedin_url',
	'linkedin_username',
	'lists',
	'mobile_phone',
	'name',
	'other_phone',
	'prospect_id',
	'seo_description',
	'stage',
	'state',
	'status',
	'technologies',
	'title',
	'twitter_url',
	'unstructured_data',
	'updated_at',
	'upload_identifier',
	'user_id',
	'website',
	'work_phone',
];

/** All fields of a message. */
export const MESSAGE_FIELDS: readonly string[] = [
	'id',
	'contact_id',
	'message_type',
	'rendered_copy',
	'rendered_subject',
	'sent_at',
	'team_id',
	'user_id',
];

/** What only GrowthGenius itself can set. */
const OWN_FIELDS: readonly string[] = ['id', 'created_at', 'updated_at'];

/** The fields that a request can set. */
export function writable(fields: readonly string[]): ReadonlySet<string> {
	return new Set(fields.filter((field) => !OWN_FIELDS.includes(field)));
}
