// Records of the five vendors as their nodes output them, and where their documents say that a fact is.
import type { IDataObject } from 'n8n-workflow';
import { recordOf } from '../results.mts';
import type { VendorName } from './matcher.mts';

/** Where a fact is in a record of a vendor: its key, or how to get and set it. */
type Place = string | { get(record: IDataObject): unknown; put(value: string): IDataObject };

function listOf(value: unknown): IDataObject[] {
	return Array.isArray(value) ? value.map(recordOf) : [];
}

function textIn(value: unknown): string {
	return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** A row of a list at Geniziz. */
function row(list: string, key: string, type?: string): Place {
	const rowsOf = (record: IDataObject) => listOf(record[list]);
	const isIt = (each: IDataObject) => type === undefined || each.type === type;
	return {
		get: (record) => rowsOf(record).find(isIt)?.[key],
		put: (value) => ({ [list]: [{ [key]: value, ...(type !== undefined && { type }) }] }),
	};
}

const address = (key: string): Place => ({
	get: ({ addresses }) => listOf(addresses)[0]?.[key],
	put: (value) => ({ addresses: [{ [key]: value }] }),
});

const firstNumber: Place = {
	get: ({ phoneNumbers }) => {
		const numbers: unknown[] = Array.isArray(phoneNumbers) ? phoneNumbers : [];
		return numbers[0];
	},
	put: (value) => ({ phoneNumbers: [value] }),
};

/** Of each vendor, the facts that its documents have a place for. */
export const PLACES: Readonly<Record<VendorName, Readonly<Record<string, Place>>>> = {
	GenPage: {
		email: 'email',
		linkedin: 'linkedin_profile_url',
		firstName: 'first_name',
		lastName: 'last_name',
		fullName: 'name',
		companyName: 'company_name',
		site: 'company_domain',
	},
	LeadGenius: {
		email: 'contact_email',
		linkedin: 'contact_linkedin_url',
		firstName: 'contact_first_name',
		lastName: 'contact_last_name',
		jobTitle: 'contact_job_title',
		companyName: 'org_company_name',
		site: 'org_website',
		companyLinkedin: 'org_linkedin_url',
		companyPhone: 'org_phone',
		industry: 'org_industry',
		employees: 'org_num_employees_exact',
		revenue: 'org_annual_revenue',
		companyStreet: 'org_street',
		companyCity: 'org_city',
		companyState: 'org_state',
		companyCountry: 'org_country',
	},
	Geniziz: {
		companyName: 'name',
		site: 'url',
		industry: 'industry',
		email: row('emails', 'email'),
		companyPhone: row('phones', 'phone', 'office'),
		mobilePhone: row('phones', 'phone', 'mobile'),
		companyCity: address('city'),
		companyCountry: address('country'),
	},
	GrowthGenius: {
		email: 'email',
		linkedin: 'linkedin_url',
		firstName: 'first_name',
		lastName: 'last_name',
		fullName: 'full_name',
		jobTitle: 'title',
		phone: 'first_phone',
		mobilePhone: 'mobile_phone',
		facebook: 'facebook_url',
		twitter: 'twitter_url',
		companyName: 'company_name',
		site: 'website',
		companyLinkedin: 'company_linkedin_url',
		companyPhone: 'corporate_phone',
		industry: 'industry',
		employees: 'employee_count',
		revenue: 'annual_revenue',
		companyStreet: 'company_address',
		companyCity: 'company_city',
		companyState: 'company_state',
		companyCountry: 'company_country',
	},
	Skarbe: {
		email: 'email',
		linkedin: 'linkedinUrl',
		firstName: 'firstName',
		lastName: 'lastName',
		jobTitle: 'jobTitle',
		phone: firstNumber,
		companyName: 'companyName',
		facebook: 'facebookUrl',
		twitter: 'twitterUrl',
	},
};

/** What a vendor's record says of a fact; undefined where it says nothing. */
export function told(vendor: VendorName, fact: string, record: IDataObject): string | undefined {
	const place = PLACES[vendor][fact];
	if (place === undefined) return undefined;
	const value = typeof place === 'string' ? record[place] : place.get(record);
	return textIn(value) || undefined;
}

/** A vendor's record of some facts, as it is sent. */
export function recordWith(
	vendor: VendorName,
	facts: Readonly<Record<string, string | undefined>>,
): IDataObject {
	const record: IDataObject = {};
	for (const [fact, place] of Object.entries(PLACES[vendor])) {
		const value = facts[fact];
		if (value === undefined) continue;
		const its = typeof place === 'string' ? { [place]: value } : place.put(value);
		for (const [key, part] of Object.entries(its)) record[key] = joined(record[key], part);
	}
	return record;
}

/** Addresses are one row of all their parts, emails and phones a row each. */
function joined(before: IDataObject[string], part: IDataObject[string]): IDataObject[string] {
	if (!Array.isArray(before) || !Array.isArray(part)) return part;
	const [first, next] = [recordOf(before[0]), recordOf(part[0])];
	const isAddress = 'city' in first || 'country' in first;
	return isAddress ? [{ ...first, ...next }] : [...before, next].map(recordOf);
}

const AT = '2026-01-15T09:30:00.000Z';

/** The forms in which a vendor's node outputs what was sent to the vendor: as it comes, and simplified. */
export const OUTPUTS: Readonly<
	Record<VendorName, ReadonlyArray<(sent: IDataObject) => IDataObject>>
> = {
	GenPage: [
		(sent) => ({ lead_id: 56789, workspace_id: 222, campaign_id: 333, job_id: '12', values: sent }),
		(sent) => ({
			lead_id: 56789,
			genpage_url: 'https://my.genpa.ge/x',
			workspace_id: 222,
			...sent,
		}),
	],
	LeadGenius: [
		(sent) => ({ id: 15, finalized: AT, data: sent, created: AT, status: 'finalized_complete' }),
		(sent) => ({ id: 15, finalized: AT, created: AT, status: 'finalized_complete', ...sent }),
	],
	Geniziz: [
		(sent) => ({ id: 'lead_2x9', status_id: 'stat_1', mrr: 4900, date_created: AT, ...sent }),
	],
	GrowthGenius: [
		(sent) => ({
			...{ id: 1102755, name: `${textIn(sent.first_name)} ${textIn(sent.last_name)}` },
			...{ contact_account: { id: 485499, status: 'cold' }, contact_account_id: 485499 },
			...{ city: null, email_status: null, lists: null, technologies: '', home_phone: 'NaN' },
			...{ prospect_id: 236811124, status: 'Ongoing', created_at: AT, user_id: 1 },
			...sent,
		}),
	],
	Skarbe: [
		(sent) => ({
			...{ id: 1, photo: null, createdAt: AT, leadStatus: { id: 1, label: 'New Lead' } },
			...{ fullName: `${textIn(sent.firstName)} ${textIn(sent.lastName)}`.trim() || null },
			...sent,
		}),
		(sent) => ({ id: 1, ...sent, leadStatusId: 1, leadStatus: 'New Lead', createdAt: AT }),
	],
};
