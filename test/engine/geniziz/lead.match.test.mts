// By what Lead > Create or Update tells which lead an item means.
import { GENIZIZ_SEED as SEED } from '../../../sandbox/client.mts';
import { actionsOf, CONTINUE, upsert, useLeads, withEmail } from '../../support/matchedLeads.mts';
import { errorOf, linksOf, messagesOf, textWith } from '../../support/results.mts';

const { site, run, written } = useLeads();

test('any of the emails of a lead tells it, in any case', async () => {
	await site.sandbox.geniziz.make('leads', [
		{
			id: 'lead_1',
			name: 'Globex',
			emails: [{ email: 'a@x.example' }, { email: 'B@x.example' }],
		},
	]);
	const result = await run([withEmail(' b@X.example ', { name: 'Globex Ltd' })]);
	expect(result.items[0]?.json).toMatchObject({ id: 'lead_1', action: 'updated' });
	expect(await written()).toEqual([['PUT', 'lead_1', { name: 'Globex Ltd' }]]);
});

test.each([
	'https://www.acme.example/x',
	'acme.example',
	'HTTP://ACME.example:8080',
	'www.acme.example.',
])('the domain of %s tells it', async (url) => {
	const result = await run([{ name: 'Acme Inc', url }], 'domain');
	expect(result.items[0]?.json.id).toBe(SEED.lead);
	expect((await written()).map(([method]) => method)).not.toContain('POST');
});

test('where there is no web site, an email at the company tells the domain', async () => {
	await site.sandbox.geniziz.make('leads', [
		{ id: 'lead_1', name: 'Globex', url: null, emails: [{ email: 'a@globex.example' }] },
		{ id: 'lead_2', name: 'Someone', url: null, emails: [{ email: 'someone@gmail.com' }] },
	]);
	const result = await run(
		[
			{ name: 'Globex', url: 'globex.example' },
			{ name: 'Globex', emails: [{ email: 'b@globex.example' }] },
			{ name: 'Google', url: 'https://gmail.com' },
		],
		'domain',
	);
	expect(result.items.map(({ json }) => json.id === 'lead_1')).toEqual([true, true, false]);
	expect(actionsOf(result.items)).toEqual(['updated', 'updated', 'created']);
});

test('a free email host is no domain of a company', async () => {
	const error = errorOf(
		await run([{ name: 'Someone', emails: [{ email: 'someone@gmail.com' }] }], 'domain'),
	);
	expect(error.message).toBe("'Match By' needs the domain, which this item does not set [Item 0]");
	expect(await site.received()).toEqual([]);
});

test('the name tells it, in any case and with any spaces', async () => {
	const result = await run([{ name: '  ACME   inc ', industry: 'Software' }], 'name');
	expect(result.items[0]?.json.id).toBe(SEED.lead);
});

test('a field of its own tells it, to the letter', async () => {
	await site.sandbox.geniziz.make('leads', [
		{ id: 'lead_1', name: 'Globex', erp_id: 42 },
		{ id: 'lead_2', name: 'Initech', erp_id: 'aB1' },
	]);
	const result = await run(
		[
			{ name: 'Globex', erp_id: '42' },
			{ name: 'Initech', erp_id: 'aB1' },
			{ name: 'Hooli', erp_id: 'Ab1' },
		],
		'ownId',
	);
	expect(actionsOf(result.items)).toEqual(['unchanged', 'unchanged', 'created']);
	expect(result.items.map(({ json }) => json.id).slice(0, 2)).toEqual(['lead_1', 'lead_2']);
});

test('a field that no lead shows may be misspelt: nothing is created by it', async () => {
	const items = [
		{ lead: { name: 'Globex', erp_id: '42' }, by: 'ownId' },
		{ lead: withEmail('new@x.example'), by: 'email' },
	];
	const result = await site.run(upsert(), items, CONTINUE);
	expect(messagesOf(result.items)).toEqual([textWith("shows a field 'erp_id'"), '']);
	expect(actionsOf(result.items)).toEqual([undefined, 'created']);
});

test('in an account without leads nothing is misspelt', async () => {
	await site.sandbox.geniziz.remove(SEED.lead);
	const result = await run([{ name: 'Globex', erp_id: '42' }], 'ownId');
	expect(actionsOf(result.items)).toEqual(['created']);
});

test.each(['email', 'domain', 'ownId'])('an item without %s is bad input', async (by) => {
	const items = [
		{ lead: { name: 'Acme Inc' }, by },
		{ lead: withEmail('new@x.example'), by: 'email' },
	];
	const result = await site.run(upsert(), items, CONTINUE);
	expect(messagesOf(result.items)).toEqual([textWith("'Match By' needs the"), '']);
	expect(actionsOf(result.items)).toEqual([undefined, 'created']);
});

test('where several leads match, an item is an error that names them', async () => {
	await site.sandbox.geniziz.make('leads', [
		{ id: 'lead_1', name: 'One', emails: [{ email: 'a@x.example' }] },
		{ id: 'lead_2', name: 'Two', emails: [{ email: 'A@X.example' }] },
	]);
	const leads = [withEmail('a@x.example'), withEmail('hello@acme.example')];
	const result = await run(leads, 'email', CONTINUE);
	expect(result.items.map(linksOf)).toEqual([[0], [1]]);
	expect(messagesOf(result.items)[0]).toMatch(
		/^2 leads have the email a@x\.example: lead_\d, lead_\d \[Item 0\]$/,
	);
	expect(actionsOf(result.items)).toEqual([undefined, 'unchanged']);
	expect(await written()).toEqual([]);
	expect(errorOf(await run(leads)).message).toContain('2 leads have the email');
});
