// Lead > Find: one pass through the list serves all items, and ends when each has what it wants.
import type { INodeParameters } from 'n8n-workflow';
import { GENIZIZ_SEED as SEED } from '../../../sandbox/client.mts';
import { AGENTS, callTool } from '../../support/agent.mts';
import { ofSite } from '../../support/generated/tools.mts';
import { byId, linksOf, messagesOf } from '../../support/results.mts';
import { useVendor } from '../../support/site.mts';
import { geniziz } from '../../support/vendors/geniziz.mts';

const site = useVendor(geniziz);

const find = (more: INodeParameters = {}): INodeParameters => ({
	resource: 'lead',
	operation: 'find',
	findBy: '={{ $json.domain ? "domain" : "email" }}',
	email: '={{ $json.email }}',
	domain: '={{ $json.domain }}',
	returnAll: true,
	...more,
});

const HOUR = 3_600_000;
const at = (hours: number) => new Date(Date.UTC(2030, 0, 1) + hours * HOUR).toISOString();

beforeEach(async () => {
	await site.sandbox.reset({ geniziz: { order: 'oldest' } });
	await site.sandbox.geniziz.make('leads', [
		{
			id: 'lead_1',
			url: 'https://x.example',
			emails: [{ email: 'A@x.example' }],
			date_updated: at(1),
		},
		{ id: 'lead_2', url: null, emails: [{ email: 'a@x.example' }], date_updated: at(2) },
		{
			id: 'lead_3',
			url: 'http://www.x.example/',
			status_id: SEED.leadStatus,
			owner_id: SEED.user,
			date_updated: at(3),
		},
	]);
});

const found = (items: Awaited<ReturnType<typeof site.run>>['items']) =>
	items.map((item) => [linksOf(item)[0], item.json.id]);

test('each item gets what it looks for, and nothing where there is nothing', async () => {
	const items = [
		{ email: 'a@X.example' },
		{ email: 'nobody@x.example' },
		{ domain: 'https://www.X.example/about' },
		{ email: 'hello@acme.example' },
	];
	const result = await site.run(find(), items);
	expect(result.error).toBeUndefined();
	expect(found(result.items)).toEqual([
		[0, 'lead_1'],
		[0, 'lead_2'],
		[2, 'lead_1'],
		[2, 'lead_2'],
		[2, 'lead_3'],
		[3, SEED.lead],
	]);
	expect(await site.received()).toHaveLength(1);
});

test('the list is read until each item has its limit', async () => {
	await site.sandbox.geniziz.makeLeads({ count: 3000 });
	const items = [{ domain: 'x.example' }, { email: 'a@x.example' }];
	const result = await site.run(find({ returnAll: false, limit: 1 }), items);
	expect(found(result.items)).toEqual([
		[0, 'lead_1'],
		[1, 'lead_1'],
	]);
	expect(await site.received()).toHaveLength(1);
});

test.each([
	['the status', { statusId: byId(SEED.leadStatus) }, ['lead_3']],
	['the time', { updatedSince: at(2) }, ['lead_2', 'lead_3']],
	['nothing', {}, ['lead_1', 'lead_2', 'lead_3']],
])('filters by %s', async (_, filters, ids) => {
	const result = await site.run(find({ filters }), [{ domain: 'x.example' }]);
	expect(result.items.map(({ json }) => json.id)).toEqual(ids);
});

test('an owner that is not shown finds nobody, and is told', async () => {
	const result = await site.run(find({ filters: { ownerId: SEED.user } }), [
		{ domain: 'x.example' },
	]);
	const isShown = site.documents === 'generous';
	expect(result.items.map(({ json }) => json.id)).toEqual(isShown ? ['lead_3'] : []);
	expect(result.hints.map(({ message }) => message)).toContainEqual(
		expect.stringContaining("'Owner ID' in Filters"),
	);
});

test('only the fields that are wanted come out', async () => {
	const options = { fields: ['id', 'name'] };
	const result = await site.run(find({ options }), [{ email: 'hello@acme.example' }]);
	expect(result.items.map(({ json }) => json)).toEqual([{ id: SEED.lead, name: 'Acme Inc' }]);
	const [list] = await site.received();
	expect(String(list?.query._fields)).toContain('emails');
});

test('items with other options have a pass of their own', async () => {
	const options = { fields: '={{ $json.fields }}' };
	const items = [
		{ email: 'hello@acme.example', fields: 'id' },
		{ email: 'hello@acme.example', fields: 'name' },
		{ email: 'a@x.example', fields: 'id' },
	];
	const result = await site.run(find({ options }), items);
	expect(result.items.map(({ json }) => json)).toEqual([
		{ id: SEED.lead },
		{ name: 'Acme Inc' },
		{ id: 'lead_1' },
		{ id: 'lead_2' },
	]);
	expect(await site.received()).toHaveLength(2);
});

test('where the list cannot be read each item says so', async () => {
	await site.sandbox.fault({ kind: 'status', status: 402, body: { error: 'Unpaid.' } });
	const onError = 'continueRegularOutput';
	const result = await site.run(find(), [{ email: 'a@x.example' }, { domain: 'x.example' }], {
		onError,
	});
	expect(messagesOf(result.items)).toEqual(['Geniziz: Unpaid.', 'Geniziz: Unpaid.']);
	expect(result.items.map(linksOf)).toEqual([[0], [1]]);
});

test.each(AGENTS)('an agent of version %d has it as a tool', async (agent) => {
	const parameters = find({ findBy: 'email', email: "={{ $fromAI('email', '', 'string') }}" });
	const run = { ...ofSite(site), parameters };
	const answer = await callTool(run, { email: 'hello@acme.example' }, agent);
	expect(answer).toEqual([expect.objectContaining({ id: SEED.lead })]);
	expect(await callTool(run, { email: 'nobody@acme.example' }, agent)).toEqual([
		{ note: 'There is no record of this kind' },
	]);
});
