// The LeadGenius Trigger: the ends of a campaign, since more records may be uploaded after each.
import type { INodeParameters } from 'n8n-workflow';
import { z } from 'zod';
import {
	answered,
	BY_HAND,
	sayComplete,
	SLUG,
	uploadAccounts,
	watchCampaign,
} from '../../support/leadGenius.mts';
import { useListener } from '../../support/listener.mts';
import { useVendor } from '../../support/site.mts';
import { leadGenius } from '../../support/vendors/leadGenius.mts';
import type { WatchedWebhook } from '../../support/webhookTrigger.mts';

const site = useVendor({ ...leadGenius, settings: { leadGenius: BY_HAND } });
const listener = useListener();

const control = () => site.sandbox.leadGenius;

/**
 * Uploads accounts, the first of them with this number, and has all of the campaign finalized; resolves
 * when the trigger has taken that.
 */
async function uploadAndFinish(count: number, first: number): Promise<void> {
	await uploadAccounts(site, count, first);
	await control().finalize(SLUG);
	await answered(site, (await control().deliveries()).length);
}

/** A trigger on the ends of a campaign that has had its first one, with three accounts. */
async function ended(parameters: INodeParameters = {}): Promise<WatchedWebhook> {
	await uploadAccounts(site, 3);
	const event = { event: 'campaignCompleted' };
	const trigger = await watchCampaign(site, listener, { ...event, ...parameters });
	await control().finalize(SLUG);
	await answered(site, 3);
	return trigger;
}

/** The accounts of each run, by their numbers. */
function accountsOf({ runs }: WatchedWebhook): number[][] {
	return runs.map((items) =>
		items.map(({ org_website }) => Number(/\d+/.exec(z.string().parse(org_website))?.[0])),
	);
}

describe('after a further upload', () => {
	test('only what is new comes out', async () => {
		const trigger = await ended();
		await uploadAndFinish(2, 3);
		expect(accountsOf(trigger)).toEqual([
			[0, 1, 2],
			[3, 4],
		]);
	});

	test('all come out with the option for that', async () => {
		const trigger = await ended({ options: { allRecords: true } });
		await uploadAndFinish(2, 3);
		await control().deliver({ slug: SLUG, times: 2 });
		expect(accountsOf(trigger)).toEqual([
			[0, 1, 2],
			[0, 1, 2, 3, 4],
		]);
	});

	test('only what is new comes out also where records have no IDs', async () => {
		const form = { retrieveForm: 'status' } as const;
		await site.sandbox.reset({ leadGenius: { ...BY_HAND, ...form } });
		const trigger = await ended();
		await uploadAndFinish(2, 3);
		expect(accountsOf(trigger)).toEqual([
			[0, 1, 2],
			[3, 4],
		]);
	});

	test('of which nothing is left, nothing comes out', async () => {
		await site.sandbox.reset({ leadGenius: { ...BY_HAND, deduplicates: true } });
		const trigger = await ended();
		await uploadAndFinish(2, 1);
		await control().deliver({ slug: SLUG, times: 2 });
		expect(accountsOf(trigger)).toEqual([[0, 1, 2]]);
	});

	test('a notification of its end comes out', async () => {
		const trigger = await ended({ output: 'notification' });
		await uploadAndFinish(2, 3);
		await control().deliver({ slug: SLUG, times: 2 });
		expect(trigger.runs.flat()).toMatchObject([
			{ uploaded: 3, complete: true },
			{ uploaded: 5, complete: true },
		]);
	});

	test('records come out whole to who has had notifications before', async () => {
		const trigger = await ended({ output: 'notification' });
		trigger.parameters = { ...trigger.parameters, output: 'records' };
		await uploadAndFinish(2, 3);
		expect(trigger.runs.at(-1)).toHaveLength(5);
	});
});

test.each(['records', 'notification'])(
	'a forged word of it costs no true one where LeadGenius tells no numbers (%s)',
	async (output) => {
		await site.sandbox.reset({ leadGenius: { ...BY_HAND, retrieveForm: 'status' } });
		const trigger = await ended({ output });
		expect(await sayComplete(trigger.url, { uploaded: 1_000_000, enriched: 1_000_000 })).toBe(200);
		expect(trigger.runs).toHaveLength(1);
		await uploadAndFinish(2, 3);
		expect(trigger.runs).toHaveLength(2);
	},
);

describe('the memory of ends', () => {
	test('survives a restart', async () => {
		const trigger = await ended();
		await trigger.restart();
		await control().deliver({ slug: SLUG, times: 2 });
		await uploadAndFinish(2, 3);
		expect(accountsOf(trigger)).toEqual([
			[0, 1, 2],
			[3, 4],
		]);
	});

	test('is one of several processes, also of one that knows an earlier end', async () => {
		const trigger = await ended({ output: 'notification' });
		trigger.processes(2);
		await control().deliver({ slug: SLUG });
		await control().deliver({ slug: SLUG });
		for (const first of [3, 4, 5]) {
			await uploadAndFinish(1, first);
			for (let repeat = 0; repeat < 2; repeat++) await control().deliver({ slug: SLUG });
		}
		expect(trigger.runs.flat().map(({ uploaded }) => uploaded)).toEqual([3, 4, 5, 6]);
	});

	test('of the records holds over several processes', async () => {
		const trigger = await ended();
		trigger.processes(2);
		for (const first of [3, 4, 5]) await uploadAndFinish(1, first);
		await control().deliver({ slug: SLUG });
		expect(accountsOf(trigger)).toEqual([[0, 1, 2], [3], [4], [5]]);
	});

	test('is small, also of many records', async () => {
		await site.sandbox.reset({ leadGenius: { ...BY_HAND, webhookGroup: 1000 } });
		const trigger = await watchCampaign(site, listener, {
			event: 'campaignCompleted',
			registration: 'manual',
		});
		for (let part = 0; part < 5; part++) await uploadAccounts(site, 200, part * 200);
		await control().finalize(SLUG);
		await control().deliver({ slug: SLUG, url: trigger.url });
		expect(accountsOf(trigger).map((numbers) => numbers.length)).toEqual([1000]);
		expect(JSON.stringify(trigger.memory).length).toBeLessThan(30_000);
	});
});
