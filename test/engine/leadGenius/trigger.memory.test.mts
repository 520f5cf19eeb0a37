// The LeadGenius Trigger: what it remembers of the records that it gave out, and for how long.
import type { INodeParameters } from 'n8n-workflow';
import { z } from 'zod';
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

const watch = async (parameters: INodeParameters = {}) =>
	await watchCampaign(site, listener, parameters);

const control = () => site.sandbox.leadGenius;

/** Finalized records of which every other one is called for: each of these IDs is a range of its own. */
async function manyGaps() {
	// Not every LeadGenius keeps an account that it has already.
	for (let batch = 0; batch < 11; batch++) await uploadAccounts(site, 200, batch * 200);
	const trigger = await watch({ registration: 'manual' });
	await control().finalize(SLUG);
	const records = idsUpTo(2200).filter((id) => id % 2 === 1);
	return { trigger, records, call: { slug: SLUG, url: trigger.url } };
}

describe('the memory', () => {
	const ranges = z.array(z.tuple([z.number(), z.number()]));

	test('of many records in a row is small', async () => {
		await site.sandbox.reset({ leadGenius: { ...BY_HAND, webhookGroup: 200 } });
		await uploadAccounts(site, 200);
		const trigger = await watch();
		await control().finalize(SLUG);
		await answered(site, 1);
		expect(trigger.memory.emitted).toEqual([[123_001, 123_200]]);
	});

	test('is bounded, and forgets the oldest records first', async () => {
		const { trigger, records, call } = await manyGaps();
		await control().deliver({ ...call, records });
		expect(idsOf(trigger)).toEqual(records);
		const emitted = ranges.parse(trigger.memory.emitted);
		expect(emitted).toEqual(records.slice(-1000).map((id) => [id, id]));
		expect(JSON.stringify(trigger.memory).length).toBeLessThan(20_000);

		await control().deliver({ ...call, records: records.slice(-1000) });
		expect(trigger.runs).toHaveLength(1);
	});

	test('of the process itself is larger: calls in no order leave many gaps for a while', async () => {
		const { trigger, records, call } = await manyGaps();
		await control().deliver({ ...call, records });
		await control().deliver({ ...call, records });
		expect(idsOf(trigger)).toEqual(records);
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
