import { NodeOperationError, type IHookFunctions } from 'n8n-workflow';
import { triggerSettings } from '../../shared/form/triggerSettings';
import { openClient } from '../../shared/transport/client';
import { isOutOfReach } from '../../shared/webhooks/reach';
import * as registration from '../../shared/webhooks/registration';
import { campaignAddress } from '../resources/campaign/webhookUrl';
import { vendor } from '../vendor';
import { triggerFields } from './fields';

/**
 * Whether the campaign sends its notifications here already; always so when set up by hand. n8n asks
 * this before it registers.
 *
 * @throws NodeOperationError when LeadGenius could not reach this workflow; NodeApiError
 */
export async function isRegistered(context: IHookFunctions): Promise<boolean> {
	const settings = triggerSettings(context, triggerFields);
	if (settings.registration === 'manual') return true;
	const what = 'Look where the campaign sends notifications';
	const campaign = await campaignOf(context, settings.campaignSlug, what);
	if (!settings.options.allowPrivateAddress) requireReach(context, campaign.base);
	return await registration.isRegistered(context, campaign);
}

/**
 * Tells the campaign to send its notifications here.
 *
 * @throws NodeOperationError when it sends them elsewhere, since that address, such as another
 *   workflow's, would get none any more, or when it cannot reach this one; NodeApiError
 */
export async function register(context: IHookFunctions): Promise<boolean> {
	const { campaignSlug: slug, options } = triggerSettings(context, triggerFields);
	const campaign = await campaignOf(context, slug, 'Register the workflow with the campaign');
	await registration.register(context, campaign, (before) => {
		if (options.replaceWebhook) return;
		throw new NodeOperationError(
			context.getNode(),
			`The campaign '${slug}' already sends its notifications to ${before}`,
			{
				description:
					"A campaign tells one address only. Unpublish the workflow that uses it, use another campaign, or switch on 'Replace Existing Webhook' in Options.",
			},
		);
	});
	return true;
}

/** @throws NodeOperationError when LeadGenius is on the internet and the workflow's address is not */
function requireReach(context: IHookFunctions, base: URL): void {
	const url = context.getNodeWebhookUrl('default') ?? '';
	if (!isOutOfReach(url, base)) return;
	throw new NodeOperationError(
		context.getNode(),
		`LeadGenius could not call this workflow: n8n's address, ${new URL(url).origin}, is a private one`,
		{
			description:
				"Set the environment variable WEBHOOK_URL of n8n to the address at which it can be reached from the internet. If something hands LeadGenius's calls on to this address, switch on 'Allow Private Address' in Options.",
		},
	);
}

/** Gives the campaign back what it had before, if it still sends its notifications here. */
export async function unregister(context: IHookFunctions): Promise<boolean> {
	const settings = triggerSettings(context, triggerFields);
	const { campaignSlug: slug } = settings;
	if (settings.registration === 'manual') return true;
	const what = 'Withdraw the workflow from the campaign';
	await registration.unregister(context, await campaignOf(context, slug, what));
	return true;
}

async function campaignOf(context: IHookFunctions, slug: string, what: string) {
	const client = await openClient(context, vendor, what);
	return { address: campaignAddress(client, slug), owner: slug, base: client.base };
}
