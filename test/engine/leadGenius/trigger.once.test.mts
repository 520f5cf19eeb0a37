// The LeadGenius Trigger: each record once, through faults, floods and restarts.
import type { INodeParameters } from 'n8n-workflow';
import {
	answered,
	BY_HAND,
	idsOf,
	idsUpTo,
	SLUG,
	uploadAccounts,
	uploadCompanies,
	watchCampaign,
} from '../../support/leadGenius.mts';
import { useListener } from '../../support/listener.mts';
import { useVendor } from '../../support/site.mts';
import { leadGenius } from '../../support/vendors/leadGenius.mts';

const site = useVendor({ ...leadGenius, settings: { leadGenius: BY_HAND } });
const listener = useListener();

const HOUR_MS = 3_600_000;

afterEach(() => {
	jest.restoreAllMocks();
});

const watch = async (parameters: INodeParameters = {}) =>
	await watchCampaign(site, listener, parameters);

const control = () => site.sandbox.leadGenius;

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
		await uploadAccounts(site, 60);
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
		await uploadAccounts(site, 160);
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
		await uploadAccounts(site, 160);
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
