import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import type { OutputRecord } from '../../../../shared/run/outcome';
import { openClient, type Client } from '../../../../shared/transport/client';
import { plainMessage } from '../../../../shared/values/text';
import { giveBack } from '../../../../shared/webhooks/address';
import { answerWith, bodyOf, WHILE_CALLED } from '../../../../shared/webhooks/call';
import { inPlaces, kept } from '../../../../shared/webhooks/sleep';
import { vendor } from '../../../vendor';
import { campaignAddress } from '../../campaign/webhookUrl';
import { readNotification } from '../notification';
import { recordOutput } from '../retrieve';
import { finishedRecords } from './finished';
import { readWaiting, WAITING, type Waiting } from './state';

const NOTHING = {
	error: 'LeadGenius returned no record for this item',
	message: 'Look for it in the campaign, or use Record > Get Many with its slug',
};

/**
 * Takes a notification for an execution that sleeps in Upload and Wait: one that says `complete`
 * ends the wait, once every record is done; all others are acknowledged. n8n has checked before
 * that the address holds the execution's own token.
 */
export async function resume(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const notification = readNotification(bodyOf(context));
	if ('wrong' in notification) return answerWith(context, 400, notification.wrong);
	const waiting = readWaiting(kept(context, WAITING));
	const isOurs = waiting?.campaigns.some(({ slug }) => slug === notification.slug);
	if (!waiting || !isOurs) return { webhookResponse: { status: 'not waited for' } };
	if (!notification.complete) return { webhookResponse: { status: 'noted' } };
	const client = await openClient(context, vendor, 'Fetch finalized records', WHILE_CALLED);
	const records = await finished(client, waiting).catch((error: unknown) => {
		const message = plainMessage(error);
		context.logger.warn(`LeadGenius: the finalized records could not be fetched: ${message}`);
		return 'failed' as const;
	});
	if (records === 'failed') {
		return answerWith(context, 503, 'The finalized records could not be fetched');
	}
	if (!records) return { webhookResponse: { status: 'noted, not all records are finalized' } };
	for (const { slug, before } of waiting.campaigns) {
		await giveBack(campaignAddress(client, slug), waiting.resumeUrl, before).catch(() => {});
	}
	const output = records.map(({ json, items }) => ({
		json: recordOutput(json, waiting.simplify),
		items,
	}));
	return {
		webhookResponse: { status: 'resumed' },
		workflowData: [inPlaces(waiting.items, waiting.made, output, NOTHING)],
	};
}

async function finished(
	client: Client,
	{ campaigns }: Waiting,
): Promise<readonly OutputRecord[] | undefined> {
	const all: OutputRecord[] = [];
	for (const campaign of campaigns) {
		const records = await finishedRecords(client, campaign);
		if (!records) return undefined;
		all.push(...records);
	}
	return all;
}
