import { NodeOperationError, type IHookFunctions } from 'n8n-workflow';
import type { InputOf } from '../../shared/form/field';
import { triggerSettings } from '../../shared/form/triggerSettings';
import { openClient } from '../../shared/transport/client';
import { bareAddress } from '../../shared/values/text';
import { memoryKey } from '../../shared/webhooks/memory';
import { allPlaces, calledAt, noteCalledAt, noteNotCalledAt } from '../../shared/webhooks/places';
import { isOutOfReach } from '../../shared/webhooks/reach';
import * as registration from '../../shared/webhooks/registration';
import type { Held } from '../../shared/webhooks/registration';
import { campaignAddress } from '../resources/campaign/webhookUrl';
import { retrieveRequest } from '../resources/record/retrieve';
import { vendor } from '../vendor';
import { triggerFields } from './fields';
import { isHeld } from './refusal';

type Settings = InputOf<typeof triggerFields>;

/**
 * Whether the campaign sends its notifications here already; always so when set up by hand. n8n asks
 * this before it registers, for the published workflow and for a test in the editor.
 *
 * @throws NodeOperationError when LeadGenius could not reach this workflow; NodeApiError
 */
export async function isRegistered(context: IHookFunctions): Promise<boolean> {
	const settings = triggerSettings(context, triggerFields);
	const { campaignSlug: slug } = settings;
	const purpose = context.getMode() === 'manual' ? 'test' : 'production';
	noteCalledAt(memoryKey(context, slug), purpose, registration.ownUrl(context));
	if (settings.registration === 'manual') return true;
	const campaign = await campaignOf(context, slug, 'Look where the campaign sends notifications');
	if (purpose === 'production') requireReach(context, settings, campaign.client.base);
	return (await campaign.address.read()) === registration.ownUrl(context);
}

/**
 * Tells the campaign to send its notifications here. It tells one address only: a test does not take it
 * from the published workflow, but is handed on what comes meanwhile.
 *
 * @throws NodeOperationError when it sends them elsewhere, or may do so, since that address, such as
 *   another workflow's, would get none any more; NodeApiError
 */
export async function register(context: IHookFunctions): Promise<boolean> {
	const settings = triggerSettings(context, triggerFields);
	const { campaignSlug: slug } = settings;
	const campaign = await campaignOf(context, slug, 'Register the workflow with the campaign');
	const places = allPlaces(memoryKey(context, slug));
	const held = await registration.holderOf(context, campaign, places);
	const isTest = context.getMode() === 'manual';
	if (isTest && isInProduction(context, slug, held)) return true;
	if (isTest) requireReach(context, settings, campaign.client.base);
	if (!(isTest ? held.holder === 'nobody' : mayTake(context, settings, held))) {
		// Of a campaign that does not exist LeadGenius does not tell either: that is said instead.
		if (held.holder === 'unknown') await campaign.client.send(retrieveRequest(slug));
		throw isHeld(context, slug, held);
	}
	await registration.register(context, campaign, held);
	return true;
}

/** Gives the campaign back what it had before, if it still sends its notifications here. */
export async function unregister(context: IHookFunctions): Promise<boolean> {
	const settings = triggerSettings(context, triggerFields);
	const { campaignSlug: slug } = settings;
	noteNotCalledAt(memoryKey(context, slug), registration.ownUrl(context));
	if (settings.registration === 'manual') return true;
	const what = 'Withdraw the workflow from the campaign';
	await registration.unregister(context, await campaignOf(context, slug, what));
	return true;
}

/** Whether the published workflow has the campaign, as far as a test can know. */
function isInProduction(context: IHookFunctions, slug: string, { holder }: Held): boolean {
	if (holder !== 'unknown') return holder === 'self';
	return calledAt(memoryKey(context, slug), 'production') !== undefined;
}

/**
 * Whether the published workflow may take the campaign. What an option allows would be allowed to each
 * copy of the workflow as well: hence one that holds on one n8n only.
 */
function mayTake(
	context: IHookFunctions,
	{ options: { replaceWebhook, ownAddress } }: Settings,
	{ holder }: Held,
): boolean {
	const own = `${bareAddress(registration.ownUrl(context))}/`;
	const isHere = ownAddress !== undefined && own.startsWith(`${bareAddress(ownAddress)}/`);
	switch (holder) {
		case 'nobody':
		case 'self':
			return true;
		case 'other':
			return replaceWebhook;
		case 'copy':
			return replaceWebhook && isHere;
		case 'unknown':
			return isHere;
	}
}

/** @throws NodeOperationError when LeadGenius is on the internet and the workflow's address is not */
function requireReach(context: IHookFunctions, { options }: Settings, base: URL): void {
	const url = registration.ownUrl(context);
	if (options.allowPrivateAddress || !isOutOfReach(url, base)) return;
	throw new NodeOperationError(
		context.getNode(),
		`LeadGenius could not call this workflow: n8n's address, ${new URL(url).origin}, is a private one`,
		{
			description:
				"Set the environment variable WEBHOOK_URL of n8n to the address at which it can be reached from the internet. If something hands LeadGenius's calls on to this address, switch on 'Allow Private Address' in Options.",
		},
	);
}

async function campaignOf(context: IHookFunctions, slug: string, what: string) {
	const client = await openClient(context, vendor, what);
	return { address: campaignAddress(client, slug), owner: slug, client };
}
