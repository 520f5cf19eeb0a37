// The LeadGenius Trigger with a LeadGenius that tells no more than its documents promise, and calls
// that are not written as most are.
import type { INodeParameters } from 'n8n-workflow';
import {
	BY_HAND,
	companies,
	sayComplete,
	SLUG,
	uploadCompanies,
	watchCampaign,
} from '../../support/leadGenius.mts';
import { useListener } from '../../support/listener.mts';
import { useVendor } from '../../support/site.mts';
import { leadGenius } from '../../support/vendors/leadGenius.mts';
import { watchWebhook, type WatchedWebhook } from '../../support/webhookTrigger.mts';

const site = useVendor({ ...leadGenius, settings: { leadGenius: BY_HAND } });
const listener = useListener();

const RETRIEVE_PATH = '/api/v1/enrichment/retrieve/';
const completed = { event: 'campaignCompleted', registration: 'manual' };

/** An active trigger of the campaign, which has three records. */
async function watch(parameters: INodeParameters = {}): Promise<WatchedWebhook> {
	await uploadCompanies(site);
	return await watchCampaign(site, listener, { registration: 'manual', ...parameters });
}

const finalize = (count?: number) => site.sandbox.leadGenius.finalize(SLUG, count);

/** LeadGenius answers the next reads of the campaign so. */
async function retrieves(body: unknown, times = 1): Promise<void> {
	await site.sandbox.fault({ kind: 'wrongType', body, path: RETRIEVE_PATH, method: 'GET', times });
}

/** The records of newer documents, which have no IDs. */
const records = companies.map((data) => ({
	finalized: '2026-01-01T10:00:00',
	created: '2026-01-01T09:00:00',
	status: 'finalized_complete',
	data,
}));

describe('a call', () => {
	test.each([
		['as text', {}, 'text/plain'],
		['without a type', {}, ''],
		['as a form', {}, 'application/x-www-form-urlencoded'],
		['as bytes', {}, 'application/octet-stream'],
		['as several parts', {}, 'multipart/mixed; boundary=x'],
		['with its flag as text', { complete: 'true' }, 'application/json'],
		['with its flag as Python writes it', { complete: 'True' }, 'text/plain'],
	])('%s is understood', async (_, more, type) => {
		const trigger = await watch(completed);
		await finalize();
		expect(await sayComplete(trigger.url, more, type)).toBe(200);
		expect(trigger.runs.map((items) => items.length)).toEqual([3]);
	});

	test('that says "false" as text is no end', async () => {
		const trigger = await watch(completed);
		await finalize();
		expect(await sayComplete(trigger.url, { complete: 'false' })).toBe(200);
		expect(trigger.runs).toEqual([]);
	});
});

describe('the end of a campaign', () => {
	test('is one notification also when the call names no records', async () => {
		const trigger = await watch({ ...completed, output: 'notification' });
		await finalize();
		await sayComplete(trigger.url);
		await sayComplete(trigger.url);
		expect(trigger.runs).toEqual([
			[{ slug: SLUG, records: [], uploaded: 3, enriched: 3, complete: true }],
		]);
	});

	test('comes also when duplicates were dropped', async () => {
		const trigger = await watch(completed);
		const numbers = { count: 2, count_uploaded: 3, count_enriched: 2 };
		await retrieves({ ...numbers, results: records.slice(0, 2) }, 3);
		expect(await sayComplete(trigger.url)).toBe(200);
		expect(trigger.runs.map((items) => items.length)).toEqual([2]);
	});

	test('follows the status of newer documents', async () => {
		const trigger = await watch(completed);
		await retrieves({ status: 'In-Progress', records: records.slice(0, 1) });
		await sayComplete(trigger.url);
		expect(trigger.runs).toEqual([]);
		await retrieves({ status: 'Completed', records }, 2);
		await sayComplete(trigger.url);
		expect(trigger.runs[0]?.map((json) => json.org_company_name)).toEqual(['Acme', 'Bolt', 'Corp']);
	});
});

test('records without IDs are told apart by asking for each alone', async () => {
	const trigger = await watch();
	await retrieves({ status: 'In-Progress', records: records.slice(0, 2) });
	for (const record of records.slice(0, 2)) {
		await retrieves({ status: 'In-Progress', records: [record] });
	}
	const call = { records: [123_001, 123_002], complete: false };
	expect(await sayComplete(trigger.url, call)).toBe(200);
	expect(trigger.runs[0]?.map(({ id, org_company_name }) => [id, org_company_name])).toEqual([
		[123_001, 'Acme'],
		[123_002, 'Bolt'],
	]);
	expect(await sayComplete(trigger.url, call)).toBe(200);
	expect(trigger.runs).toHaveLength(1);
});

test('an address of n8n that LeadGenius cannot call is not registered', async () => {
	const { vendor, credentialId } = site;
	const credentials = site.credentialsWith(site.key, 'https://leadgenius.invalid.example');
	const owner = { vendor, credentialId, credentials };
	const trigger = watchWebhook(owner, listener, { campaignSlug: SLUG });
	const refused = trigger.activate();
	await expect(refused).rejects.toThrow(`n8n's address, ${listener.url}, is a private one`);
	await expect(refused).rejects.toHaveProperty('description', expect.stringMatching(/WEBHOOK_URL/));
});
