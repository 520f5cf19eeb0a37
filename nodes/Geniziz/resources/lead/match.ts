import { shownFor, type InputOf } from '../../../shared/form/field';
import { matchBy } from '../../../shared/form/matchBy';
import { writeOptions } from '../../../shared/form/options';
import { text } from '../../../shared/form/schema';
import { textField } from '../../../shared/form/textField';
import type { Values, Way } from '../../../shared/lists/way';
import { inAnyCase, textIn } from '../../../shared/lists/ways';
import { documented, undocumented } from '../../../shared/operations/answer';
import { inSpelling, united } from '../../../shared/operations/matched/changes';
import { companyDomainOf, domainOf } from '../../../shared/values/domain';
import { isRecord } from '../../../shared/values/records';
import { bareAddress, textOf } from '../../../shared/values/text';
import { paging, RECORDS } from '../reading';
import { newLead } from './fields';

const LEADS_PATH = '/api/v1/lead/';

const lower = (text: string) => text.trim().toLowerCase();

/** The email addresses of a lead. */
function emailsOf({ emails }: Values): string[] {
	const rows: readonly unknown[] = Array.isArray(emails) ? emails : [];
	return rows.map((row) => textOf(isRecord(row) ? row.email : row)?.trim() ?? '').filter(Boolean);
}

/** The web site's; where there is none, those of email addresses at the company. */
function domainsOf(values: Values): string[] {
	const domain = domainOf(textIn(values, 'url') ?? '');
	if (domain !== undefined) return [domain];
	return emailsOf(values).flatMap((email) => companyDomainOf(email) ?? []);
}

/** How leads are told apart by what the document shows of them (Geniziz REST API, "Lead"). */
export const leadWays = {
	email: {
		id: 'email',
		name: 'email',
		fields: ['emails'],
		keysOf: (values) => emailsOf(values).map(lower),
	},
	domain: { id: 'domain', name: 'domain', fields: ['url', 'emails'], keysOf: domainsOf },
	name: {
		id: 'name',
		name: 'name',
		fields: ['name'],
		keysOf: (values) => [textIn(values, 'name') ?? []].flat().map(inAnyCase),
	},
} as const satisfies Readonly<Record<string, Way>>;

/** By a field of the user's own, which a lead must have as it is: in IDs also the case may count. */
function ownId(field: string): Way {
	const keysOf = (values: Values) => [textIn(values, field) ?? []].flat();
	return { id: `field ${field}`, name: field, fields: [field], keysOf, mustBeShown: true };
}

const OWN_ID = 'ownId';

/** What says how an item is matched. */
export const matchFields = [
	matchBy(
		[
			{
				name: 'Domain',
				value: 'domain',
				description:
					"That of the 'URL'; where there is none, that of an email that is not at a host for everybody",
			},
			{ name: 'Email', value: 'email', description: 'Any of the emails of the lead' },
			{ name: 'Name', value: 'name', description: 'The whole name, in any case' },
			{
				name: 'Own ID',
				value: OWN_ID,
				description: 'A custom field in which leads have the ID of another system',
			},
		],
		'email',
	),
	shownFor(
		'matchBy',
		[OWN_ID],
		textField(
			{
				displayName: 'Own ID Field',
				name: 'matchField',
				placeholder: 'e.g. custom.erp_id',
				description:
					"The custom field with the ID, by the name that Geniziz gives it. Set its value in 'Other Fields'.",
			},
			text,
		),
	),
	...newLead.fields,
	writeOptions(),
] as const;

type MatchInput = InputOf<typeof matchFields>;

/** Where leads are looked for: pages that hold only what is needed. */
export const leadSource = {
	path: LEADS_PATH,
	records: RECORDS,
	paging,
	query: (fields: readonly string[]) => ({ _fields: fields.join(',') }),
};

/** How leads are found and written. */
export const leadMatching = {
	source: leadSource,
	nouns: ['lead', 'leads'],
	way: ({ matchBy: by, matchField = '' }: MatchInput): Way =>
		by === OWN_ID ? ownId(matchField) : leadWays[by],
	values: newLead.body,
	known: ['name'],
	answer: documented({ key: 'id' }),
} as const;

/** Geniziz REST API, "Update lead": lists are replaced as a whole, so that they go with what is there. */
export const leadUpdate = {
	method: 'PUT',
	path: `${LEADS_PATH}{id}/`,
	answer: undocumented(),
	rules: {
		url: inSpelling(bareAddress),
		emails: united('email', lower),
		phones: united('phone', (phone) => phone.replace(/[^\d+]/g, '')),
		addresses: united(),
	},
} as const;
