/**
 * The vocabulary: what is known of leads and companies, and how the tables of this world spell it.
 *
 * The spellings are those of the vendors' own documents and of these public ones:
 * - HubSpot, "HubSpot's default contact properties" and "HubSpot's default company properties"
 *   (knowledge.hubspot.com), the labels of its exports, and the internal names of its API;
 * - Salesforce, "Field Reference": Lead, Contact and Account, names and labels (developer.salesforce.com);
 * - Apollo, "Follow Apollo's Recommended Default Field Mapping" (knowledge.apollo.io), and the headers of
 *   its exported contacts and accounts;
 * - Google Contacts, the headers of "Google CSV", before 2024 ('Given Name', 'Organization 1 - Name')
 *   and since ('First Name', 'Organization Name');
 * - LinkedIn, "Export connections from LinkedIn" (linkedin.com/help), Connections.csv.
 */

/** Whom a fact is about. */
export type Subject = 'person' | 'company';

interface FactShape {
	readonly label: string;
	readonly of: Subject;
	/**
	 * Spellings that mean nothing else, in groups: an earlier group wins over a
	 * later one, and two spellings of one group must not differ in what they hold.
	 */
	readonly sure: ReadonlyArray<readonly string[]>;
	/** Spellings that mean it in a record of its subject only, or with the subject's word in front. */
	readonly plain?: readonly string[];
	/** Whether a record that has it, is one of its subject. */
	readonly tells?: boolean;
	/** Whether it may have several values, which are no contradiction. */
	readonly many?: boolean;
}

const LINKEDIN = [
	'linkedin url',
	'linkedin',
	'linkedin profile',
	'linkedin profile url',
	'linkedin link',
];
const PHONE = ['phone', 'phone number', 'telephone', 'telephone number'];
const CITY = ['city', 'address city', 'town'];
const STATE = [
	'state',
	'address state',
	'state province',
	'state region',
	'province',
	'region',
	'address region',
];
const COUNTRY = ['country', 'address country', 'country region'];
const RECORD_ID = ['record id', 'id'];

const shapes = {
	email: {
		label: 'Email',
		of: 'person',
		tells: true,
		sure: [
			['email', 'email address'],
			[
				'work email',
				'work email address',
				'business email',
				'corporate email',
				'office email',
				'direct email',
			],
			['primary email', 'main email'],
			['other email', 'secondary email', 'additional email'],
			['personal email', 'private email', 'home email', 'personal email address'],
		],
	},
	firstName: {
		label: 'First name',
		of: 'person',
		tells: true,
		sure: [['first name', 'given name', 'forename']],
	},
	lastName: {
		label: 'Last name',
		of: 'person',
		tells: true,
		sure: [['last name', 'family name', 'surname']],
	},
	fullName: {
		label: 'Full name',
		of: 'person',
		tells: true,
		sure: [['full name']],
		plain: ['name'],
	},
	jobTitle: {
		label: 'Job title',
		of: 'person',
		tells: true,
		sure: [
			[
				'job title',
				'title',
				'position',
				'current job',
				'primary title',
				'organization title',
				'position title',
			],
		],
	},
	department: {
		label: 'Department',
		of: 'person',
		tells: true,
		sure: [['department', 'organization department']],
	},
	seniority: {
		label: 'Seniority',
		of: 'person',
		tells: true,
		sure: [['seniority', 'seniority level', 'hs seniority', 'employment seniority']],
	},
	linkedin: {
		label: 'LinkedIn of the person',
		of: 'person',
		tells: true,
		sure: [['linkedin profile url', 'hs linkedin url', 'linkedin bio']],
		plain: LINKEDIN,
	},
	phone: {
		label: 'Phone',
		of: 'person',
		many: true,
		sure: [['first phone', 'direct phone', 'primary phone', 'primary number']],
		plain: PHONE,
	},
	workPhone: {
		label: 'Work phone',
		of: 'person',
		many: true,
		sure: [
			['work phone', 'work phone number', 'work direct phone', 'business phone', 'direct dial'],
		],
		plain: ['office phone'],
	},
	mobilePhone: {
		label: 'Mobile phone',
		of: 'person',
		many: true,
		sure: [
			['mobile phone', 'mobile phone number', 'mobile number', 'mobile', 'cell phone', 'cell'],
		],
	},
	homePhone: {
		label: 'Home phone',
		of: 'person',
		many: true,
		sure: [['home phone', 'home phone number']],
	},
	otherPhone: {
		label: 'Other phone',
		of: 'person',
		many: true,
		sure: [['other phone', 'other phone number']],
	},
	city: { label: 'City of the person', of: 'person', sure: [[], ['mailing city']], plain: CITY },
	state: {
		label: 'State of the person',
		of: 'person',
		sure: [[], ['mailing state']],
		plain: STATE,
	},
	country: {
		label: 'Country of the person',
		of: 'person',
		sure: [[], ['mailing country']],
		plain: COUNTRY,
	},
	facebook: { label: 'Facebook', of: 'person', sure: [['facebook url', 'facebook']] },
	instagram: { label: 'Instagram', of: 'person', sure: [['instagram url', 'instagram']] },
	twitter: { label: 'Twitter', of: 'person', sure: [['twitter url', 'twitter']] },
	note: { label: 'Note', of: 'person', sure: [['note', 'notes']] },
	personId: {
		label: 'Record ID of the person',
		of: 'person',
		sure: [['contact id', 'lead id', 'person id', 'apollo contact id', 'record id contact']],
		plain: RECORD_ID,
	},
	companyName: {
		label: 'Company name',
		of: 'company',
		sure: [
			[
				'company name',
				'company',
				'organization name',
				'organization',
				'organisation',
				'account name',
				'account',
				'company account',
				'employer',
				'business name',
			],
		],
		plain: ['name'],
	},
	companyShortName: {
		label: 'Company name, informal',
		of: 'company',
		sure: [['company name for emails', 'company name for email', 'company name informal']],
	},
	domain: {
		label: 'Company domain',
		of: 'company',
		tells: true,
		sure: [['domain', 'domain name', 'website domain', 'primary domain']],
	},
	website: {
		label: 'Company website',
		of: 'company',
		tells: true,
		sure: [['website', 'website url', 'homepage', 'company url']],
		plain: ['url'],
	},
	companyLinkedin: {
		label: 'LinkedIn of the company',
		of: 'company',
		tells: true,
		sure: [['linkedin company page', 'linkedin company url']],
		plain: LINKEDIN,
	},
	companyPhone: {
		label: 'Company phone',
		of: 'company',
		many: true,
		sure: [['corporate phone', 'headquarters phone']],
		plain: [...PHONE, 'office phone', 'main phone'],
	},
	industry: { label: 'Industry', of: 'company', tells: true, sure: [['industry']] },
	employees: {
		label: 'Employees',
		of: 'company',
		tells: true,
		sure: [
			['num employees exact', 'number of employees exact', 'employees exact'],
			[
				'employees',
				'number of employees',
				'employee count',
				'num employees',
				'no of employees',
				'headcount',
				'company size',
				'estimated num employees',
			],
			['employees range', 'employee range', 'size range'],
		],
	},
	revenue: {
		label: 'Annual revenue',
		of: 'company',
		tells: true,
		sure: [['annual revenue', 'revenue', 'total revenue']],
	},
	companyStreet: {
		label: 'Street of the company',
		of: 'company',
		sure: [[], ['billing street']],
		plain: ['street', 'address', 'street address', 'address street'],
	},
	companyCity: {
		label: 'City of the company',
		of: 'company',
		sure: [[], ['billing city']],
		plain: CITY,
	},
	companyState: {
		label: 'State of the company',
		of: 'company',
		sure: [[], ['billing state', 'billing state province']],
		plain: STATE,
	},
	companyZip: {
		label: 'ZIP code of the company',
		of: 'company',
		sure: [[], ['billing postal code', 'billing zip postal code', 'billing zip']],
		plain: [
			'zip',
			'zip code',
			'postal code',
			'postcode',
			'zip postal code',
			'address postal code',
			'address zip',
		],
	},
	companyCountry: {
		label: 'Country of the company',
		of: 'company',
		sure: [[], ['billing country']],
		plain: COUNTRY,
	},
	technologies: { label: 'Technologies', of: 'company', tells: true, sure: [['technologies']] },
	keywords: { label: 'Keywords', of: 'company', sure: [['keywords']] },
	companyId: {
		label: 'Record ID of the company',
		of: 'company',
		sure: [
			['account id', 'company id', 'organization id', 'apollo account id', 'record id company'],
		],
		plain: RECORD_ID,
	},
} as const satisfies Readonly<Record<string, FactShape>>;

/** A fact by its name here. */
export type FactId = keyof typeof shapes;

/** A fact of the vocabulary. */
export interface Fact extends FactShape {
	readonly id: FactId;
}

const ids = (facts: typeof shapes): FactId[] =>
	Object.keys(facts).filter((id): id is FactId => id in facts);

/** All facts, in the order in which they are told. */
export const FACTS: readonly Fact[] = ids(shapes).map((id) => ({ id, ...shapes[id] }));

const byId = new Map(FACTS.map((fact) => [fact.id, fact]));

/** What is said of a fact. */
export function labelOf(id: FactId): string {
	return byId.get(id)?.label ?? id;
}

/** Words in front of a spelling that say whom it is about. */
export const SUBJECT_WORDS: Readonly<Record<Subject, readonly string[]>> = {
	person: ['contact', 'person', 'lead'],
	company: ['company', 'org', 'organization', 'organisation', 'account'],
};

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
