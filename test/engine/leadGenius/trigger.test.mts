// The LeadGenius Trigger: registered with the campaign, called by it, each record once.
import type { INodeParameters } from 'n8n-workflow';
import {
	answered,
	BY_HAND,
	SLUG,
	uploadCompanies,
	webhookUrlOf,
} from '../../support/leadGenius.mts';
import { useListener } from '../../support/listener.mts';
import { useVendor } from '../../support/site.mts';
import { leadGenius } from '../../support/vendors/leadGenius.mts';
import { watchWebhook } from '../../support/webhookTrigger.mts';

const site = useVendor({ ...leadGenius, settings: { leadGenius: BY_HAND } });
const listener = useListener();

const watch = (parameters: INodeParameters = {}) =>
	watchWebhook(site, listener, { campaignSlug: SLUG, ...parameters });

beforeEach(async () => {
	await uploadCompanies(site);
});

test('registers itself with the campaign and gives it back', async () => {
	const trigger = watch();
	await trigger.activate();
	expect(await webhookUrlOf(site)).toBe(trigger.url);
	await trigger.activate('init');
	const changes = (await site.received()).filter(({ method }) => method === 'PATCH');
	expect(changes).toHaveLength(1);

	await trigger.deactivate();
	expect(await webhookUrlOf(site)).toBeNull();
	expect(trigger.memory).not.toHaveProperty('registered');
});

test('gives out each finalized record once, however often it is told', async () => {
	const trigger = watch();
	await trigger.activate();
	await site.sandbox.leadGenius.finalize(SLUG);
	await answered(site, 3);
	await site.sandbox.leadGenius.deliver({ slug: SLUG, times: 3 });
	const names = trigger.runs.flat().map(({ org_company_name }) => org_company_name);
	expect(names.toSorted()).toEqual(['Acme', 'Bolt', 'Corp']);
	expect(trigger.failures).toEqual([]);
});

test('knows after a restart of n8n what it has given out', async () => {
	const trigger = watch();
	await trigger.activate();
	await site.sandbox.leadGenius.finalize(SLUG, 2);
	await answered(site, 2);
	await trigger.restart();
	await site.sandbox.leadGenius.finalize(SLUG);
	await answered(site, 3);
	await site.sandbox.leadGenius.deliver({ slug: SLUG });
	const ids = trigger.runs.flat().map(({ id }) => Number(id));
	expect(ids.toSorted((a, b) => a - b)).toEqual([123_001, 123_002, 123_003]);
});

test('asks for a call again when its records cannot be fetched, and then takes it', async () => {
	const trigger = watch();
	await trigger.activate();
	const control = site.sandbox.leadGenius;
	await control.finalize(SLUG, 2);
	await answered(site, 2);
	const { memory } = trigger;
	await site.sandbox.fault({ kind: 'status', status: 401, method: 'GET', times: 2 });
	await control.finalize(SLUG);
	await answered(site, 3);
	const call = { slug: SLUG, records: [123_003] };
	const [refused] = await control.deliver(call);
	expect(refused?.status).toBe(503);
	expect(trigger.failures).toHaveLength(1);
	expect(trigger.memory).toEqual(memory);
	await control.deliver(call);
	expect(trigger.runs.flat()).toHaveLength(3);
});

test.each([
	[200, 'of another campaign', notification('another')],
	[400, 'that is no notification', { hello: 'world' }],
])('answers %i to a call %s and starts nothing', async (status, _, body) => {
	const trigger = watch();
	await trigger.activate();
	const [delivery] = await site.sandbox.leadGenius.deliver({ slug: SLUG, body });
	expect(delivery?.status).toBe(status);
	expect(trigger.runs).toEqual([]);
});

test('waits for one test event and leaves the campaign as it was', async () => {
	const trigger = watch();
	const { url } = await trigger.listen();
	expect(await webhookUrlOf(site)).toBe(url);
	await site.sandbox.leadGenius.finalize(SLUG, 1);
	await answered(site, 1);
	expect(trigger.runs.flat()).toMatchObject([{ id: 123_001 }]);
	expect(trigger.memory).toEqual({});
	expect(await webhookUrlOf(site)).toBeNull();
});

function notification(slug: string) {
	return { slug, records: [123_001], uploaded: 3, enriched: 3, complete: true };
}
