// The LeadGenius Trigger: how it takes a campaign, and how it gives it back.
import type { INodeParameters } from 'n8n-workflow';
import { z } from 'zod';
import {
	answered,
	BY_HAND,
	SLUG,
	uploadCompanies,
	UPLOAD_PATH,
	webhookUrlOf,
} from '../../support/leadGenius.mts';
import { useListener } from '../../support/listener.mts';
import { useVendor } from '../../support/site.mts';
import { leadGenius } from '../../support/vendors/leadGenius.mts';
import { watchWebhook } from '../../support/webhookTrigger.mts';

/** What these tests are about can be seen where LeadGenius tells a campaign's address. */
const TOLD = { ...BY_HAND, sampleUrl: true };
const site = useVendor({ ...leadGenius, settings: { leadGenius: TOLD } });
const listener = useListener();

const OTHER = 'http://127.0.0.1:9/other';
const replacing = { options: { replaceWebhook: true } };

const watch = (parameters: INodeParameters = {}) =>
	watchWebhook(site, listener, { campaignSlug: SLUG, ...parameters });

async function setWebhookUrl(url: string | null): Promise<void> {
	await site.call('PATCH', `/api/v1/enrichment/update/${SLUG}/`, { webhook_url: url });
}

/** How often the trigger has changed the campaign. */
async function changes(): Promise<number> {
	return (await site.received()).filter(({ method }) => method === 'PATCH').length;
}

const refusal = z.object({ message: z.string(), description: z.string().nullish() });

/** The error that something ends with, as n8n shows it. */
async function refusalOf(work: Promise<unknown>): Promise<z.infer<typeof refusal>> {
	const error = await work.then(
		() => undefined,
		(reason: unknown) => reason,
	);
	return refusal.parse(error);
}

beforeEach(async () => {
	await uploadCompanies(site);
});

describe('automatic registration', () => {
	test('tells the campaign once, also when n8n starts again, and withdraws', async () => {
		const trigger = watch();
		await trigger.activate();
		expect(await webhookUrlOf(site)).toBe(trigger.url);
		await trigger.restart();
		await trigger.activate('init');
		expect(await changes()).toBe(1);

		await trigger.deactivate();
		expect(await webhookUrlOf(site)).toBeNull();
		expect(trigger.memory).not.toHaveProperty('registered');
	});

	test('does not take the campaign of another workflow, and names its address', async () => {
		const first = watch();
		await first.activate();
		const second = watch();
		const { message, description } = await refusalOf(second.activate());
		expect(message).toBe(`The campaign '${SLUG}' already sends its notifications to ${first.url}`);
		expect(description).toContain("switch on 'Replace Existing Webhook' in Options");
		expect(await webhookUrlOf(site)).toBe(first.url);
		await second.deactivate();
		expect(await webhookUrlOf(site)).toBe(first.url);
		expect(await changes()).toBe(1);
	});

	test('takes it when it is told to, and gives it back', async () => {
		const first = watch();
		await first.activate();
		const second = watch(replacing);
		await second.activate();
		expect(await webhookUrlOf(site)).toBe(second.url);
		await second.restart();
		await second.deactivate();
		expect(await webhookUrlOf(site)).toBe(first.url);
	});

	test('leaves the campaign to who has taken it meanwhile', async () => {
		const trigger = watch();
		await trigger.activate();
		await setWebhookUrl(OTHER);
		await trigger.deactivate();
		expect(await webhookUrlOf(site)).toBe(OTHER);
		expect(await changes()).toBe(1);
	});

	test('does not give the campaign back to what the other has left long since', async () => {
		await setWebhookUrl(OTHER);
		const trigger = watch(replacing);
		await trigger.activate();
		await trigger.deactivate();
		expect(await webhookUrlOf(site)).toBe(OTHER);
		await setWebhookUrl(null);
		await trigger.activate();
		await trigger.deactivate();
		expect(await webhookUrlOf(site)).toBeNull();
	});

	test('works with a campaign that does not tell its address', async () => {
		const path = `${UPLOAD_PATH}${SLUG}/`;
		const body = { slug: SLUG, records: [] };
		await site.sandbox.fault({ kind: 'wrongType', body, path, method: 'GET', times: 9 });
		const trigger = watch();
		await trigger.activate();
		expect(await webhookUrlOf(site)).toBe(trigger.url);
		await site.sandbox.leadGenius.finalize(SLUG);
		await answered(site, 3);
		expect(trigger.runs.flat()).toHaveLength(3);
		await trigger.deactivate();
	});

	test.each([404, 405])('works where LeadGenius has no samples (%i)', async (status) => {
		const path = `${UPLOAD_PATH}${SLUG}/`;
		await site.sandbox.fault({ kind: 'status', status, path, method: 'GET', times: 9 });
		const trigger = watch();
		await trigger.activate();
		expect(await webhookUrlOf(site)).toBe(trigger.url);
	});

	test('tells when there is no such campaign', async () => {
		const trigger = watch({ campaignSlug: 'gone' });
		const { message, description } = await refusalOf(trigger.activate());
		expect(message).toBe('LeadGenius: Not found.');
		expect(description).toContain('check the campaign slug');
	});

	test.each(['', 'two words'])('needs a slug, not "%s"', async (campaignSlug) => {
		const trigger = watch({ campaignSlug });
		expect((await refusalOf(trigger.activate())).message).toContain("'Campaign Slug'");
		expect(await site.received()).toEqual([]);
	});
});

describe('manual registration', () => {
	test('leaves the campaign alone, and takes its calls', async () => {
		await setWebhookUrl(OTHER);
		const trigger = watch({ registration: 'manual' });
		await trigger.activate();
		expect(await site.received()).toEqual([]);
		expect(await webhookUrlOf(site)).toBe(OTHER);

		await setWebhookUrl(trigger.url);
		await site.sandbox.leadGenius.finalize(SLUG);
		await answered(site, 3);
		expect(trigger.runs.flat()).toHaveLength(3);
		await trigger.deactivate();
		expect(await webhookUrlOf(site)).toBe(trigger.url);
	});
});

describe('a test event', () => {
	test('is waited for once, and leaves campaign and memory as they were', async () => {
		const trigger = watch();
		const { url } = await trigger.listen();
		expect(await webhookUrlOf(site)).toBe(url);
		await site.sandbox.leadGenius.finalize(SLUG, 1);
		await answered(site, 1);
		expect(trigger.runs.flat()).toMatchObject([{ id: 123_001 }]);
		expect(trigger.memory).toEqual({});
		expect(await webhookUrlOf(site)).toBeNull();
	});

	test('takes the campaign over from its own production URL, and gives it back', async () => {
		const trigger = watch();
		await trigger.activate();
		const listening = await trigger.listen();
		expect(await webhookUrlOf(site)).toBe(listening.url);
		await listening.stop();
		expect(await webhookUrlOf(site)).toBe(trigger.url);
	});

	test('shows what was emitted before as well, and is not remembered', async () => {
		const trigger = watch();
		await trigger.activate();
		await site.sandbox.leadGenius.finalize(SLUG, 1);
		await answered(site, 1);
		const { memory } = trigger;
		const { url } = await trigger.listen();
		await site.sandbox.leadGenius.deliver({ slug: SLUG, url });
		expect(trigger.runs.flat().map(({ id }) => id)).toEqual([123_001, 123_001]);

		const again = await trigger.listen();
		await site.sandbox.leadGenius.finalize(SLUG, 1);
		await answered(site, 3);
		expect(trigger.runs.flat().map(({ id }) => id)).toEqual([123_001, 123_001, 123_002]);
		await again.stop();
		expect(trigger.memory).toEqual(memory);
		await site.sandbox.leadGenius.deliver({ slug: SLUG, url: trigger.url });
		expect(trigger.runs.flat().map(({ id }) => id)).toEqual([123_001, 123_001, 123_002, 123_002]);
	});

	test('does not take the campaign of another workflow', async () => {
		const first = watch();
		await first.activate();
		expect((await refusalOf(watch().listen())).message).toContain(first.url);
		expect(await webhookUrlOf(site)).toBe(first.url);
	});
});
