// Linking GenPage's finished leads to the items that they came from.
import type { IDataObject } from 'n8n-workflow';
import type { NodeResult } from '../../support/engine.mts';
import { useGenPage } from '../../support/genPage.mts';
import { leadItems, LEADS_PATH, upsert } from '../../support/leads.mts';
import { linksOf } from '../../support/results.mts';
import type { RunMore } from '../../support/site.mts';

const site = useGenPage();
const waiting = { waitForCompletion: true };

/** Uploads items; GenPage then answers with these leads, whatever it has made. */
async function runAnswered(
	items: readonly IDataObject[],
	leads: readonly IDataObject[],
	more: RunMore = {},
) {
	const body = { leads };
	await site.sandbox.fault({ kind: 'wrongType', path: LEADS_PATH, body });
	return await site.run(upsert(waiting), items, more);
}

function warningsOf({ hints }: NodeResult): string[] {
	return hints.filter(({ type }) => type === 'warning').map(({ message }) => message);
}

const spellings = [
	['email in another case', { email: 'Ada@X.example' }, { email: 'ada@x.EXAMPLE' }],
	['email with spaces', { email: ' ada@x.example ' }, { email: 'ada@x.example' }],
	[
		'profile without https and www',
		{ linkedin_profile_url: 'https://www.linkedin.com/in/Ada/' },
		{ linkedin_profile_url: 'linkedin.com/in/ada' },
	],
	[
		'profile with http and a slash',
		{ linkedin_profile_url: 'linkedin.com/in/ada' },
		{ linkedin_profile_url: 'http://www.linkedin.com/in/ada/' },
	],
] as const;

test.each(spellings)('finds the item by %s', async (_, values, returned) => {
	const other = { email: 'other@x.example' };
	const leads = [
		{ lead_id: 7, values: returned },
		{ lead_id: 8, values: other },
	];
	const result = await runAnswered([other, values], leads);
	expect(result.items.map((item) => [linksOf(item), item.json.lead_id])).toEqual([
		[[0], 8],
		[[1], 7],
	]);
});

test.each(['lead_id', 'genpage_url'] as const)('finds updated leads by %s', async (key) => {
	await site.upload(['ada@x.example', 'bob@x.example']);
	const known = (await site.sandbox.state()).genPage.leads;
	const items = known.toReversed().map((lead, at) => ({ [key]: lead[key], first_name: `N${at}` }));
	const result = await site.run(upsert(waiting), items);
	const got = result.items.map((item) => [linksOf(item), item.json.email, item.json.first_name]);
	expect(got).toEqual([
		[[0], 'bob@x.example', 'N0'],
		[[1], 'ada@x.example', 'N1'],
	]);
	expect((await site.sandbox.state()).genPage.leads).toHaveLength(2);
});

test('believes the lead ID more than the email, which may have moved', async () => {
	await site.upload(['ada@x.example', 'bob@x.example']);
	const [ada, bob] = (await site.sandbox.state()).genPage.leads.map(({ lead_id }) => lead_id);
	const items = [
		{ lead_id: ada ?? 0, email: 'ada@x.example' },
		{ lead_id: bob ?? 0, email: 'bob@x.example' },
	];
	const moved = { lead_id: bob, values: { email: 'ada@x.example' } };
	const onError = 'continueErrorOutput';
	const result = await runAnswered(items, [moved], { onError });
	expect(result.items.map(linksOf)).toEqual([[1]]);
	expect(result.errorItems.map(linksOf)).toEqual([[0]]);
});

test('links one lead to both items that are about it', async () => {
	const items = [
		{ email: 'ada@x.example' },
		{ email: 'bob@x.example' },
		{ email: 'ADA@x.example' },
	];
	const result = await site.run(upsert(waiting), items);
	expect(result.items.map(linksOf)).toEqual([[0, 2], [1]]);
	expect(warningsOf(result)).toEqual([]);
});

test('links one lead to items that name it in different ways', async () => {
	const profile = 'https://linkedin.com/in/ada';
	const items = [
		{ email: 'ada@x.example', linkedin_profile_url: profile },
		{ linkedin_profile_url: profile, first_name: 'Ada' },
	];
	const result = await site.run(upsert(waiting), items);
	expect((await site.sandbox.state()).genPage.leads).toHaveLength(1);
	expect(result.items.map(linksOf)).toEqual([[0, 1]]);
	expect(warningsOf(result)).toEqual([]);
});

test('links a lead that matches none to all items of its job, and says so', async () => {
	const strangers = [7, 8].map((lead_id) => ({ lead_id, values: { email: 'who@x.example' } }));
	const result = await runAnswered(leadItems(2), strangers);
	expect(result.items.map(linksOf)).toEqual([
		[0, 1],
		[0, 1],
	]);
	expect(result.items[0]?.json.email).toBe('who@x.example');
	expect(warningsOf(result)).toEqual([
		expect.stringContaining('2 leads match no input item'),
		'GenPage returned no lead for 2 items, the first being Item 0',
	]);
});

test('says for which items no lead came back', async () => {
	const lead = { lead_id: 7, values: leadItems(1)[0] };
	const onError = 'continueErrorOutput';
	const result = await runAnswered(leadItems(3), [lead], { onError });
	expect(result.items.map(linksOf)).toEqual([[0]]);
	expect(result.errorItems.map(linksOf)).toEqual([[1], [2]]);
	expect(warningsOf(result)).toEqual([
		'GenPage returned no lead for 2 items, the first being Item 1',
	]);
});

test.each([
	['a lead without values', { lead_id: 7 }],
	['values that are no object', { lead_id: 7, values: 'none' }],
	['values with other types', { lead_id: 7, values: { email: ['a'], linkedin_profile_url: 5 } }],
	['nothing at all', {}],
])('outputs %s as it came', async (_, lead) => {
	const result = await runAnswered(leadItems(1), [lead]);
	expect(result.error).toBeUndefined();
	expect(result.items.map(linksOf)).toEqual([[0]]);
	expect(JSON.stringify(result.items[0]?.json)).toContain(JSON.stringify(lead).slice(1, 10));
});

test('outputs the leads as GenPage sends them when they are not to be simplified', async () => {
	const result = await site.run(upsert({ ...waiting, simplify: false }), leadItems(1));
	expect(result.items[0]?.json).toMatchObject({
		campaign_id: 1,
		workspace_id: 16,
		values: { email: 'lead-0@x.example' },
	});
});

test('values do not replace what GenPage says of the lead itself', async () => {
	const own = {
		lead_id: 7,
		id: 'gp-7',
		workspace_id: 16,
		campaign_id: 1,
		job_id: '1234567890',
		status: 'live',
		genpage_url: 'https://demo.genpa.ge/ada',
	};
	const values = {
		email: 'lead-0@x.example',
		...{ lead_id: '', id: 'crm-1', workspace_id: 99, campaign_id: '', job_id: 'old' },
		...{ status: 'lost', genpage_url: 'https://elsewhere.example', values: 'kept' },
	};
	const { items } = await runAnswered(leadItems(1), [{ ...own, values }]);
	expect(items.map(({ json }) => json)).toEqual([
		{ ...own, email: 'lead-0@x.example', values: 'kept' },
	]);
});

test('values stand in where GenPage says nothing of the lead itself', async () => {
	const values = { lead_id: 7, email: 'lead-0@x.example', genpage_url: 'https://x.genpa.ge/a' };
	const { items } = await runAnswered(leadItems(1), [{ lead_id: null, genpage_url: '', values }]);
	expect(items.map(({ json }) => json)).toEqual([values]);
});
