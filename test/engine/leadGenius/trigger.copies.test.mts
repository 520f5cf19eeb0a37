// The LeadGenius Trigger: a campaign that somebody else has, or may have, such as a copy of the workflow.
import type { INodeParameters } from 'n8n-workflow';
import {
	answered,
	BY_HAND,
	refusalOf,
	setWebhookUrl,
	SLUG,
	uploadCompanies,
	UPLOAD_PATH,
	webhookUrlOf,
} from '../../support/leadGenius.mts';
import { useListener } from '../../support/listener.mts';
import { useVendor } from '../../support/site.mts';
import { leadGenius } from '../../support/vendors/leadGenius.mts';
import { watchWebhook, type WatchedWebhook } from '../../support/webhookTrigger.mts';

const site = useVendor({ ...leadGenius, settings: { leadGenius: BY_HAND } });
const listener = useListener();
/** Another n8n. */
const staging = useListener();

const replacing = { replaceWebhook: true };

const watch = (options: INodeParameters = {}) =>
	watchWebhook(site, listener, { campaignSlug: SLUG, options });

/** The same workflow on the other n8n. */
const copyOf = (original: WatchedWebhook, options: INodeParameters = {}) =>
	watchWebhook(site, staging, { campaignSlug: SLUG, options }, original);

/** A campaign, at a LeadGenius that tells, or does not, where campaigns send their notifications. */
async function tells(sampleUrl: boolean): Promise<void> {
	await site.sandbox.reset({ leadGenius: { ...BY_HAND, sampleUrl } });
	await uploadCompanies(site);
}

describe('a copy of the workflow on another n8n', () => {
	test.each([{}, replacing])('does not take the campaign, with %j', async (options) => {
		await tells(true);
		const original = watch(options);
		await original.activate();
		const copy = copyOf(original, options);
		for (const activation of ['activate', 'init'] as const) {
			const { message, description } = await refusalOf(copy.activate(activation));
			expect(message).toBe(
				`The campaign '${SLUG}' already sends its notifications to this workflow on another n8n, ${listener.url}`,
			);
			expect(description).toContain(`enter ${staging.url} as 'Address of This n8n'`);
		}
		expect(await webhookUrlOf(site)).toBe(original.url);
		await site.sandbox.leadGenius.finalize(SLUG);
		await answered(site, 3);
		expect(original.runs.flat()).toHaveLength(3);
	});

	test('takes it when it is told to in a way that holds there only', async () => {
		await tells(true);
		const options = { ...replacing, ownAddress: `${listener.url}/` };
		const original = watch(options);
		await original.activate();
		await refusalOf(copyOf(original, options).activate());
		const copy = copyOf(original, { ...replacing, ownAddress: staging.url });
		await copy.activate();
		expect(await webhookUrlOf(site)).toBe(copy.url);
		await copy.deactivate();
		expect(await webhookUrlOf(site)).toBe(original.url);
	});

	test('takes no campaign of which it cannot know, with the options of the original', async () => {
		await tells(false);
		const options = { ...replacing, ownAddress: listener.url };
		const original = watch(options);
		await original.activate();
		const copy = copyOf(original, options);
		for (const activation of ['activate', 'init'] as const) {
			const { message } = await refusalOf(copy.activate(activation));
			expect(message).toBe(
				`LeadGenius does not tell where the campaign '${SLUG}' sends its notifications`,
			);
		}
		expect(await webhookUrlOf(site)).toBe(original.url);
	});
});

describe('a campaign that does not tell its address', () => {
	test.each([404, 405, 200])('is registered with where the user says so (%i)', async (status) => {
		await tells(false);
		const path = `${UPLOAD_PATH}${SLUG}/`;
		const fault = { kind: 'status', status, path, method: 'GET', times: 9 } as const;
		if (status !== 200) await site.sandbox.fault(fault);
		const { message, description } = await refusalOf(watch(replacing).activate());
		expect(message).toContain('LeadGenius does not tell');
		expect(description).toContain(`enter ${listener.url} as 'Address of This n8n'`);
		expect(await webhookUrlOf(site)).toBeNull();

		const trigger = watch({ ownAddress: new URL(listener.url).host });
		await trigger.activate();
		expect(await webhookUrlOf(site)).toBe(trigger.url);
		await site.sandbox.leadGenius.finalize(SLUG);
		await answered(site, 3);
		expect(trigger.runs.flat()).toHaveLength(3);
		await trigger.deactivate();
	});

	test('keeps the workflow that has it when n8n starts again', async () => {
		await tells(false);
		const trigger = watch({ ownAddress: listener.url });
		await trigger.activate();
		await trigger.restart();
		// As workflows were that an earlier version of the package published.
		trigger.parameters = { campaignSlug: SLUG, options: {} };
		await trigger.activate('init');
		await trigger.deactivate();
		await refusalOf(trigger.activate());
	});

	test.each(['http://127.0.0.1', 'n8n.example.com', '/'])(
		'is not with "%s"',
		async (ownAddress) => {
			await tells(false);
			await refusalOf(watch({ ownAddress }).activate());
			expect(await webhookUrlOf(site)).toBeNull();
		},
	);
});

test.each([
	['https://hooks.example.com/catch/1/s3cr3t/?signature=t0ken', 'https://hooks.example.com'],
	['https://user:s3cr3t@n8n.example.com/webhook/t0ken', 'https://n8n.example.com'],
	['/webhook-waiting/7?signature=t0ken', 'another workflow or execution of this n8n'],
])('of an address that has the campaign, only the host is said: %s', async (address, said) => {
	await tells(true);
	await setWebhookUrl(site, new URL(address, listener.url).href);
	const works = [() => watch().activate(), () => watch(replacing).listen()];
	for (const work of works) {
		const refusal = await refusalOf(work());
		expect(refusal.message).toContain(`already sends its notifications to ${said}`);
		expect(JSON.stringify(refusal)).not.toMatch(/s3cr3t|t0ken/);
	}
});
