import { isBlank } from '../../shared/schema';
import type { LeadValues } from './values';

/**
 * What tells one lead from another, in the order in which GenPage's leads are matched to the items
 * that they came from (GenPage API documentation, "Required fields for creating or updating a lead").
 */
export const IDENTITY_COLUMNS = [
	'lead_id',
	'genpage_url',
	'email',
	'linkedin_profile_url',
] as const;

type IdentityColumn = (typeof IDENTITY_COLUMNS)[number];

/**
 * The keys that a lead can be found by, best first. Spelling that means the same is made equal:
 * case, spaces, a web address's protocol, www and trailing slash.
 */
export function identitiesOf(values: Readonly<Record<string, unknown>>): string[] {
	return IDENTITY_COLUMNS.flatMap((column) => {
		const value = values[column];
		if (typeof value !== 'string' && typeof value !== 'number') return [];
		const normal = normalise(column, String(value));
		return normal === '' ? [] : [`${column}:${normal}`];
	});
}

function normalise(column: IdentityColumn, value: string): string {
	const text = value.trim().toLowerCase();
	if (column === 'lead_id' || column === 'email') return text;
	return text
		.replace(/^https?:\/\//, '')
		.replace(/^www\./, '')
		.replace(/\/+$/, '');
}

/** Whether GenPage could tell whom a lead is. */
export function hasIdentity(values: LeadValues): boolean {
	return identitiesOf(values).length > 0;
}

/** Whether a lead names an existing one, so that it cannot create another. */
export function isUpdate(values: LeadValues): boolean {
	return !isBlank(values.lead_id) || !isBlank(values.genpage_url);
}
