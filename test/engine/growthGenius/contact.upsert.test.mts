// Contact > Create or Update, and Create if New: one list is read, and only what differs is sent.
import { contactItems, matching } from '../../support/matchedContacts.mts';
import { actionsOf, CONTINUE } from '../../support/matchedLeads.mts';
import { linksOf, messagesOf, textWith } from '../../support/results.mts';
import { useVendor } from '../../support/site.mts';
import { growthGenius } from '../../support/vendors/growthGenius.mts';

const site = useVendor(growthGenius);

const CONTACTS = '/integrations/v1/contacts';
const SEED = 1_102_755;
async function written() {
	const requests = await site.received();
	return requests
		.filter(({ method }) => method !== 'GET')
		.map(({ method, path, body }) => [method, path.slice(CONTACTS.length), body]);
}

test.each([
	['email', { email: ' SJobs@apple.com' }],
	['linkedinUrl', { linkedin_url: 'https://www.LinkedIn.com/in/tony-barkley-92824584/?trk=x' }],
	['nameAndCompany', { first_name: 'tony', last_name: ' Barkley', company_name: 'apple inc.' }],
])('by %s a contact is found, and only what differs is sent', async (by, keys) => {
	const contact = { ...keys, title: 'CEO', country: 'USA', email_confidence: '100' };
	const result = await site.run(matching('upsert'), contactItems(by, contact));
	expect(result.items[0]?.json).toMatchObject({ id: SEED, action: 'updated', title: 'CEO' });
	const [[method, path, body] = []] = await written();
	expect([method, path]).toEqual(['PATCH', `/${SEED}`]);
	// How a name is written is a difference, of an address it is none.
	const names = by === 'nameAndCompany' ? { first_name: 'tony', company_name: 'apple inc.' } : {};
	expect(body).toEqual({ contact: { ...names, title: 'CEO' } });
	const lists = (await site.received()).filter(({ method: sent }) => sent === 'GET');
	expect(lists.map(({ query }) => Object.keys(query).sort())).toEqual([['from', 'to', 'user_id']]);
});

test('nothing is sent where nothing differs', async () => {
	const same = { email: 'SJOBS@apple.com', website: 'https://anz.com/', custom1: null };
	const result = await site.run(matching('upsert'), contactItems('email', { contact: same }, same));
	expect(actionsOf(result.items)).toEqual(['unchanged', 'unchanged']);
	expect(result.items[0]?.json).toMatchObject({ id: SEED, first_name: 'Tony' });
	expect(await written()).toEqual([]);
});

test('twins end as one contact', async () => {
	const twins = [
		{ email: 'new@x.example', title: 'CTO' },
		{ email: 'NEW@x.example', title: 'CEO' },
		{ email: 'new@x.example', title: 'CEO' },
	];
	const result = await site.run(matching('upsert'), contactItems('email', ...twins));
	expect(actionsOf(result.items)).toEqual(['created', 'updated', 'unchanged']);
	expect(result.items.map(linksOf)).toEqual([[0], [1], [2]]);
	expect(await written()).toEqual([
		['POST', '', { contact: { email: 'new@x.example', title: 'CEO' } }],
	]);
});

test('what several contacts match is an error that names them', async () => {
	const [other = 0] = await site.sandbox.growthGenius.contacts.make({
		values: { email: 'Sjobs@apple.com' },
	});
	const result = await site.run(
		matching('upsert'),
		contactItems('email', { email: 'sjobs@apple.com' }),
		CONTINUE,
	);
	expect(messagesOf(result.items)).toEqual([
		textWith(`2 contacts have the email sjobs@apple.com: ${SEED}, ${other}`),
	]);
});

test('a contact that the list has twice is one', async () => {
	const contact = { id: 5, email: 'a@x.example', title: 'CEO' };
	await site.sandbox.fault({ kind: 'wrongType', body: { contacts: [contact, contact] } });
	const same = contactItems('email', { email: 'a@x.example', title: 'CEO' });
	const result = await site.run(matching('upsert'), same);
	expect(result.items[0]?.json).toMatchObject({ id: 5, action: 'unchanged' });
});

test('a contact without an ID cannot be told from others', async () => {
	const body = { contacts: [{ email: 'a@x.example' }] };
	await site.sandbox.fault({ kind: 'wrongType', body });
	const items = contactItems('email', { email: 'a@x.example' }, { email: 'b@x.example' });
	const result = await site.run(matching('upsert'), items, CONTINUE);
	expect(messagesOf(result.items)).toEqual(items.map(() => textWith('in an unexpected form')));
	expect(await written()).toEqual([]);
});

test.each([
	['email', 'the email'],
	['linkedinUrl', 'the LinkedIn URL'],
	['nameAndCompany', 'the name and company'],
])('an item without %s is bad input', async (by, told) => {
	const result = await site.run(
		matching('upsert'),
		contactItems(by, { first_name: 'Ada' }),
		CONTINUE,
	);
	expect(messagesOf(result.items)).toEqual([textWith(`'Match By' needs ${told}`)]);
	expect(await site.received()).toEqual([]);
});

test('Create if New leaves what is there as it is', async () => {
	const contacts = [
		{ email: 'sjobs@apple.com', title: 'CEO' },
		{ email: 'new@x.example', title: 'CTO' },
		{ email: 'new@x.example', title: 'CEO' },
	];
	const result = await site.run(matching('createIfNew'), contactItems('email', ...contacts));
	expect(actionsOf(result.items)).toEqual(['skipped', 'created', 'skipped']);
	expect(result.items[0]?.json).toMatchObject({ id: SEED, title: 'Relationship Associate' });
	expect(await written()).toEqual([['POST', '', { contact: contacts[1] }]]);
});

test('the form gives the same as JSON', async () => {
	const fields = {
		dataMode: 'fields',
		email: 'sjobs@apple.com',
		additionalFields: { city: 'Rome' },
	};
	await site.run({ ...matching('upsert', { matchBy: 'email' }), ...fields });
	expect(await written()).toEqual([['PATCH', `/${SEED}`, { contact: { city: 'Rome' } }]]);
});
