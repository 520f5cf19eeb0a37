// The LeadGenius Trigger: each record once, through faults, floods and restarts.
import type { INodeParameters } from 'n8n-workflow';
import { z } from 'zod';
import {
	accountItems,
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

const HOUR_MS = 3_600_000;

afterEach(() => {
	jest.restoreAllMocks();
});

const watch = async (parameters: INodeParameters = {}) =>
	await watchCampaign(site, listener, parameters);

const control = () => site.sandbox.leadGenius;

/** The IDs that the trigger gave out, in order of size. */
function idsOf(trigger: WatchedWebhook): number[] {
	const ids = trigger.runs.flat().map(({ id }) => Number(id));
	return ids.toSorted((a, b) => a - b);
}

const idsUpTo = (count: number) => Array.from({ length: count }, (_, at) => 123_001 + at);

async function uploadAccounts(count: number, first = 0): Promise<void> {
	const body = { slug: SLUG, type: 'datahub', records: accountItems(count, first) };
	await site.call('POST', UPLOAD_PATH, body);
}

describe('a call whose records cannot be fetched', () => {
	const body = { detail: 'Invalid token.' };
	const unauthorized = { kind: 'status', status: 401, method: 'GET', body } as const;

	test('fails once, then asks for a repeat; nothing counts as emitted, a repeat is', async () => {
		await uploadCompanies(site);
		const trigger = await watch();
		await control().finalize(SLUG, 2);
		await answered(site, 2);
		const { memory } = trigger;
		await site.sandbox.fault({ ...unauthorized, times: 4 });
		await control().finalize(SLUG);
		await answered(site, 3);
		const call = { slug: SLUG, records: [123_003] };
		const statuses: unknown[] = [(await control().deliveries()).at(-1)?.status];
		for (let repeat = 1; repeat < 4; repeat++) {
			statuses.push((await control().deliver(call))[0]?.status);
		}
		expect(statuses).toEqual([500, 503, 503, 503]);
		expect(trigger.failures).toMatchObject([{ message: 'LeadGenius: Invalid token.' }]);
		expect(trigger.memory).toEqual(memory);

		expect((await control().deliver(call))[0]?.status).toBe(200);
		expect(idsOf(trigger)).toEqual(idsUpTo(3));
	});

	test('fails again for another reason, and after an hour', async () => {
		await uploadCompanies(site);
		const trigger = await watch();
		await control().finalize(SLUG, 1);
		await answered(site, 1);
		const call = { slug: SLUG, records: [123_002] };
		const refusedWith = async (status: number) => {
			const body = { detail: `Refused with ${status}` };
			await site.sandbox.fault({ ...unauthorized, status, body });
			return (await control().deliver(call))[0]?.status;
		};
		expect(await refusedWith(403)).toBe(500);
		expect(await refusedWith(403)).toBe(503);
		expect(await refusedWith(404)).toBe(500);
		const now = Date.now.bind(Date);
		jest.spyOn(Date, 'now').mockImplementation(() => now() + HOUR_MS + 1000);
		expect(await refusedWith(404)).toBe(500);
		expect(trigger.failures).toHaveLength(3);
	});

	test('in a flood is one failed execution, and all of it is emitted on a repeat', async () => {
		const retries = { webhookConcurrency: 100, webhookRetries: 1, webhookRetryMs: 0 };
		await site.sandbox.reset({ leadGenius: { ...BY_HAND, ...retries } });
		await uploadAccounts(60);
		const trigger = await watch();
		await site.sandbox.fault({ ...unauthorized, times: 1 });
		await control().finalize(SLUG);
		while (idsOf(trigger).length < 60) await control().deliveries();
		expect(idsOf(trigger)).toEqual(idsUpTo(60));
		expect(trigger.failures).toHaveLength(1);
	});

	test('for a while is fetched in the same call', async () => {
		await uploadCompanies(site);
		const trigger = await watch();
		await site.sandbox.fault({ kind: 'reset', method: 'GET' });
		await site.sandbox.fault({ kind: 'rateLimit', retryAfter: 0.2, method: 'GET' });
		await control().finalize(SLUG, 1);
		expect((await answered(site, 1)).map(({ status }) => status)).toEqual([200]);
		expect(idsOf(trigger)).toEqual(idsUpTo(1));
	});
});

describe('200 calls at once, one in five a repeat and out of order,', () => {
	const flood = { webhookConcurrency: 200, webhookRepeatEvery: 4, webhookShuffle: 7 };

	test('give out each record once, and cost few requests', async () => {
		// The longer a request takes, the more is gathered for the next one.
		await site.sandbox.reset({ latencyMs: 100, leadGenius: { ...BY_HAND, ...flood } });
		await uploadAccounts(160);
		const trigger = await watch();
		const before = (await site.received()).length;
		await control().finalize(SLUG);
		const deliveries = await answered(site, 200);
		expect(deliveries).toHaveLength(200);
		expect(deliveries.every(({ status }) => status === 200)).toBe(true);
		expect(deliveries.filter(({ cause }) => cause === 'repeat')).toHaveLength(40);
		expect(idsOf(trigger)).toEqual(idsUpTo(160));
		expect((await site.received()).length - before).toBeLessThan(25);
	});

	test('are remembered after a restart in the middle of them', async () => {
		await site.sandbox.reset({ leadGenius: { ...BY_HAND, ...flood } });
		await uploadAccounts(160);
		const trigger = await watch();
		await control().finalize(SLUG, 80);
		await answered(site, 100);
		await trigger.restart();
		await control().finalize(SLUG);
		await answered(site, 200);
		await trigger.restart();
		await control().deliver({ slug: SLUG, times: 3 });
		expect(idsOf(trigger)).toEqual(idsUpTo(160));
	});
});

test('a call with many IDs asks for each of them once, 100 at a time', async () => {
	await uploadCompanies(site);
	const trigger = await watch();
	await control().finalize(SLUG, 1);
	await answered(site, 1);
	const before = (await site.received()).length;
	const records = Array.from({ length: 1000 }, (_, at) => 123_001 + (at % 500));
	await control().deliver({ slug: SLUG, records });
	expect(idsOf(trigger)).toEqual(idsUpTo(1));
	expect((await site.received()).length - before).toBe(5);
});

describe('the memory', () => {
	const ranges = z.array(z.tuple([z.number(), z.number()]));

	test('of many records in a row is small', async () => {
		await site.sandbox.reset({ leadGenius: { ...BY_HAND, webhookGroup: 200 } });
		await uploadAccounts(200);
		const trigger = await watch();
		await control().finalize(SLUG);
		await answered(site, 1);
		expect(trigger.memory.emitted).toEqual([[123_001, 123_200]]);
	});

	test('is bounded, and forgets the oldest records first', async () => {
		// Not every LeadGenius keeps an account that it has already.
		for (let batch = 0; batch < 11; batch++) await uploadAccounts(200, batch * 200);
		const trigger = await watch({ registration: 'manual' });
		await control().finalize(SLUG);
		// Every other ID is a range of its own.
		const records = idsUpTo(2200).filter((id) => id % 2 === 1);
		const call = { slug: SLUG, url: trigger.url };
		await control().deliver({ ...call, records });
		expect(idsOf(trigger)).toEqual(records);
		const emitted = ranges.parse(trigger.memory.emitted);
		expect(emitted).toEqual(records.slice(-1000).map((id) => [id, id]));
		expect(JSON.stringify(trigger.memory).length).toBeLessThan(20_000);

		await control().deliver({ ...call, records: records.slice(-1000) });
		expect(trigger.runs).toHaveLength(1);
	});

	test('survives a deactivation, and a change to another campaign and back', async () => {
		await uploadCompanies(site);
		const trigger = await watch();
		await control().finalize(SLUG, 1);
		await answered(site, 1);
		await trigger.deactivate();
		await trigger.activate();
		await control().deliver({ slug: SLUG });
		expect(idsOf(trigger)).toEqual(idsUpTo(1));

		await trigger.deactivate();
		const { parameters } = trigger;
		trigger.parameters = { ...parameters, campaignSlug: 'dashboard-tech-stack' };
		await trigger.activate();
		await trigger.deactivate();
		trigger.parameters = parameters;
		await trigger.activate();
		await control().deliver({ slug: SLUG });
		await control().finalize(SLUG);
		await answered(site, 5);
		expect(idsOf(trigger)).toEqual(idsUpTo(3));
	});

	test('is one of several processes that are called one after the other', async () => {
		await uploadCompanies(site);
		const trigger = await watch();
		trigger.processes(2);
		for (let count = 1; count <= 3; count++) {
			await control().finalize(SLUG, 1);
			await answered(site, 3 * count - 2);
			for (let repeat = 0; repeat < 2; repeat++) await control().deliver({ slug: SLUG });
		}
		await trigger.restart();
		await control().deliver({ slug: SLUG });
		expect(idsOf(trigger)).toEqual(idsUpTo(3));
	});

	test('of what one process emits is not undone by a call to another that brings nothing', async () => {
		await uploadCompanies(site);
		const trigger = await watch();
		trigger.processes(2);
		await control().finalize(SLUG, 1);
		await answered(site, 1);
		await site.sandbox.fault({
			kind: 'slow',
			ms: 1_000,
			method: 'GET',
			path: '/api/v1/enrichment/retrieve/',
		});
		const asked = (await site.received()).length;
		const nothing = control().deliver({ slug: SLUG, records: [999_999] });
		while ((await site.received()).length === asked);
		await control().finalize(SLUG, 1);
		await answered(site, 2);
		await nothing;
		await trigger.restart();
		await control().deliver({ slug: SLUG, records: [123_001, 123_002] });
		expect(idsOf(trigger)).toEqual(idsUpTo(2));
	});

	test('of one node is none of another', async () => {
		await uploadCompanies(site);
		const [one, other] = [await watch(), await watch({ registration: 'manual' })];
		await control().finalize(SLUG);
		await answered(site, 3);
		await control().deliver({ slug: SLUG, url: other.url });
		expect([idsOf(one), idsOf(other)]).toEqual([idsUpTo(3), idsUpTo(3)]);
	});
});
