// How the fields of other services are recognised by their names.
import type { IDataObject } from 'n8n-workflow';
import fc from 'fast-check';
import { facts, matcherOf, meaningOf } from '../../support/meaning/matcher.mts';
import { tried } from '../../support/tried.mts';

const ways: ReadonlyArray<readonly [string, (words: readonly string[]) => string]> = [
	['with spaces', (words) => words.join(' ')],
	['in snake case', (words) => words.join('_')],
	['in capitals', (words) => words.join('_').toUpperCase()],
	['in camel case', ([first = '', ...rest]) => first + rest.map(capital).join('')],
	['with capitals', (words) => words.map(capital).join(' ')],
	['together', (words) => words.join('')],
	['with dots', (words) => words.join('.')],
	['with marks around it', (words) => ` \uFEFF# ${words.map(capital).join(' - ')} `],
];

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

const spellings = facts.flatMap(({ id, of, sure, plain }) => [
	...sure.flat().map((spelling) => ({ id, of, spelling, isSure: true })),
	...plain.map((spelling) => ({ id, of, spelling, isSure: false })),
]);

test('every spelling means its fact, however it is written', () => {
	fc.assert(
		fc.property(
			fc.constantFrom(...spellings),
			fc.constantFrom(...ways),
			({ id, of, spelling, isSure }, [, written]) => {
				const meaning = meaningOf(written(spelling.split(' ')));
				expect((isSure ? meaning?.sure : meaning?.plain[of])?.fact).toBe(id);
			},
		),
		tried(3000),
	);
});

test('no spelling is that of two facts', () => {
	const sure = spellings.filter(({ isSure }) => isSure).map(({ spelling }) => spelling);
	expect(sure.toSorted()).toEqual([...new Set(sure)].toSorted());
	for (const subject of ['person', 'company']) {
		const plain = spellings.filter(({ isSure, of }) => !isSure && of === subject);
		const own = plain.map(({ spelling }) => spelling);
		expect(own.toSorted()).toEqual([...new Set(own)].toSorted());
	}
});

const toSkarbe = (json: IDataObject) => matcherOf('Skarbe').match(json);
const toGrowthGenius = (json: IDataObject) => matcherOf('GrowthGenius').match(json);

test.each<[string, IDataObject, IDataObject]>([
	['a person beside a company', { name: 'Ada L', company: 'Acme' }, { full_name: 'Ada L' }],
	['a person with an email', { name: 'Ada L', email: 'a@x.example' }, { full_name: 'Ada L' }],
	['a person where nothing tells', { name: 'Ada L', phone: '1' }, { first_phone: '1' }],
	['a company with a domain', { name: 'Acme', domain: 'x.example' }, { company_name: 'Acme' }],
	[
		'a company with lists',
		{ name: 'Acme', emails: [{ email: 'a@x.example' }] },
		{ company_name: 'Acme' },
	],
	[
		'a company in Salesforce',
		{ Name: 'Acme', Industry: 'x', Phone: '1' },
		{ corporate_phone: '1' },
	],
])('a mere name is that of %s', (_, json, values) => {
	expect(toGrowthGenius(json).values).toMatchObject(values);
});

test('a mere name of nobody knows whom is left', () => {
	expect(matcherOf('LeadGenius').match({ name: 'Acme' })).toMatchObject({
		values: {},
		left: ['name'],
	});
});

test.each<[string, IDataObject, string]>([
	[
		'work before personal',
		{ 'Personal Email': 'p@x.example', 'Work Email': 'w@x.example' },
		'w@x.example',
	],
	[
		'a first before a second',
		{ 'E-mail 2 - Value': 'b@x.example', 'E-mail 1 - Value': 'a@x.example' },
		'a@x.example',
	],
	[
		'the second where the first is blank',
		{ 'E-mail 1 - Value': ' ', 'E-mail 2 - Value': 'b@x.example' },
		'b@x.example',
	],
	['the email of a contact inside', { contact: { email: 'c@x.example' } }, 'c@x.example'],
	['a list', { emails: ['l@x.example', 'm@x.example'] }, 'l@x.example'],
	['rows', { emails: [{ email: 'r@x.example', type: 'office' }] }, 'r@x.example'],
	['rows that were flattened', { 'emails[0].email': 'f@x.example' }, 'f@x.example'],
	['properties', { properties: { email: { value: 'h@x.example' } } }, 'h@x.example'],
])('%s', (_, json, email) => {
	expect(toSkarbe(json)).toMatchObject({ values: { email }, issues: [] });
});

test('two fields of the same rank that differ are not guessed between', () => {
	const { issues } = toSkarbe({ Company: 'Acme', 'Account Name': 'Other', email: 'a@x.example' });
	expect(issues).toHaveLength(1);
	expect(issues[0]?.field).toBe('Account Name');
	expect(issues[0]?.wrong).toContain("'Company' are both taken as Company name");
	expect(toSkarbe({ Company: 'Acme', company_name: 'ACME', email: 'a@x.example' }).issues).toEqual(
		[],
	);
});

test.each([
	['Ada Lovelace', 'Ada', 'Lovelace'],
	['Ludwig van Beethoven', 'Ludwig', 'van Beethoven'],
	['Oscar de la Renta', 'Oscar', 'de la Renta'],
	['Lovelace, Ada', 'Ada', 'Lovelace'],
	['Ada', 'Ada', undefined],
	['Ada Augusta King', 'Ada Augusta', 'King'],
])('the full name %s is split where there is no other', (name, firstName, lastName) => {
	const email = 'a@x.example';
	expect(toSkarbe({ name, email }).values).toEqual({ email, firstName, lastName });
	expect(toSkarbe({ name, email, last_name: 'X' }).values).toEqual({ email, lastName: 'X' });
});

test.each<[IDataObject, string | undefined]>([
	[{ domain: 'ACME.example' }, 'acme.example'],
	[{ website: 'https://www.acme.example/en?x=1' }, 'acme.example'],
	[{ 'Company Domain Name': 'a.example', 'Website URL': 'https://b.example' }, 'a.example'],
	[{ website: 'http://acme.example:8080' }, 'acme.example'],
	[{ website: 'none', email: 'ada@sub.acme.example' }, 'sub.acme.example'],
	[{ email: 'ada@gmail.com' }, undefined],
	[{ email: 'ada@yahoo.co.uk' }, undefined],
])('the domain in %j is %s', (json, company_domain) => {
	expect(matcherOf('GenPage').match(json).values.company_domain).toBe(company_domain);
});

test.each<[IDataObject, IDataObject]>([
	[{ '# Employees': '51-200' }, { org_num_employees: '51-200' }],
	[{ '# Employees': '10,001+' }, { org_num_employees: '10,001+' }],
	[{ '# Employees': 250 }, { org_num_employees_exact: '250' }],
	[{ Employees: '1,200' }, { org_num_employees_exact: '1,200' }],
	[{ Employees: 'N/A', Industry: 'x' }, { org_industry: 'x' }],
])('the number of employees in %j is a range or a number', (json, values) => {
	expect(matcherOf('LeadGenius').match(json).values).toEqual(values);
});

test('a phone number stays as it is, and what is none is left', () => {
	const json = { email: 'a@x.example', mobile: '+44 (0)20-1', home_phone: 'NaN', Phone: 4420 };
	expect(toSkarbe(json).values.phoneNumbers).toEqual(['4420', '+44 (0)20-1']);
});
