// The LeadGenius Trigger: how it takes a campaign, and how it gives it back.
import type { INodeParameters } from 'n8n-workflow';
import {
	answered,
	BY_HAND,
	refusalOf,
	setWebhookUrl,
	SLUG,
	uploadCompanies,
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

/** How often the trigger has changed the campaign. */
async function changes(): Promise<number> {
	return (await site.received()).filter(({ method }) => method === 'PATCH').length;
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

	test('does not take the campaign of another workflow', async () => {
		const first = watch();
		await first.activate();
		const second = watch();
		const { message, description } = await refusalOf(second.activate());
		expect(message).toBe(
			`The campaign '${SLUG}' already sends its notifications to another workflow or execution of this n8n`,
		);
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
		await setWebhookUrl(site, OTHER);
		await trigger.deactivate();
		expect(await webhookUrlOf(site)).toBe(OTHER);
		expect(await changes()).toBe(1);
	});

	test('does not give the campaign back to what the other has left long since', async () => {
		await setWebhookUrl(site, OTHER);
		const trigger = watch(replacing);
		await trigger.activate();
		await trigger.deactivate();
		expect(await webhookUrlOf(site)).toBe(OTHER);
		await setWebhookUrl(site, null);
		await trigger.activate();
		await trigger.deactivate();
		expect(await webhookUrlOf(site)).toBeNull();
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
		await setWebhookUrl(site, OTHER);
		const trigger = watch({ registration: 'manual' });
		await trigger.activate();
		expect(await site.received()).toEqual([]);
		expect(await webhookUrlOf(site)).toBe(OTHER);

		await setWebhookUrl(site, trigger.url);
		await site.sandbox.leadGenius.finalize(SLUG);
		await answered(site, 3);
		expect(trigger.runs.flat()).toHaveLength(3);
		await trigger.deactivate();
		expect(await webhookUrlOf(site)).toBe(trigger.url);
	});
});
