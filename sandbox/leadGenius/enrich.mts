// What enrichment makes of a record. All of it follows from the record's number and its fields.
import { STANDARD_FIELDS } from './fields.mts';
import type { Values } from './records.mts';
import type { RecordStatus } from './shapes.mts';

/** How ten records in a row end. */
const ENDS: readonly RecordStatus[] = [
	'finalized_complete',
	'finalized_complete',
	'finalized_incomplete',
	'finalized_complete',
	'finalized_complete',
	'finalized_unenriched',
	'finalized_complete',
	'finalized_incomplete',
	'finalized_complete',
	'finalized_cancelled',
];

/** How the record at this place of its campaign (from 0) ends. */
export function endOf(position: number): RecordStatus {
	return ENDS[position % ENDS.length] ?? 'finalized_complete';
}

/** True where the record got data. */
export function isEnriched(status: RecordStatus): boolean {
	return status === 'finalized_complete' || status === 'finalized_incomplete';
}

/** How many of the first `count` records of a campaign get data. */
export function enrichedAmong(count: number): number {
	const rest = count % ENDS.length;
	const inTen = ENDS.filter(isEnriched).length;
	return ((count - rest) / ENDS.length) * inTen + ENDS.slice(0, rest).filter(isEnriched).length;
}

/**
 * The `data` of a record: every standard field, '' where nothing is known ("Campaign Status", the
 * JSON response), what was sent, and what enrichment found.
 *
 * @param fields those asked for
 * @param number makes the values of one record differ from those of another
 */
export function dataOf(
	sent: Values,
	fields: readonly string[],
	status: RecordStatus,
	number: number,
): Record<string, string> {
	const data: Record<string, string> = {};
	for (const field of [...STANDARD_FIELDS, ...fields]) data[field] = '';
	Object.assign(data, sent);
	if (!isEnriched(status)) return data;
	// An incomplete record lacks the second half of what was to be found.
	const blank = fields.filter((field) => data[field] === '' && !field.endsWith('_record_id'));
	const found = status === 'finalized_complete' ? blank.length : Math.floor(blank.length / 2);
	for (const field of blank.slice(0, found)) data[field] = sampleOf(field, number, sent);
	return data;
}

/** A plausible value of a field. */
export function sampleOf(field: string, number: number, sent: Values = {}): string {
	const domain = sent.org_website || `company-${number}.example`;
	const last = sent.contact_last_name || `Person${number}`;
	switch (field) {
		case 'org_company_name':
			return `Company ${number}`;
		case 'org_website':
			return domain;
		case 'org_linkedin_url':
			return `https://www.linkedin.com/company/company-${number}`;
		case 'contact_linkedin_url':
			return `https://www.linkedin.com/in/person-${number}`;
		case 'contact_email':
			return `${last.toLowerCase().replace(/[^a-z0-9]+/g, '.')}@${domain}`;
		case 'contact_last_name':
			return last;
		default:
			return SAMPLES[field] ?? `${field} ${number}`;
	}
}

const SAMPLES: Readonly<Record<string, string>> = {
	org_city: 'San Francisco',
	org_phone: '4155550100',
	org_country: 'United States',
	org_num_employees: '51-200',
	org_num_employees_exact: '120',
	org_industry: 'Software',
	org_annual_revenue: '25000000',
	org_state: 'CA',
	org_street: '1 Market Street',
	org_zip_code: '94105',
	contact_department: 'Sales',
	contact_first_name: 'Jordan',
	contact_job_title: 'Director of Sales',
	contact_seniority: 'Director',
};
