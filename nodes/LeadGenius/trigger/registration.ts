import { NodeOperationError, type IHookFunctions } from 'n8n-workflow';
import { openAsker } from '../../shared/asker';
import { isRecord } from '../../shared/field';
import { triggerSettings } from '../../shared/triggerSettings';
import { setWebhookUrl, webhookUrlOf } from '../campaigns/webhookUrl';
import { vendor } from '../vendor';
import { triggerFields } from './fields';
import { forget } from './memory';
import { memoryKey } from './memoryKey';

/** Whether the campaign sends its notifications here already; always so when set up by hand. */
export async function isRegistered(context: IHookFunctions): Promise<boolean> {
	const { registration, campaignSlug } = triggerSettings(context, triggerFields);
	if (registration === 'manual') return true;
	const url = ownUrl(context);
	const asker = await openAsker(context, vendor, 'Look where the campaign sends notifications');
	const current = await webhookUrlOf(asker, campaignSlug);
	return current === url;
}

/**
 * Tells the campaign to send its notifications here.
 *
 * @throws NodeOperationError when it sends them elsewhere, since that address, such as another
 *   workflow's, would get none any more; NodeApiError
 */
export async function register(context: IHookFunctions): Promise<boolean> {
	const { campaignSlug: slug, options } = triggerSettings(context, triggerFields);
	const url = ownUrl(context);
	const asker = await openAsker(context, vendor, 'Register the workflow with the campaign');
	const before = (await webhookUrlOf(asker, slug)) ?? '';
	if (before !== '' && !isOwn(before, url) && !options?.replaceWebhook) {
		throw new NodeOperationError(
			context.getNode(),
			`The campaign '${slug}' already sends its notifications to ${before}`,
			{
				description:
					"A campaign tells one address only. Unpublish the workflow that uses it, use another campaign, or switch on 'Replace Existing Webhook' in Options.",
			},
		);
	}
	await setWebhookUrl(asker, slug, url);
	// Where it sent them before, to be given back in the end.
	const registered = { slug, before: before === url ? '' : before };
	context.getWorkflowStaticData('node').registered = registered;
	return true;
}

/** Gives the campaign back what it had before, if it still sends its notifications here. */
export async function unregister(context: IHookFunctions): Promise<boolean> {
	forget(memoryKey(context));
	const { registration, campaignSlug: slug } = triggerSettings(context, triggerFields);
	if (registration === 'manual') return true;
	const stored = context.getWorkflowStaticData('node');
	const before = readBefore(stored.registered, slug);
	const asker = await openAsker(context, vendor, 'Withdraw the workflow from the campaign');
	if ((await webhookUrlOf(asker, slug)) === ownUrl(context)) {
		await setWebhookUrl(asker, slug, before);
	}
	delete stored.registered;
	return true;
}

function ownUrl(context: IHookFunctions): string {
	return context.getNodeWebhookUrl('default') ?? '';
}

/** Whether an address is this node's: that of a test differs from that in production. */
function isOwn(url: string, own: string): boolean {
	const tail = (address: string) => address.split('/').slice(-2).join('/');
	return tail(url) === tail(own);
}

function readBefore(registered: unknown, slug: string): string {
	if (!isRecord(registered) || registered.slug !== slug) return '';
	return typeof registered.before === 'string' ? registered.before : '';
}
