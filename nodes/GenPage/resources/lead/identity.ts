import type { ColumnValues } from '../../../shared/form/columnMapping';
import { bareAddress, isBlank } from '../../../shared/values/text';

/** The values of one lead, as GenPage takes them. */
export type LeadValues = ColumnValues;

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

/** What identifies a lead, by column, best first. */
export type Identity = ReadonlyMap<IdentityColumn, string>;

/**
 * What identifies a lead. Spelling that means the same is made equal: case, spaces, a web
 * address's protocol, www and trailing slash.
 */
export function identityOf(values: Readonly<Record<string, unknown>>): Identity {
	const identity = new Map<IdentityColumn, string>();
	for (const column of IDENTITY_COLUMNS) {
		const value = values[column];
		if (typeof value !== 'string' && typeof value !== 'number') continue;
		const normal = normalise(column, String(value));
		if (normal !== '') identity.set(column, normal);
	}
	return identity;
}

/** The keys that a lead can be found by, best first. */
export function keysOf(identity: Identity): string[] {
	return [...identity].map(([column, value]) => `${column}:${value}`);
}

/** Whether two mean the same lead: the best identification that both have decides. */
export function isSameLead(one: Identity, other: Identity): boolean {
	for (const [column, value] of one) {
		const otherValue = other.get(column);
		if (otherValue !== undefined) return otherValue === value;
	}
	return false;
}

function normalise(column: IdentityColumn, value: string): string {
	const isAddress = column !== 'lead_id' && column !== 'email';
	return isAddress ? bareAddress(value) : value.trim().toLowerCase();
}

/** Whether GenPage could tell whom a lead is. */
export function hasIdentity(values: LeadValues): boolean {
	return identityOf(values).size > 0;
}

/** Whether a lead names an existing one, so that it cannot create another. */
export function isUpdate(values: LeadValues): boolean {
	return !isBlank(values.lead_id) || !isBlank(values.genpage_url);
}
