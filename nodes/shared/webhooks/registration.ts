import type { IHookFunctions } from 'n8n-workflow';
import { isRecord } from '../values/records';
import { giveBack, type VendorAddress } from './address';

/** What a webhook trigger registers its workflow with. */
export interface Registration {
	readonly address: VendorAddress;
	/** What the address belongs to, such as a campaign's slug. */
	readonly owner: string;
}

/**
 * Whose calls an address takes: nobody's, this node's on this n8n, this node's on another n8n, which has
 * a copy of the workflow, or somebody else's; unknown where the vendor does not tell.
 */
export type Holder = 'nobody' | 'self' | 'copy' | 'other' | 'unknown';

/** Where calls go, and whose URL that is. */
export interface Held {
	readonly holder: Holder;
	/** Not to be shown: a URL may hold a token. */
	readonly url: string;
}

/**
 * Looks where calls go.
 *
 * @param places where else this node is called: n8n may have another host for tests
 * @throws NodeApiError
 */
export async function holderOf(
	context: IHookFunctions,
	{ address, owner }: Registration,
	places: readonly string[],
): Promise<Held> {
	const url = await address.read();
	if (url === undefined) return { holder: isOurs(context, owner) ? 'self' : 'unknown', url: '' };
	if (url === '') return { holder: 'nobody', url };
	if (places.includes(url)) return { holder: 'self', url };
	const id = context.getNode().webhookId ?? context.getWorkflow().id ?? '';
	const [one, own] = [placeOf(url, id), placeOf(ownUrl(context), id)];
	if (!one || !own || one.node !== own.node) return { holder: 'other', url };
	return { holder: one.host === own.host ? 'self' : 'copy', url };
}

/** Has calls sent to this workflow, and keeps where they went before. @throws NodeApiError */
export async function register(
	context: IHookFunctions,
	{ address, owner }: Registration,
	{ holder, url }: Held,
): Promise<void> {
	await address.write(ownUrl(context));
	// An earlier address of this very node is not given back.
	const before = holder === 'self' ? '' : url;
	context.getWorkflowStaticData('node').registered = { slug: owner, before, at: ownUrl(context) };
}

/** Gives the vendor back what it had before, if calls still go to this workflow. @throws NodeApiError */
export async function unregister(
	context: IHookFunctions,
	{ address, owner }: Registration,
): Promise<void> {
	const stored = context.getWorkflowStaticData('node');
	const own = ownUrl(context);
	await giveBack(address, (url) => url === own, beforeOf(stored.registered, owner));
	delete stored.registered;
}

/**
 * Whether this workflow has registered already, on this n8n: n8n asks anew whenever it starts. What a
 * copy of the database says of another n8n does not count.
 */
function isOurs(context: IHookFunctions, owner: string): boolean {
	const { registered } = context.getWorkflowStaticData('node');
	// 0.1.0 did not keep the URL.
	return (
		isRecord(registered) &&
		registered.slug === owner &&
		(registered.at ?? ownUrl(context)) === ownUrl(context)
	);
}

/** The URL at which the vendor is to call: the editor's for a test, otherwise that of production. */
export function ownUrl(context: IHookFunctions): string {
	return context.getNodeWebhookUrl('default') ?? '';
}

/**
 * Takes a webhook URL of n8n's apart: where n8n is, and which node's it is. Between them stands a word
 * that tells a test from production.
 */
function placeOf(url: string, id: string): { host: string; node: string } | undefined {
	const at = url.indexOf(`/${id}/`);
	if (at < 0) return undefined;
	return { host: url.slice(0, at).replace(/[^/]*$/, ''), node: url.slice(at) };
}

function beforeOf(registered: unknown, owner: string): string {
	if (!isRecord(registered) || registered.slug !== owner) return '';
	return typeof registered.before === 'string' ? registered.before : '';
}
