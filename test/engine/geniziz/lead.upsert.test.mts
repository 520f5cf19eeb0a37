// Lead > Create or Update: what is sent, and what comes of items that mean the same lead.
import { GENIZIZ_SEED as SEED } from '../../../sandbox/client.mts';
import { AGENTS, callTool } from '../../support/agent.mts';
import { ofSite } from '../../support/generated/tools.mts';
import { actionsOf, CONTINUE, upsert, useLeads, withEmail } from '../../support/matchedLeads.mts';
import { linksOf, messagesOf } from '../../support/results.mts';

const { site, run, written } = useLeads();

describe('what is sent', () => {
	test('nothing where nothing differs, however it is written', async () => {
		const result = await run([
			{
				name: 'Acme Inc ',
				url: 'www.acme.example/',
				mrr: '4900',
				industry: null,
				emails: [{ email: 'Hello@acme.example', type: '' }],
				phones: [{ phone: '+1 (555) 123-4567', type: 'office' }],
			},
		]);
		expect(result.items.map(({ json }) => [json.id, json.action])).toEqual([
			[SEED.lead, 'unchanged'],
		]);
		expect(await written()).toEqual([]);
	});

	test('only what differs; blank is absent', async () => {
		await run([withEmail('hello@acme.example', { mrr: 5000, url: ' ', phones: null })]);
		expect(await written()).toEqual([['PUT', SEED.lead, { mrr: 5000 }]]);
	});

	test('lists go with what is there', async () => {
		const addresses = [{ city: 'Austin', country: 'US' }];
		await site.sandbox.geniziz.change(SEED.lead, { addresses });
		await run([
			{
				name: 'Acme Inc',
				emails: [{ email: 'HELLO@acme.example', type: 'sales' }, { email: 'new@acme.example' }],
				phones: [{ phone: '+1 555 7654321', type: 'mobile' }],
				addresses: [{ city: 'Austin', country: '' }, { city: 'Paris' }],
			},
		]);
		const body = {
			emails: [{ email: 'hello@acme.example', type: 'sales' }, { email: 'new@acme.example' }],
			phones: [
				{ phone: '+15551234567', type: 'office' },
				{ phone: '+1 555 7654321', type: 'mobile' },
			],
			addresses: [...addresses, { city: 'Paris' }],
		};
		expect(await written()).toEqual([['PUT', SEED.lead, body]]);
	});

	test('what the list does not show', async () => {
		await site.sandbox.geniziz.change(SEED.lead, { owner_id: SEED.user });
		const leads = [withEmail('hello@acme.example', { owner_id: SEED.user })];
		const result = await run(leads);
		const hidden = site.documents === 'strict';
		expect(actionsOf(result.items)).toEqual([hidden ? 'updated' : 'unchanged']);
		expect(await written()).toEqual(hidden ? [['PUT', SEED.lead, { owner_id: SEED.user }]] : []);
	});

	test('pages hold what is needed, and no more', async () => {
		await run([withEmail('a@x.example', { mrr: 1 }), { ...withEmail('b@x.example'), erp_id: 5 }]);
		const [list] = await site.received();
		expect(String(list?.query._fields).split(',').sort()).toEqual(
			['emails', 'erp_id', 'id', 'mrr', 'name'].sort(),
		);
	});

	test('the form gives the same as JSON', async () => {
		const parameters = {
			...{ resource: 'lead', operation: 'upsert', matchBy: 'domain', name: 'Acme Corp' },
			additionalFields: { url: 'acme.example', otherFields: { values: [] } },
		};
		await site.run(parameters);
		expect(await written()).toEqual([['PUT', SEED.lead, { name: 'Acme Corp' }]]);
	});
});

describe('items of one run that mean the same lead', () => {
	test('end as one, with one request', async () => {
		const result = await run([
			withEmail('new@x.example', { mrr: 1 }),
			withEmail('NEW@x.example', { mrr: 1 }),
			withEmail('hello@acme.example'),
			withEmail('new@x.example', {
				mrr: 2,
				emails: [{ email: 'new@x.example' }, { email: 'b@x.example' }],
			}),
			withEmail('b@x.example', { industry: 'Software' }),
		]);
		expect(actionsOf(result.items)).toEqual([
			'created',
			'unchanged',
			'unchanged',
			'updated',
			'updated',
		]);
		expect(result.items.map(linksOf)).toEqual([[0], [1], [2], [3], [4]]);
		const ids = result.items.map(({ json }) => json.id);
		expect(new Set([ids[0], ids[1], ids[3], ids[4]]).size).toBe(1);
		const emails = [{ email: 'new@x.example' }, { email: 'b@x.example' }];
		const body = { name: 'Acme Inc', emails, mrr: 2, industry: 'Software' };
		expect(await written()).toEqual([['POST', '', body]]);
	});

	test('different keys may find the same lead', async () => {
		const items = [
			{ by: 'email', lead: withEmail('hello@acme.example', { mrr: 1 }) },
			{ by: 'domain', lead: { name: 'Acme Inc', url: 'acme.example', industry: 'Software' } },
			{ by: 'name', lead: { name: 'acme inc', mrr: 1 } },
		];
		const result = await site.run(upsert(), items);
		expect(result.items.map(({ json }) => json.id)).toEqual([SEED.lead, SEED.lead, SEED.lead]);
		expect(await written()).toEqual([
			['PUT', SEED.lead, { mrr: 1, industry: 'Software', name: 'acme inc' }],
		]);
	});

	test('what one changes and another changes back is not sent', async () => {
		const result = await run([
			withEmail('hello@acme.example', { mrr: 1 }),
			withEmail('hello@acme.example', { mrr: 4900 }),
		]);
		expect(actionsOf(result.items)).toEqual(['unchanged', 'unchanged']);
		expect(await written()).toEqual([]);
	});

	test('a lead that an item gives another name is not found by the old one', async () => {
		const items = [
			{ by: 'email', lead: withEmail('hello@acme.example', { name: 'Globex' }) },
			{ by: 'name', lead: { name: 'Acme Inc' } },
			{ by: 'name', lead: { name: 'GLOBEX', mrr: 1 } },
		];
		const result = await site.run(upsert(), items);
		expect(actionsOf(result.items)).toEqual(['updated', 'created', 'updated']);
		expect(result.items.map(({ json }) => json.id === SEED.lead)).toEqual([true, false, true]);
	});

	test('an item that means two new ones names the items that make them', async () => {
		const both = { name: 'Both', emails: [{ email: 'a@x.example' }, { email: 'b@x.example' }] };
		const leads = [withEmail('a@x.example'), withEmail('b@x.example'), both];
		const result = await run(leads, 'email', CONTINUE);
		expect(actionsOf(result.items)).toEqual(['created', 'created', undefined]);
		expect(messagesOf(result.items)[2]).toContain('the one of Item 0, the one of Item 1');
	});
});

test('each credential has its own leads', async () => {
	const { genizizKey, genizizSecondKey } = site.sandbox;
	const credentials = site.credentialsWith('={{ $json.key }}');
	const item = (key: string) => ({ key, lead: withEmail('hello@acme.example', { mrr: 1 }) });
	const items = [item(genizizKey), item(genizizSecondKey), item(genizizKey)];
	const result = await site.run(upsert(), items, { credentials });
	expect(actionsOf(result.items)).toEqual(['updated', 'created', 'unchanged']);
	const requests = await site.received();
	expect(requests.filter(({ method }) => method === 'GET')).toHaveLength(2);
});

test('a dry run asks nothing, and says what would be looked for', async () => {
	const options = { dryRun: true };
	const result = await site.run(upsert({ options }), [{ lead: withEmail('hello@acme.example') }]);
	expect(result.items[0]?.json).toMatchObject({
		dry_run: true,
		request: { method: 'POST', body: withEmail('hello@acme.example') },
		asked_first: [
			'which leads have the email hello@acme.example: such a lead is updated with what differs, and none is created',
		],
	});
	expect(await site.received()).toEqual([]);
});

test.each(AGENTS)('an agent of version %d has it as a tool', async (agent) => {
	const parameters = {
		...{ resource: 'lead', operation: 'upsert', matchBy: 'email' },
		name: "={{ $fromAI('name', '', 'string') }}",
		additionalFields: { emails: { values: [{ email: "={{ $fromAI('email', '', 'string') }}" }] } },
	};
	const args = { name: 'Acme Corp', email: 'hello@acme.example' };
	const answer = await callTool({ ...ofSite(site), parameters }, args, agent);
	expect(answer).toEqual([expect.objectContaining({ id: SEED.lead, action: 'updated' })]);
});
