// What Skarbe wants of a new contact, the search, and the list of lead statuses in the form.
import type { INodeParameters } from 'n8n-workflow';
import { searchList } from '../../support/engine.mts';
import { byId, errorOf } from '../../support/results.mts';
import { useVendor } from '../../support/site.mts';
import { skarbe } from '../../support/vendors/skarbe.mts';

const site = useVendor(skarbe);

const create = { resource: 'contact', operation: 'create' };
const search = { resource: 'contact', operation: 'getAll' };
const json = (jsonBody: string) => ({ ...create, dataMode: 'json', jsonBody });
/** A strict Skarbe's lists leave out the lead status, and fields without a value. */
const isGenerous = site.documents === 'generous';

test.each<[string, INodeParameters, object]>([
	['an email alone', { ...create, email: ' ada@x.example ' }, { email: 'ada@x.example' }],
	['a first name alone', { ...create, firstName: 'Ada' }, { firstName: 'Ada' }],
	[
		'one phone number',
		{ ...create, firstName: 'Ada', additionalFields: { phoneNumbers: '={{ ["1", "2"] }}' } },
		{ firstName: 'Ada', phoneNumbers: ['1', '2'] },
	],
	['empty fields', { ...create, firstName: 'Ada', leadStatus: byId('') }, { firstName: 'Ada' }],
	['JSON', json('{"firstName": "Ada", "nick": "A"}'), { firstName: 'Ada', nick: 'A' }],
])('a contact with %s is sent so', async (_, parameters, body) => {
	const result = await site.run(parameters);
	expect(result.error).toBeUndefined();
	expect((await site.received())[0]?.body).toEqual(body);
});

test.each<[string, INodeParameters, string]>([
	[
		'neither email nor first name',
		{ ...create, lastName: 'L' },
		"'Email' is empty, and so is 'First",
	],
	['no email address', { ...create, email: 'ada' }, `'Email' must be an email address, not "ada"`],
	['neither in JSON', json('{"lastName": "L"}'), "'JSON' holds neither email nor firstName"],
	['no email address in JSON', json('{"email": "ada"}'), "'JSON' holds an email that is no email"],
	[
		'a status by name',
		{ ...create, email: 'a@x.example', leadStatus: byId('New') },
		"'Lead Status'",
	],
])('a contact with %s is refused before anything is sent', async (_, parameters, words) => {
	const error = errorOf(await site.run(parameters));
	expect(error.message).toContain(words);
	expect(await site.received()).toEqual([]);
});

test("an unknown lead status is refused in Skarbe's words", async () => {
	const error = errorOf(await site.run({ ...create, firstName: 'Ada', leadStatus: byId(99) }));
	expect(error.message).toBe('Skarbe: Invalid lead status [Item 0]');
});

test('an answer that was lost does not make a second contact', async () => {
	await site.sandbox.fault({ kind: 'reset', when: 'after' });
	const error = errorOf(await site.run({ ...create, firstName: 'Ada' }));
	expect(error.description).toContain('may have taken the request all the same');
	expect(await site.received()).toHaveLength(1);
});

test('a search that is empty finds all', async () => {
	await site.sandbox.skarbe.contacts.make({ count: 60, values: { firstName: 'N{n}' } });
	const all = await site.run({ ...search, query: '', returnAll: true });
	expect(all.items).toHaveLength(61);
	expect((await site.received())[0]?.query).toEqual({});
	const some = await site.run(search);
	expect(some.items).toHaveLength(50);
});

test('contacts are simplified unless they are to be whole', async () => {
	const [simple] = (await site.run(search)).items;
	expect(simple?.json).toEqual({
		id: 1,
		email: simple?.json.email,
		firstName: 'John',
		lastName: 'Doe',
		jobTitle: 'Developer',
		companyName: 'Acme Corp',
		...(isGenerous && { phoneNumbers: null, linkedinUrl: null, lastActivityAt: null }),
		createdAt: '2023-01-15T10:00:00Z',
		leadStatusId: isGenerous ? 1 : null,
		leadStatus: isGenerous ? 'New Lead' : null,
	});
	const [whole] = (await site.run({ ...search, simplify: false })).items;
	expect(whole?.json).toMatchObject({
		...(isGenerous && { leadStatus: { id: 1, color: '#3B82F6' } }),
		fullName: 'John Doe',
	});
});

test('a simplified contact says how to reach it', async () => {
	const reach = { phoneNumbers: ['+1 408 996 1010'], linkedinUrl: 'https://linkedin.com/in/zoe' };
	await site.sandbox.skarbe.contacts.make({ values: { firstName: 'Zoe', ...reach } });
	const { items } = await site.run({ ...search, query: 'Zoe' });
	expect(items[0]?.json).toMatchObject(reach);
});

test('a contact without a lead status has none', async () => {
	await site.sandbox.skarbe.contacts.make({ values: { firstName: 'Zoe' } });
	const { items } = await site.run({ ...search, query: 'Zoe' });
	expect(items[0]?.json).toMatchObject({ leadStatusId: null, leadStatus: null });
});

test('lead statuses are found by their label', async () => {
	const form = { type: 'skarbe', credentials: site.credentials, parameters: {} };
	const { results } = await searchList(form, 'searchLeadStatuses', 'qualified lead');
	expect(results).toEqual([{ name: 'Qualified Lead', value: '2' }]);
});
