import type { InputOf } from '../../../shared/form/field';
import { findBy, matchPersonBy } from '../../../shared/form/matchBy';
import { options, writeOptions } from '../../../shared/form/options';
import { many } from '../../../shared/form/returnAll';
import { simplify } from '../../../shared/form/simplify';
import { wantedByKey, type Way } from '../../../shared/lists/way';
import { byEmail, byNameAndCompany, byProfile, textIn } from '../../../shared/lists/ways';
import { documented } from '../../../shared/operations/answer';
import { emailDomainOf } from '../../../shared/values/domain';
import { contactBody } from './body';
import { contactFields } from './fields';
import { SIMPLIFIED } from './output';

export const CONTACTS_PATH = '/api/connect/contacts';

/** How contacts are told apart. The search looks into first name, last name and email ("Query Parameters"). */
const ways = {
	email: byEmail('email', true),
	linkedinUrl: byProfile('LinkedIn URL', 'linkedinUrl'),
	nameAndCompany: byNameAndCompany(
		{ first: 'firstName', last: 'lastName', whole: [], company: 'companyName' },
		true,
	),
} as const satisfies Readonly<Record<string, Way>>;

const emailDomain: Way = {
	id: 'emailDomain',
	name: 'domain',
	fields: ['email'],
	keysOf: (values) => [emailDomainOf(textIn(values, 'email') ?? '') ?? []].flat(),
};

/** What makes a contact, and how it is matched. */
export const matchFields = [matchPersonBy, ...contactFields, writeOptions()] as const;

/**
 * Where contacts are looked for: by a search for each of a few, and for what no search finds in the list,
 * which comes whole.
 */
export const contactSource = {
	path: CONTACTS_PATH,
	records: [],
	paging: { kind: 'none' },
	search: (query: string) => ({ query }),
} as const;

/** How contacts are found and written. */
export const contactMatching = {
	source: contactSource,
	nouns: ['contact', 'contacts'],
	way: ({ matchBy: by }: Pick<InputOf<typeof matchFields>, 'matchBy'>): Way => ways[by],
	values: contactBody,
	known: SIMPLIFIED,
	answer: documented({ key: 'id' }),
} as const;

/** What says which contacts are looked for. */
export const findFields = [
	...findBy('The domain of the email'),
	...many,
	simplify,
	options(),
] as const;

/** What makes the contact that an item looks for. */
export function wantedContact({ findBy: by, email = '', domain = '' }: InputOf<typeof findFields>) {
	const address = email.toLowerCase();
	// Of a domain all are wanted, and a search that depends on case would find some of them only.
	return by === 'email'
		? wantedByKey(ways.email, address, address)
		: wantedByKey(emailDomain, domain);
}
