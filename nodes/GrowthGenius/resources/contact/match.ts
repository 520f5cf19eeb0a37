import type { InputOf } from '../../../shared/form/field';
import { findBy, matchPersonBy } from '../../../shared/form/matchBy';
import { options, writeOptions } from '../../../shared/form/options';
import { many } from '../../../shared/form/returnAll';
import { simplify } from '../../../shared/form/simplify';
import { wantedByKey, type Values, type Way } from '../../../shared/lists/way';
import {
	bareProfile,
	byEmail,
	byNameAndCompany,
	byProfile,
	textIn,
} from '../../../shared/lists/ways';
import { documented, undocumented } from '../../../shared/operations/answer';
import { inSpelling } from '../../../shared/operations/matched/changes';
import { domainOf } from '../../../shared/values/domain';
import { bareAddress } from '../../../shared/values/text';
import { filters, rangeOf } from '../fields';
import { newContact } from './fields';
import { SIMPLIFIED } from './output';

export const CONTACTS = '/integrations/v1/contacts';

/** How contacts are told apart: GrowthGenius itself speaks of "the same email or name+company". */
const ways = {
	email: byEmail('email'),
	linkedinUrl: byProfile('LinkedIn URL', 'linkedin_url'),
	nameAndCompany: byNameAndCompany({
		first: 'first_name',
		last: 'last_name',
		whole: ['name', 'full_name'],
		company: 'company_name',
	}),
} as const satisfies Readonly<Record<string, Way>>;

const website: Way = {
	id: 'website',
	name: 'domain',
	fields: ['website'],
	keysOf: (values) => [domainOf(textIn(values, 'website') ?? '') ?? []].flat(),
};

/** What makes a contact, and how it is matched. */
export const matchFields = [matchPersonBy, ...newContact, writeOptions()] as const;

/** Where contacts are looked for: one list, which comes whole. */
export const contactSource = {
	path: CONTACTS,
	records: ['contacts'],
	paging: { kind: 'none' },
	query: () => rangeOf({ from: undefined, to: undefined }),
} as const;

/** How contacts are found and written, but for what an item says of them. */
export const contactMatching = {
	source: contactSource,
	nouns: ['contact', 'contacts'],
	way: ({ matchBy: by }: Pick<InputOf<typeof matchFields>, 'matchBy'>): Way => ways[by],
	known: SIMPLIFIED,
	body: (contact: Values) => ({ contact }),
	answer: documented({ within: 'contact', key: 'id' }),
} as const;

const profile = inSpelling(bareProfile);

/** "Update a Contact", of whose answer nothing is needed. */
export const contactUpdate = {
	method: 'PATCH',
	path: `${CONTACTS}/{id}`,
	answer: undocumented('contact'),
	rules: {
		email: inSpelling((email) => email.trim().toLowerCase()),
		linkedin_url: profile,
		company_linkedin_url: profile,
		facebook_url: profile,
		twitter_url: profile,
		website: inSpelling(bareAddress),
	},
} as const;

/** What says which contacts are looked for. */
export const findFields = [
	...findBy("The domain of the contact's 'website'"),
	...many,
	filters,
	simplify,
	options(),
] as const;

/** What makes the contact that an item looks for. */
export function wantedContact({ findBy: by, email = '', domain = '' }: InputOf<typeof findFields>) {
	return by === 'email'
		? wantedByKey(ways.email, email.toLowerCase())
		: wantedByKey(website, domain);
}
