// Contacts that are made of items of another service.
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { callTool } from '../../support/agent.mts';
import { ofSite } from '../../support/generated/tools.mts';
import { ROWS, SOURCES, type SourceName } from '../../support/meaning/rows.mts';
import { byId, errorOf } from '../../support/results.mts';
import { useVendor } from '../../support/site.mts';
import { skarbe } from '../../support/vendors/skarbe.mts';

const site = useVendor(skarbe);

const create: INodeParameters = { resource: 'contact', operation: 'create', dataMode: 'meaning' };

const ada = {
	...{ firstName: 'Ada', lastName: 'Lovelace', jobTitle: 'Head of Engines', companyName: 'Acme' },
};
const email = 'ada@acme.example';

const expected: Readonly<Record<SourceName, IDataObject>> = {
	HubSpot: { ...ada, email, phoneNumbers: ['+44 20 1', '+44 7700 1'] },
	Apollo: {
		...{ ...ada, email, companyName: 'Acme Ltd', phoneNumbers: ['+44 20 1', '+44 20 0'] },
		linkedinUrl: 'http://www.linkedin.com/in/ada',
	},
	Salesforce: { ...ada, email, phoneNumbers: ['+44 20 1', '+44 7700 1'] },
	Google: { ...ada, email, phoneNumbers: ['+44 7700 1', '+44 20 1'], note: 'Met at the fair' },
	LinkedIn: { ...ada, linkedinUrl: 'https://www.linkedin.com/in/ada' },
};

test.each(SOURCES)('a row of %s is a contact', async (source) => {
	const result = await site.run(create, [ROWS[source]]);
	expect(result.error).toBeUndefined();
	expect((await site.received()).map(({ body }) => body)).toEqual([expected[source]]);
	expect(result.hints).toHaveLength(1);
});

test('what no item says is entered beside it, and what is entered wins', async () => {
	const entered = {
		leadStatus: byId('={{ 2 }}'),
		additionalFields: { companyName: 'Acme Group', note: 'Met at the fair' },
	};
	const result = await site.run({ ...create, ...entered }, [ROWS.HubSpot]);
	expect(result.error).toBeUndefined();
	expect((await site.received()).map(({ body }) => body)).toEqual([
		{ ...expected.HubSpot, leadStatus: 2, companyName: 'Acme Group', note: 'Met at the fair' },
	]);
});

test('each item is read for itself, whatever its fields', async () => {
	const items = [ROWS.LinkedIn, ROWS.HubSpot, { name: 'Bob' }, ROWS.LinkedIn];
	const options = { requestsInParallel: 1 };
	const result = await site.run({ ...create, options }, items);
	expect(result.error).toBeUndefined();
	expect((await site.received()).map(({ body }) => body)).toEqual([
		expected.LinkedIn,
		expected.HubSpot,
		{ firstName: 'Bob' },
		expected.LinkedIn,
	]);
});

test.each<[string, IDataObject, string]>([
	[
		'has neither email nor first name',
		{ Company: 'Acme', Surname: 'L' },
		"'Data' finds no 'email' or 'firstName' in the item, which Skarbe needs",
	],
	['has no email address', { 'Work Email': 'ada' }, "'Work Email' must be an email address"],
	['tells nothing', {}, "'Data' finds nothing in the item that Skarbe knows"],
])('an item that %s is refused before anything is sent', async (_, item, words) => {
	const error = errorOf(await site.run(create, [ROWS.LinkedIn, item]));
	expect(error.message).toContain(words);
	expect(error.message).toContain('[Item 1]');
	expect(await site.received()).toEqual([]);
});

test('a tool has no item to match, and is told so', async () => {
	const [answer] = await callTool({ ...ofSite(site), parameters: create }, {}, 2.2);
	expect(answer?.error).toContain("'Data' takes what is sent from the item, and a tool has none");
	expect(answer?.message).toContain("Choose 'Enter Fields' or 'Enter JSON' in 'Data'");
	expect(await site.received()).toEqual([]);
});
