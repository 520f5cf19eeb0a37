// The LeadGenius Trigger: what its events give out.
import type { INodeParameters } from 'n8n-workflow';
import {
	answered,
	BY_HAND,
	SLUG,
	uploadCompanies,
	watchCampaign,
} from '../../support/leadGenius.mts';
import { useListener } from '../../support/listener.mts';
import { useVendor } from '../../support/site.mts';
import { leadGenius } from '../../support/vendors/leadGenius.mts';
import type { WatchedWebhook } from '../../support/webhookTrigger.mts';

const site = useVendor({ ...leadGenius, settings: { leadGenius: BY_HAND } });
const listener = useListener();

/** An active trigger of the campaign, which has three records. */
async function watch(parameters: INodeParameters = {}): Promise<WatchedWebhook> {
	await uploadCompanies(site);
	return await watchCampaign(site, listener, parameters);
}

const control = () => site.sandbox.leadGenius;

describe('on records finalized, the output', () => {
	test('is a record an item, with its data beside its ID', async () => {
		const trigger = await watch();
		await control().finalize(SLUG, 1);
		await answered(site, 1);
		expect(trigger.runs).toEqual([
			[expect.objectContaining({ id: 123_001, org_company_name: 'Acme', org_phone: '4155550100' })],
		]);
		expect(trigger.runs[0]?.[0]).not.toHaveProperty('data');
	});

	test("is LeadGenius's own form when Simplify is off", async () => {
		const trigger = await watch({ simplify: false });
		await control().finalize(SLUG, 1);
		await answered(site, 1);
		expect(trigger.runs).toMatchObject([[{ id: 123_001, data: { org_company_name: 'Acme' } }]]);
	});

	test('may be the IDs alone', async () => {
		await site.sandbox.reset({ leadGenius: { ...BY_HAND, webhookGroup: 3 } });
		const trigger = await watch({ output: 'recordIds' });
		await control().finalize(SLUG);
		await answered(site, 1);
		const slug = SLUG;
		expect(trigger.runs).toEqual([
			[
				{ slug, id: 123_001 },
				{ slug, id: 123_002 },
				{ slug, id: 123_003 },
			],
		]);
	});

	test('may be the notification, with the records that are news', async () => {
		await site.sandbox.reset({ leadGenius: { ...BY_HAND, webhookGroup: 3 } });
		const trigger = await watch({ output: 'notification' });
		await control().finalize(SLUG, 1);
		await control().finalize(SLUG);
		await answered(site, 2);
		await control().deliver({ slug: SLUG });
		expect(trigger.runs).toEqual([
			[{ slug: SLUG, records: [123_001], uploaded: 3, enriched: 1, complete: false }],
			[{ slug: SLUG, records: [123_002, 123_003], uploaded: 3, enriched: 3, complete: true }],
		]);
	});
});

describe('on campaign completed', () => {
	const completed = { event: 'campaignCompleted' };

	test('all records come together, once, when the last one is finalized', async () => {
		const trigger = await watch(completed);
		await control().finalize(SLUG, 2);
		await answered(site, 2);
		expect(trigger.runs).toEqual([]);
		await control().finalize(SLUG);
		await answered(site, 3);
		await control().deliver({ slug: SLUG, times: 3 });
		expect(trigger.runs).toHaveLength(1);
		expect(trigger.runs[0]?.map(({ org_company_name }) => org_company_name)).toEqual([
			'Acme',
			'Bolt',
			'Corp',
		]);
	});

	test.each([
		['recordIds', [123_001, 123_002, 123_003].map((id) => ({ slug: SLUG, id }))],
		[
			'notification',
			[{ slug: SLUG, records: [123_003], uploaded: 3, enriched: 3, complete: true }],
		],
	])('the output may be "%s"', async (output, items) => {
		const trigger = await watch({ ...completed, output });
		await control().finalize(SLUG);
		await answered(site, 3);
		expect(trigger.runs).toEqual([items]);
	});

	test('the end is the end also for who counts only enriched records', async () => {
		await site.sandbox.reset({
			leadGenius: { ...BY_HAND, strictEnriched: true, deduplicates: false },
		});
		await uploadCompanies(site);
		const trigger = await watch(completed);
		await control().finalize(SLUG);
		await answered(site, 6);
		expect(trigger.runs.map((items) => items.length)).toEqual([6]);
	});

	test('a forged word of the end starts nothing', async () => {
		await site.sandbox.reset({ leadGenius: { ...BY_HAND, listsWaiting: true } });
		const trigger = await watch(completed);
		await control().finalize(SLUG, 2);
		await answered(site, 2);
		const [delivery] = await control().deliver({ slug: SLUG, complete: true });
		expect(delivery?.status).toBe(200);
		expect(trigger.runs).toEqual([]);
		await control().finalize(SLUG);
		await answered(site, 4);
		expect(trigger.runs.map((items) => items.length)).toEqual([3]);
	});

	test.each(['records', 'recordIds', 'notification'])(
		'a forged word of the end that cannot be told does not cost the true one (%s)',
		async (output) => {
			await site.sandbox.reset({ leadGenius: { ...BY_HAND, listsWaiting: false } });
			const trigger = await watch({ ...completed, output });
			await control().finalize(SLUG, 2);
			await answered(site, 2);
			await control().deliver({ slug: SLUG, complete: true, times: 3 });
			expect(trigger.runs).toHaveLength(1);
			await control().finalize(SLUG);
			await answered(site, 6);
			expect(trigger.runs).toHaveLength(2);
		},
	);

	test('an answer without numbers does not lose the end', async () => {
		const trigger = await watch(completed);
		await site.sandbox.fault({ kind: 'wrongType', body: { results: [] }, method: 'GET' });
		await control().finalize(SLUG);
		const statuses = (await answered(site, 3)).map(({ status }) => status);
		expect(statuses).toEqual([200, 200, 200]);
		expect(trigger.failures).toEqual([]);
		await control().deliver({ slug: SLUG });
		expect(trigger.runs.map((items) => items.length)).toEqual([3]);
	});
});
