import type {
	IDataObject,
	INodeExecutionData,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';
import { openAsker, type Asker } from '../../shared/asker';
import type { Linked } from '../../shared/outcome';
import { plainMessage } from '../../shared/transport/fault';
import { shown } from '../records/shown';
import { vendor } from '../vendor';
import { answerWith } from '../webhooks/answer';
import { readNotification } from '../webhooks/notification';
import { WHILE_CALLED } from '../webhooks/settings';
import { giveBack } from './address';
import { finishedRecords } from './finished';
import { readWaiting, type Waiting } from './state';

/**
 * Takes a notification for an execution that sleeps in Upload and Wait: one that says `complete`
 * ends the wait, once every record is done; all others are acknowledged. n8n has checked before
 * that the address holds the execution's own token.
 */
export async function resume(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const notification = readNotification(context.getBodyData());
	if ('wrong' in notification) return answerWith(context, 400, notification.wrong);
	const waiting = readWaiting(context);
	const isOurs = waiting?.campaigns.some(({ slug }) => slug === notification.slug);
	if (!waiting || !isOurs) return { webhookResponse: { status: 'not waited for' } };
	if (!notification.complete) return { webhookResponse: { status: 'noted' } };
	const asker = await openAsker(context, vendor, 'Fetch finalized records', WHILE_CALLED);
	const records = await finished(asker, waiting).catch((error: unknown) => {
		const message = plainMessage(error);
		context.logger.warn(`LeadGenius: the finalized records could not be fetched: ${message}`);
		return 'failed' as const;
	});
	if (records === 'failed') {
		return answerWith(context, 503, 'The finalized records could not be fetched');
	}
	if (!records) return { webhookResponse: { status: 'noted, not all records are finalized' } };
	for (const campaign of waiting.campaigns) await giveBack(asker, campaign, waiting.resumeUrl);
	return {
		webhookResponse: { status: 'resumed' },
		workflowData: [inPlaces(waiting, records)],
	};
}

async function finished(asker: Asker, { campaigns }: Waiting): Promise<Linked[] | undefined> {
	const all: Linked[] = [];
	for (const campaign of campaigns) {
		const records = await finishedRecords(asker, campaign);
		if (!records) return undefined;
		all.push(...records);
	}
	return all;
}

/**
 * The output in the places of the input items: when it resumes, n8n links the nth output item to
 * the nth input item, whatever the node says. Further records of an item come behind them.
 */
function inPlaces(waiting: Waiting, records: readonly Linked[]): INodeExecutionData[] {
	const places: Array<INodeExecutionData | undefined> = Array.from({ length: waiting.items });
	const further: INodeExecutionData[] = [];
	const put = (output: INodeExecutionData, items: readonly number[]) => {
		const free = items.find((item) => item < waiting.items && places[item] === undefined);
		if (free === undefined) further.push(output);
		else places[free] = output;
	};
	for (const output of waiting.made) put(output, itemsOf(output));
	for (const { json, items } of records) {
		put(
			{ json: shown(json, waiting.simplify), pairedItem: items.map((item) => ({ item })) },
			items,
		);
	}
	const filled = places.map((output, item) => output ?? { json: NOTHING, pairedItem: { item } });
	return [...filled, ...further];
}

const NOTHING: IDataObject = {
	error: 'LeadGenius returned no record for this item',
	message: 'Look for it in the campaign, or use Record > Get Many with its slug',
};

function itemsOf({ pairedItem }: INodeExecutionData): number[] {
	const pairs = Array.isArray(pairedItem) ? pairedItem : [pairedItem ?? 0];
	return pairs.map((pair) => (typeof pair === 'number' ? pair : pair.item));
}
