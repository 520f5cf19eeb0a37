// What one vendor's node outputs, as another one takes it, and back: no fact that both know is lost.
import fc from 'fast-check';
import { matcherOf, VENDORS } from '../../support/meaning/matcher.mts';
import { OUTPUTS, PLACES, recordWith, told } from '../../support/meaning/records.mts';
import { tried } from '../../support/tried.mts';

const word = fc.stringMatching(/^[A-Z][a-zé]{0,6}( [A-Z][a-z]{1,6})?$/);
const domain = fc
	.stringMatching(/^[a-z]{2,8}\.(example|test)$/)
	.filter((host) => !host.startsWith('www.'));
const number = fc.stringMatching(/^\+\d{3,9}$/);
const address = (host: string) =>
	fc.stringMatching(/^[a-z]{3,9}$/).map((path) => `https://${host}/${path}`);

const values: Readonly<Record<string, fc.Arbitrary<string>>> = {
	email: fc.tuple(fc.stringMatching(/^[a-z]{2,8}$/), domain).map((parts) => parts.join('@')),
	linkedin: address('www.linkedin.com/in'),
	companyLinkedin: address('www.linkedin.com/company'),
	site: fc.oneof(
		domain,
		domain.map((host) => `https://www.${host}/about`),
	),
	phone: number,
	mobilePhone: number,
	companyPhone: number,
	employees: fc.nat({ max: 100_000 }).map(String),
	revenue: fc.nat().map(String),
	facebook: address('facebook.com'),
	twitter: address('twitter.com'),
};

/**
 * Facts of which any may be missing; no two phone numbers are the same. A 'phone' or a 'name' beside
 * nothing but a company's facts is the company's, so that a person's comes with a name of a person
 * or an email, as Skarbe and GrowthGenius demand it of a contact.
 */
const someFacts = (names: readonly string[]) =>
	fc
		.record(Object.fromEntries(names.map((name) => [name, values[name] ?? word])), {
			requiredKeys: [],
		})
		.filter(({ phone, mobilePhone, companyPhone, fullName, email, firstName, lastName }) => {
			const isOfSomebody = (email ?? firstName ?? lastName) !== undefined;
			if (!isOfSomebody && (phone ?? fullName) !== undefined) return false;
			const numbers = [phone, mobilePhone, companyPhone].filter((each) => each !== undefined);
			return new Set(numbers).size === numbers.length;
		});

/** GenPage has nothing but the domain of a web address. */
const hostOf = (site: string) => site.replace(/^https?:\/\/(www\.)?/, '').replace(/\/.*$/, '');

const pairs = VENDORS.flatMap((one) =>
	VENDORS.filter((other) => other !== one).map((other) => [one, other] as const),
);

test.each(pairs)('%s to %s and back', (one, other) => {
	const [toOne, toOther] = [matcherOf(one), matcherOf(other)];
	const both = Object.keys(PLACES[one]).filter((fact) => fact in PLACES[other]);
	const said = (vendor: (typeof VENDORS)[number], record: Parameters<typeof told>[2]) =>
		Object.fromEntries(
			both.map((fact) => {
				const value = told(vendor, fact, record);
				return [fact, value !== undefined && fact === 'site' ? hostOf(value) : value];
			}),
		);
	fc.assert(
		fc.property(
			someFacts(Object.keys(PLACES[one])),
			fc.constantFrom(...OUTPUTS[one]),
			fc.constantFrom(...OUTPUTS[other]),
			(facts, outputOfOne, outputOfOther) => {
				const record = recordWith(one, facts);
				const known = Object.entries(said(one, record)).filter(([, value]) => value !== undefined);
				const there = toOther.match(outputOfOne(record)).values;
				expect(said(other, there)).toMatchObject(Object.fromEntries(known));
				const back = toOne.match(outputOfOther(there)).values;
				expect(said(one, back)).toMatchObject(Object.fromEntries(known));
			},
		),
		tried(150),
	);
});

test('each vendor has in its names what its documents have a place for', () => {
	for (const vendor of VENDORS) {
		const facts = Object.keys(PLACES[vendor]);
		const record = recordWith(vendor, Object.fromEntries(facts.map((fact) => [fact, `${fact} 1`])));
		const [output] = OUTPUTS[vendor];
		const again = matcherOf(vendor).match(output?.({ ...record, ...siteOf(vendor) }) ?? {}).values;
		expect(facts.filter((fact) => told(vendor, fact, again) === undefined)).toEqual([]);
	}
});

const siteOf = (vendor: (typeof VENDORS)[number]) =>
	recordWith(vendor, { site: 'x.example', employees: '5' });
