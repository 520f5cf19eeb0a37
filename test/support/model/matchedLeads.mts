// What Lead > Create or Update and Create if New are to come to: items looked up one after the other, each
// in what the ones before it have left. Written without a look at how the node does it.
import type { IDataObject } from 'n8n-workflow';

/** As much of a lead as is made here. */
export interface Lead {
	readonly name: string;
	readonly url?: string;
	readonly mrr?: number;
	readonly emails: readonly string[];
}

/** A lead that there is; one that was made in the run has no ID yet. */
export interface ThereLead extends Lead {
	readonly id?: string;
}

export interface Ask {
	readonly by: 'email' | 'domain' | 'name';
	readonly lead: Lead;
}

/** What comes of an item: an error, or an action and the lead that it ends in. */
export type Came = 'error' | { readonly action: string; readonly place: number };

const FREE = 'gmail.com';

function domainsOf({ url, emails }: Lead): string[] {
	if (url !== undefined) return [new URL(url).hostname.replace(/^www\./, '')];
	const domains = emails.map((email) => email.toLowerCase().split('@')[1] ?? '');
	return domains.filter((domain) => domain !== FREE);
}

const keysOf = {
	email: ({ emails }: Lead) => emails.map((email) => email.toLowerCase()),
	domain: domainsOf,
	name: ({ name }: Lead) => [name.toLowerCase()],
};

/** A web address as people see it. */
export const bare = (url: unknown) =>
	typeof url !== 'string'
		? undefined
		: url.toLowerCase().replace('https://', '').replace('www.', '').replace(/\/$/, '');

function changed(there: ThereLead, given: Lead): ThereLead {
	const known = new Set(keysOf.email(there));
	const url =
		given.url === undefined || bare(given.url) === bare(there.url) ? there.url : given.url;
	return {
		...there,
		name: given.name,
		url,
		mrr: given.mrr ?? there.mrr,
		emails: [...there.emails, ...given.emails.filter((email) => !known.has(email.toLowerCase()))],
	};
}

const isSame = (one: ThereLead, other: ThereLead) =>
	JSON.stringify(asSent(one)) === JSON.stringify(asSent(other));

/** Looks items up one after the other. */
export function oneByOne(
	before: readonly ThereLead[],
	asks: readonly Ask[],
	updates: boolean,
): { readonly leads: readonly ThereLead[]; readonly came: readonly Came[] } {
	const leads = [...before];
	const came = asks.map(({ by, lead }): Came => {
		const keys = keysOf[by](lead);
		const matches = leads.flatMap((each, place) =>
			keysOf[by](each).some((key) => keys.includes(key)) ? [place] : [],
		);
		const [place, ...others] = matches;
		if (keys.length === 0 || others.length > 0) return 'error';
		if (place === undefined) return { action: 'created', place: leads.push(lead) - 1 };
		const there = leads[place] ?? lead;
		if (!updates) return { action: 'skipped', place };
		leads[place] = changed(there, lead);
		return { action: isSame(there, leads[place]) ? 'unchanged' : 'updated', place };
	});
	return { leads, came };
}

/** A lead as it is sent. */
export function asSent({ name, url, mrr, emails }: Lead): IDataObject {
	return { name, url, mrr, emails: emails.map((email) => ({ email })) };
}

/** The same as it is compared: a web address that is written in another way says nothing else. */
export function asMeant(lead: Lead): IDataObject {
	return { ...asSent(lead), url: bare(lead.url) };
}
