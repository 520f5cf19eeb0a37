// Lead > Create or Update: what is sent, in how many requests, and what becomes of it.
import { useGenPage } from '../../support/genPage.mts';
import { leadItems, UPLOAD_PATH, upsert, uploadsIn } from '../../support/leads.mts';
import { byId, errorOf, linksOf } from '../../support/results.mts';

const site = useGenPage();
const waiting = { waitForCompletion: true };

describe('450 leads', () => {
	const items = leadItems(450);

	test('are three requests, and every lead comes back linked to its item', async () => {
		const result = await site.run(upsert(waiting), items);
		await expectAllLeads(result);
		const uploads = uploadsIn(await site.received());
		expect(uploads.map(({ leads }) => leads.length)).toEqual([200, 200, 50]);
	});

	test('come back the same when a request is held up and another one lost', async () => {
		const path = UPLOAD_PATH;
		await site.sandbox.fault({ kind: 'rateLimit', retryAfter: 1, path, after: 1 });
		// GenPage takes this one and then fails to say so: it is sent again and updates its leads.
		await site.sandbox.fault({ kind: 'status', status: 500, path, after: 1, when: 'after' });
		const result = await site.run(upsert(waiting), items);
		await expectAllLeads(result);
		const uploads = (await site.received()).filter((request) => request.path === path);
		expect(uploads.map(({ status }) => status).sort()).toEqual([200, 200, 200, 429, 500]);
	});

	async function expectAllLeads(result: Awaited<ReturnType<typeof site.run>>): Promise<void> {
		expect(result.error).toBeUndefined();
		expect(result.items.map(linksOf)).toEqual(items.map((_, at) => [at]));
		expect(result.items.map(({ json }) => json.email)).toEqual(items.map(({ email }) => email));
		const { genPage } = await site.sandbox.state();
		const stored = genPage.leads.map(({ email }) => email);
		expect(stored.toSorted()).toEqual(items.map(({ email }) => email).toSorted());
	}
});

describe('batches', () => {
	test('hold as many leads as the option says', async () => {
		const result = await site.run(upsert({ batchSize: 2 }), leadItems(5));
		expect(result.items.map(({ json }) => json.leads_sent)).toEqual([2, 2, 1]);
		expect(result.items.map(linksOf)).toEqual([[0, 1], [2, 3], [4]]);
	});

	test('hold only leads of the same campaign, audience and sender', async () => {
		const items = [
			{ email: 'a@x.example', campaign: 1, audience: 1, sender: 'A' },
			{ email: 'b@x.example', campaign: 2, audience: 1, sender: 'A' },
			{ email: 'c@x.example', campaign: 1, audience: 2, sender: 'A' },
			{ email: 'd@x.example', campaign: 1, audience: 1, sender: 'B' },
			{ email: 'e@x.example', campaign: 1, audience: 1, sender: 'A' },
		];
		const parameters = upsert(
			{},
			{
				campaignId: byId('={{ $json.campaign }}'),
				audienceId: byId('={{ $json.audience }}'),
				from: '={{ $json.sender }}',
			},
		);
		const result = await site.run(parameters, items);
		expect(result.items.map(linksOf)).toEqual([[0, 4], [1], [2], [3]]);
		const sent = uploadsIn(await site.received()).map((upload) => [
			upload.campaign_id,
			upload.audience_id,
			upload.from,
			upload.leads.map(({ values }) => values.email).join(),
		]);
		expect(sent.sort()).toEqual([
			[1, 1, 'A', 'a@x.example,e@x.example'],
			[1, 1, 'B', 'd@x.example'],
			[1, 2, 'A', 'c@x.example'],
			[2, 1, 'A', 'b@x.example'],
		]);
	});

	test('are sent together when all leads differ', async () => {
		await site.sandbox.reset({ latencyMs: 200 });
		await site.run(upsert({ batchSize: 1 }), leadItems(3));
		expect((await site.sandbox.summary()).maxInFlight).toBe(3);
	});

	test('are sent one after another when a lead comes twice, so that the last item wins', async () => {
		await site.sandbox.reset({ latencyMs: 50 });
		const items = [
			{ email: 'ada@x.example', first_name: 'Old' },
			{ email: 'bob@x.example' },
			{ email: 'ADA@x.example', first_name: 'New' },
		];
		await site.run(upsert({ batchSize: 1 }), items);
		expect((await site.sandbox.summary()).maxInFlight).toBe(1);
		const { leads } = (await site.sandbox.state()).genPage;
		expect(leads.map(({ values }) => values.first_name)).toEqual(['New', undefined]);
	});
});

describe('columns', () => {
	test("understand a spreadsheet's headers and leave every other name as it is", async () => {
		const items = [
			{
				Email: 'ada@x.example',
				'First Name': 'Ada',
				'LinkedIn Profile URL': 'https://linkedin.com/in/ada',
				companyName: 'Analytical',
				'company-domain': 'x.example',
				'Favourite Colour': 'red',
				seats: 3,
				trial: false,
				empty: null,
				lead_id: '',
			},
		];
		await site.run(upsert(), items);
		expect(uploadsIn(await site.received())[0]?.leads).toEqual([
			{
				values: {
					email: 'ada@x.example',
					first_name: 'Ada',
					linkedin_profile_url: 'https://linkedin.com/in/ada',
					company_name: 'Analytical',
					company_domain: 'x.example',
					'Favourite Colour': 'red',
					seats: 3,
					trial: false,
				},
			},
		]);
	});

	test('mapped by hand are read for each item', async () => {
		const value = { email: '={{ $json.mail }}', greeting: '=Hi {{ $json.who }}' };
		const columns = { mappingMode: 'defineBelow', value };
		const items = [
			{ mail: 'ada@x.example', who: 'Ada' },
			{ mail: 'bob@x.example', who: 'Bob' },
		];
		await site.run(upsert({}, { columns }), items);
		expect(uploadsIn(await site.received())[0]?.leads).toEqual([
			{ values: { email: 'ada@x.example', greeting: 'Hi Ada' } },
			{ values: { email: 'bob@x.example', greeting: 'Hi Bob' } },
		]);
	});

	const refused = [
		[
			'a list',
			{ email: 'a@x.example', tags: ['vip'] },
			/^'tags' holds "\["vip"\]"/,
			/flatten 'tags'/,
		],
		['an object', { email: 'a@x.example', crm: { id: 1 } }, /^'crm' holds/, /flatten 'crm'/],
		[
			'no email address',
			{ email: 'ada' },
			/^'email' must be an email address, not "ada"/,
			/Correct it/,
		],
		['no identification', { first_name: 'Ada' }, /^'Columns' has no 'email'/, /first_name/],
		['no fields at all', {}, /^'Columns' has no 'email'/, /no fields/],
	] as const;

	test.each(refused)('with %s are refused before anything is sent', async (_, bad, words, fix) => {
		const error = errorOf(await site.run(upsert(), [{ email: 'good@x.example' }, bad]));
		expect(error.message).toMatch(words);
		expect(error.message).toContain('[Item 1]');
		expect(error.description).toMatch(fix);
		expect(await site.received()).toEqual([]);
	});
});
