// The LeadGenius Trigger: a test in the editor, beside the published workflow.
import type { INodeParameters } from 'n8n-workflow';
import {
	answered,
	BY_HAND,
	refusalOf,
	setWebhookUrl,
	SLUG,
	uploadCompanies,
	watchCampaign,
	webhookUrlOf,
} from '../../support/leadGenius.mts';
import { useListener } from '../../support/listener.mts';
import { useVendor } from '../../support/site.mts';
import { leadGenius } from '../../support/vendors/leadGenius.mts';
import { watchWebhook, type WatchedWebhook } from '../../support/webhookTrigger.mts';

const site = useVendor({ ...leadGenius, settings: { leadGenius: BY_HAND } });
const listener = useListener();
const editor = useListener();

const control = () => site.sandbox.leadGenius;

const watch = (parameters: INodeParameters = {}) =>
	watchWebhook(site, listener, { campaignSlug: SLUG, ...parameters });

const published = async (parameters: INodeParameters = {}) =>
	await watchCampaign(site, listener, parameters);

/** The IDs of all runs, once there are so many. */
async function idsOf({ runs }: WatchedWebhook, count: number): Promise<number[]> {
	while (runs.length < count) await control().deliveries();
	return runs.flat().map(({ id }) => Number(id));
}

/** How often the campaign was changed by the trigger. */
async function changes(): Promise<number> {
	return (await site.received()).filter(({ method }) => method === 'PATCH').length;
}

beforeEach(async () => {
	await uploadCompanies(site);
});

describe('of a published workflow', () => {
	test.each(['automatic', 'manual'])(
		'shows what comes, which production has as well (%s)',
		async (registration) => {
			const trigger = await published({ registration });
			if (registration === 'manual') await setWebhookUrl(site, trigger.url);
			await control().finalize(SLUG, 1);
			await answered(site, 1);
			const listening = await trigger.listen();
			expect(await webhookUrlOf(site)).toBe(trigger.url);
			await control().finalize(SLUG, 1);
			expect(await idsOf(trigger, 3)).toEqual([123_001, 123_002, 123_002]);
			await listening.stop();
			expect(await webhookUrlOf(site)).toBe(trigger.url);

			await control().finalize(SLUG, 1);
			await answered(site, 3);
			await control().deliver({ slug: SLUG, times: 2 });
			expect(await idsOf(trigger, 4)).toEqual([123_001, 123_002, 123_002, 123_003]);
		},
	);

	test('shows it also where the editor has an address of its own', async () => {
		const trigger = await published();
		trigger.editor = editor;
		const { url } = await trigger.listen();
		expect(url).toContain(editor.url);
		await control().finalize(SLUG, 1);
		expect(await idsOf(trigger, 2)).toEqual([123_001, 123_001]);
		expect(await webhookUrlOf(site)).toBe(trigger.url);
	});

	test('changes nothing at the campaign', async () => {
		const trigger = await published();
		const before = await changes();
		const listening = await trigger.listen();
		await listening.stop();
		expect(await changes()).toBe(before);
	});

	test('shows what was output before as well, and is not remembered', async () => {
		const trigger = await published();
		await control().finalize(SLUG, 1);
		await answered(site, 1);
		const { memory } = trigger;
		const { url } = await trigger.listen();
		await control().deliver({ slug: SLUG, url });
		expect(await idsOf(trigger, 2)).toEqual([123_001, 123_001]);
		expect(trigger.memory).toEqual(memory);
	});

	test('that comes to its end leaves alone what production knows', async () => {
		const trigger = await published();
		trigger.dropSaved();
		await control().finalize(SLUG, 1);
		await answered(site, 1);
		const listening = await trigger.listen();
		await listening.stop();
		await control().deliver({ slug: SLUG, times: 2 });
		expect(await idsOf(trigger, 1)).toEqual([123_001]);
	});

	test('that cannot be reached costs production nothing', async () => {
		const trigger = await published();
		const { url } = await trigger.listen();
		listener.refuse(new URL(url).pathname);
		await control().finalize(SLUG);
		expect((await answered(site, 3)).map(({ status }) => status)).toEqual([200, 200, 200]);
		expect(await idsOf(trigger, 3)).toEqual([123_001, 123_002, 123_003]);
	});
});

describe('of a workflow that is not published', () => {
	const told = { ...BY_HAND, sampleUrl: true };
	const untold = { ...BY_HAND, sampleUrl: false };

	async function uploadTo(settings: typeof told): Promise<void> {
		await site.sandbox.reset({ leadGenius: settings });
		await uploadCompanies(site);
	}

	test('has the campaign for one call', async () => {
		await uploadTo(told);
		const trigger = watch();
		const { url } = await trigger.listen();
		expect(await webhookUrlOf(site)).toBe(url);
		await control().finalize(SLUG, 1);
		await answered(site, 1);
		expect(trigger.runs.flat()).toMatchObject([{ id: 123_001 }]);
		expect(trigger.memory).toEqual({});
		expect(await webhookUrlOf(site)).toBeNull();
	});

	test('loses it when the workflow is published', async () => {
		await uploadTo(told);
		const trigger = watch();
		const listening = await trigger.listen();
		await trigger.activate();
		await listening.stop();
		expect(await webhookUrlOf(site)).toBe(trigger.url);
	});

	test.each([{}, { replaceWebhook: true }])(
		'does not take that of another workflow, with %j',
		async (options) => {
			await uploadTo(told);
			const first = await published();
			const { message, description } = await refusalOf(watch({ options }).listen());
			expect(message).toContain('another workflow or execution of this n8n');
			expect(description).toContain('a test takes it from nobody');
			expect(await webhookUrlOf(site)).toBe(first.url);
		},
	);

	test('takes none of which LeadGenius does not tell whose it is, and says what to do', async () => {
		await uploadTo(untold);
		const options = { ownAddress: listener.url };
		const { message, description } = await refusalOf(watch({ options }).listen());
		expect(message).toContain('LeadGenius does not tell');
		expect(description).toContain('Publish this workflow');
		expect(await webhookUrlOf(site)).toBeNull();
	});
});
