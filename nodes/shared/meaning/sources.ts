import type { FactId } from './facts';
import type { Subject } from './shape';

/** What a record has that is more than its single fields. */
export interface Source {
	/** All of these are in it, as keyOf() makes them. */
	readonly has: readonly string[];
	/** What some of its fields are, where that differs from the vocabulary; null where they are no fact. */
	readonly reads?: Readonly<Record<string, FactId | null>>;
	/** Whom its records are about. */
	readonly of?: Subject;
}

/** Tables in which a spelling means something else than elsewhere. */
export const SOURCES: readonly Source[] = [
	// LinkedIn's connections: 'URL' is the profile.
	{ has: ['connectedon', 'url'], reads: { url: 'linkedin' } },
	// Apollo's contacts: these stand behind 'Company Linkedin Url', and are the company's as well.
	{
		has: ['personlinkedinurl', 'companylinkedinurl'],
		reads: { facebookurl: null, twitterurl: null },
	},
	// CRMs whose leads are companies, such as Geniziz.
	{ has: ['statusid', 'name', 'datecreated'], of: 'company' },
	{ has: ['mrr', 'name'], of: 'company' },
];
