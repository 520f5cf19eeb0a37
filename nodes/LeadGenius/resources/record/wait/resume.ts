import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import type { OutputRecord } from '../../../../shared/run/outcome';
import { openClient, type Client } from '../../../../shared/transport/client';
import { Recent } from '../../../../shared/values/recent';
import { plainMessage } from '../../../../shared/values/text';
import { giveBack } from '../../../../shared/webhooks/address';
import { release } from '../../../../shared/webhooks/borrowers';
import { answerWith, bodyOf, WHILE_CALLED } from '../../../../shared/webhooks/call';
import { hasToken, inPlaces, isSameAddress, kept } from '../../../../shared/webhooks/sleep';
import { vendor } from '../../../vendor';
import { campaignAddress } from '../../campaign/webhookUrl';
import { readNotification } from '../notification';
import { recordOutput } from '../retrieve';
import { allFinished, finishedRecords } from './finished';
import { addressKey, readWaiting, WAITING, type Waiting } from './state';

const NOTHING = {
	error: 'LeadGenius returned no record for this item',
	message: 'Look for it in the campaign, or use Record > Get Many with its slug',
};

/**
 * The campaigns that are complete, as LeadGenius has told executions that wait for several, by their
 * resume URLs: one is told of each once, and n8n keeps nothing of a call that wakes up nobody. Those that
 * are stopped meanwhile are called no more, so the oldest are forgotten.
 */
const complete = new Recent<ReadonlySet<string>>(10_000);

/**
 * Takes a notification for an execution that sleeps in Upload and Wait: one that says `complete`
 * ends the wait, once no record is seen to be unfinished; all others are acknowledged. Whoever does not
 * know the execution's own token is refused: by n8n, and by the node where n8n has none.
 *
 * Never throws: n8n would go on with the workflow, with one empty item. What goes wrong is answered
 * with 503 and said in n8n's log, and the execution waits on.
 */
export async function resume(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	try {
		return await answerTo(context);
	} catch (error) {
		const who = `The execution ${context.getExecutionId()} goes on waiting for LeadGenius`;
		context.logger.warn(`${who}: its call could not be handled: ${plainMessage(error)}`);
		return answerWith(context, 503, 'The finalized records could not be fetched');
	}
}

async function answerTo(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const notification = readNotification(await bodyOf(context));
	if ('wrong' in notification) return answerWith(context, 400, notification.wrong);
	const waiting = readWaiting(kept(context, WAITING));
	const { tokenPrint } = waiting;
	if (tokenPrint !== undefined && !(await hasToken(context, tokenPrint))) {
		return answerWith(context, 401, 'This is not the address that LeadGenius was given');
	}
	const isOurs = waiting.campaigns.some(({ slug }) => slug === notification.slug);
	if (!isOurs) return { webhookResponse: { status: 'not waited for' } };
	if (!notification.complete) return { webhookResponse: { status: 'noted' } };
	const client = await openClient(context, vendor, 'Fetch finalized records', WHILE_CALLED);
	const records = await finished(client, waiting, noteComplete(waiting, notification.slug));
	if (!records) return { webhookResponse: { status: 'noted, not all records are finalized' } };
	const isOwn = (url: string) => isSameAddress(url, waiting.resumeUrl);
	for (const { slug, before } of waiting.campaigns) {
		await giveBack(campaignAddress(client, slug), isOwn, before).catch(() => {});
		release(addressKey(context, slug), waiting.resumeUrl);
	}
	complete.delete(waiting.resumeUrl);
	const output = records.map(({ json, items }) => ({
		json: recordOutput(json, waiting.simplify),
		items,
	}));
	return {
		webhookResponse: { status: 'resumed' },
		workflowData: [inPlaces(waiting.items, waiting.made, output, NOTHING)],
	};
}

/** Notes that a campaign is complete. @returns all of which the execution has been told so */
function noteComplete({ resumeUrl, campaigns }: Waiting, slug: string): ReadonlySet<string> {
	const told = new Set([...(complete.get(resumeUrl) ?? []), slug]);
	if (campaigns.length > 1) complete.set(resumeUrl, told);
	return told;
}

/** @param told the campaigns of which LeadGenius has said that they are complete */
async function finished(
	client: Client,
	{ campaigns }: Waiting,
	told: ReadonlySet<string>,
): Promise<readonly OutputRecord[] | undefined> {
	return await allFinished(campaigns, async (campaign) => {
		const word = told.has(campaign.slug) ? 'complete' : 'nothing';
		return await finishedRecords(client, campaign, word);
	});
}
