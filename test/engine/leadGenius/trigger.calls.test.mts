// The LeadGenius Trigger: which calls it believes. Anybody can call its address.
import {
	answered,
	BY_HAND,
	SLUG,
	uploadCompanies,
	UPLOAD_PATH,
	watchCampaign,
} from '../../support/leadGenius.mts';
import { useListener } from '../../support/listener.mts';
import { useVendor } from '../../support/site.mts';
import { leadGenius } from '../../support/vendors/leadGenius.mts';
import type { WatchedWebhook } from '../../support/webhookTrigger.mts';

const site = useVendor({ ...leadGenius, settings: { leadGenius: BY_HAND } });
const listener = useListener();

/** An active trigger of the campaign, which has three records. */
async function watch(): Promise<WatchedWebhook> {
	await uploadCompanies(site);
	return await watchCampaign(site, listener);
}

const control = () => site.sandbox.leadGenius;

/** What the trigger asks LeadGenius for. */
async function asked() {
	const requests = await site.received();
	return requests.filter(({ path }) => path.startsWith('/api/v1/enrichment/retrieve/'));
}

describe('a call', () => {
	const notification = { slug: SLUG, records: [123_001], uploaded: 3, enriched: 3, complete: true };

	test.each<[string, unknown, string]>([
		['a greeting', { hello: 'world' }, "'slug' must be the campaign's slug"],
		['a list', [notification], 'it must be a JSON object'],
		['a text', 'hello', 'it must be a JSON object'],
		['without a slug', { ...notification, slug: undefined }, "'slug' must be"],
		['with a slug that is a number', { ...notification, slug: 5 }, "'slug' must be"],
		['with records that are no list', { ...notification, records: '123001' }, "'records' must be"],
		[
			'with records that are no IDs',
			{ ...notification, records: [{ id: 1 }] },
			"'records' must be",
		],
		['with IDs below zero', { ...notification, records: [-1] }, "'records' must be"],
		[
			'with IDs that are no whole numbers',
			{ ...notification, records: [1.5] },
			"'records' must be",
		],
		[
			'with numbers that are none',
			{ ...notification, uploaded: 'three' },
			"'uploaded' must be a number",
		],
		[
			'with a complete that is text',
			{ ...notification, complete: 'yes' },
			"'complete' must be true",
		],
		[
			'with 10,001 records',
			{ ...notification, records: idsUpTo(10_001) },
			'at most 10000 record IDs',
		],
	])('is answered with 400 when it is no notification: %s', async (_, body, words) => {
		const trigger = await watch();
		const [delivery] = await control().deliver({ slug: SLUG, body });
		expect(delivery?.status).toBe(400);
		expect(delivery?.answer).toContain('This is no LeadGenius notification: ');
		expect(delivery?.answer).toContain(words);
		await expectNothing(trigger);
	});

	test('that is a web page is answered with 400', async () => {
		const trigger = await watch();
		const headers = { 'content-type': 'text/html' };
		const body = '<html><body>Hello</body></html>';
		const response = await fetch(trigger.url, { method: 'POST', headers, body });
		expect(response.status).toBe(400);
		await expectNothing(trigger);
	});

	test('of another campaign is acknowledged and ignored', async () => {
		const trigger = await watch();
		const body = { ...notification, slug: 'another' };
		const [delivery] = await control().deliver({ slug: SLUG, body });
		expect(delivery?.status).toBe(200);
		await expectNothing(trigger);
	});

	test('may have its IDs as text', async () => {
		const trigger = await watch();
		await control().finalize(SLUG, 1);
		await answered(site, 1);
		await control().finalize(SLUG, 1);
		await answered(site, 2);
		const body = { ...notification, records: ['123001', '123002'], enriched: '2' };
		await control().deliver({ slug: SLUG, body });
		expect(trigger.runs.flat().map(({ id }) => id)).toEqual([123_001, 123_002]);
	});

	test('that says in other words that all is done is the end of the campaign', async () => {
		await uploadCompanies(site);
		const parameters = { event: 'campaignCompleted', registration: 'manual' };
		const trigger = await watchCampaign(site, listener, parameters);
		await control().finalize(SLUG);
		const body = { ...notification, records: null, complete: 1 };
		const [delivery] = await control().deliver({ slug: SLUG, url: trigger.url, body });
		expect(delivery?.status).toBe(200);
		expect(trigger.runs.flat()).toHaveLength(3);
	});

	test('with records that are not finalized starts nothing, until they are', async () => {
		const trigger = await watch();
		await control().finalize(SLUG, 1);
		await answered(site, 1);
		const [early] = await control().deliver({ slug: SLUG, records: [123_002, 123_003] });
		expect(early?.status).toBe(503);
		expect(trigger.runs.flat().map(({ id }) => id)).toEqual([123_001]);

		await control().finalize(SLUG);
		await answered(site, 4);
		const ids = trigger.runs.flat().map(({ id }) => Number(id));
		expect(ids.toSorted((a, b) => a - b)).toEqual([123_001, 123_002, 123_003]);
	});

	test('with IDs that do not exist, or are of another campaign, starts nothing', async () => {
		const trigger = await watch();
		const body = { slug: 'theirs', type: 'datahub', records: [{ org_website: 'x.example' }] };
		await site.call('POST', UPLOAD_PATH, body);
		await control().finalize('theirs');
		const records = [1, 123_004, 999_999_999];
		const calls = await control().deliver({ slug: SLUG, records, times: 3 });
		expect(calls.map(({ status }) => status)).toEqual([503, 503, 503]);
		expect(trigger.runs).toEqual([]);

		await control().finalize(SLUG);
		await answered(site, 6);
		expect(trigger.runs.flat()).toHaveLength(3);
	});

	test('without records costs no request', async () => {
		const trigger = await watch();
		const [delivery] = await control().deliver({ slug: SLUG, records: [] });
		expect(delivery?.status).toBe(200);
		await expectNothing(trigger);
	});

	async function expectNothing(trigger: WatchedWebhook): Promise<void> {
		expect(trigger.runs).toEqual([]);
		expect(trigger.failures).toEqual([]);
		expect(await asked()).toEqual([]);
	}
});

function idsUpTo(count: number): number[] {
	return Array.from({ length: count }, (_, at) => at + 1);
}
