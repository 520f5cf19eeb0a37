import type { IHookFunctions } from 'n8n-workflow';
import { isRecord } from '../values/records';
import { giveBack, type VendorAddress } from './address';

/** What a webhook trigger registers its workflow with. */
export interface Registration {
	readonly address: VendorAddress;
	/** What the address belongs to, such as a campaign's slug. */
	readonly owner: string;
}

/** Whether calls go to this workflow already. @throws NodeApiError */
export async function isRegistered(
	context: IHookFunctions,
	{ address }: Registration,
): Promise<boolean> {
	return (await address.read()) === ownUrl(context);
}

/**
 * Has calls sent to this workflow, and keeps where they went before.
 *
 * @param mayReplace called when they go elsewhere, since that one would get none any more
 * @throws what mayReplace throws; NodeApiError
 */
export async function register(
	context: IHookFunctions,
	{ address, owner }: Registration,
	mayReplace: (url: string) => void,
): Promise<void> {
	const url = ownUrl(context);
	const before = (await address.read()) ?? '';
	if (before !== '' && !isSameNode(before, url)) mayReplace(before);
	await address.write(url);
	const registered = { slug: owner, before: before === url ? '' : before };
	context.getWorkflowStaticData('node').registered = registered;
}

/** Gives the vendor back what it had before, if calls still go to this workflow. @throws NodeApiError */
export async function unregister(
	context: IHookFunctions,
	{ address, owner }: Registration,
): Promise<void> {
	const stored = context.getWorkflowStaticData('node');
	await giveBack(address, ownUrl(context), beforeOf(stored.registered, owner));
	delete stored.registered;
}

function ownUrl(context: IHookFunctions): string {
	return context.getNodeWebhookUrl('default') ?? '';
}

/** Whether an address is this node's: that of a test differs from that in production. */
function isSameNode(url: string, own: string): boolean {
	const tail = (address: string) => address.split('/').slice(-2).join('/');
	return tail(url) === tail(own);
}

function beforeOf(registered: unknown, owner: string): string {
	if (!isRecord(registered) || registered.slug !== owner) return '';
	return typeof registered.before === 'string' ? registered.before : '';
}
