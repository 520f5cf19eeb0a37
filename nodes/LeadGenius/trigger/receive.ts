import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import type { InputOf } from '../../shared/form/field';
import { triggerSettings } from '../../shared/form/triggerSettings';
import { openClient, type Client } from '../../shared/transport/client';
import { isBlank, plainMessage } from '../../shared/values/text';
import { answerWith, bodyOf, WHILE_CALLED } from '../../shared/webhooks/call';
import { Gatherer } from '../../shared/webhooks/gatherer';
import { Memory, memoryKey, memoryOf } from '../../shared/webhooks/memory';
import { ALL_FINALIZED, progressOf } from '../resources/campaign/status';
import { readNotification, type Notification } from '../resources/record/notification';
import { isFinalized, recordOutput, retrieve } from '../resources/record/retrieve';
import { vendor } from '../vendor';
import { triggerFields } from './fields';

/** One answer holds 100 records, and 50 requests a minute are allowed. */
const LIMITS = { mostAtOnce: 100, requestsAMinute: 50 };

type Settings = InputOf<typeof triggerFields>;

/** Opens the way to LeadGenius. */
type Open = () => Promise<Client>;

/** A finalized record and its ID. */
interface Finalized {
	readonly id: number;
	readonly record: IDataObject;
}

/**
 * Takes one call of LeadGenius.
 *
 * What it says is only a hint: the records are fetched with the user's key, so that a forged call
 * can at most cause a read. A call whose records cannot be fetched is answered with 500 or 503, so
 * that LeadGenius may send it again, and nothing of it counts as emitted.
 *
 * @throws NodeApiError when LeadGenius cannot be asked, at most once an hour for the same reason:
 *   n8n shows it as a failed execution
 */
export async function receive(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const settings = triggerSettings(context, triggerFields);
	const notification = readNotification(bodyOf(context));
	if ('wrong' in notification) return answerWith(context, 400, notification.wrong);
	if (notification.slug !== settings.campaignSlug) {
		return { webhookResponse: { status: 'ignored: another campaign' } };
	}
	const isTest = context.getMode() === 'manual';
	const stored = context.getWorkflowStaticData('node');
	// A test shows what came, also when it came before, and leaves no trace.
	const create = () => new Memory(new Gatherer(LIMITS));
	const memory = isTest ? create() : memoryOf(memoryKey(context, settings.campaignSlug), create);
	if (!isTest) memory.read(stored);
	// Reading the credential is most of what n8n does for a call: only calls that ask do so.
	const open = async () =>
		await openClient(context, vendor, 'Fetch finalized records', WHILE_CALLED);
	const output = await itemsOf(open, settings, notification, memory).catch((error: unknown) => {
		const message = plainMessage(error);
		if (memory.shouldReport(message)) throw error;
		return undefined;
	});
	if (!output) return answerWith(context, 503, 'The records could not be fetched');
	if (!isTest) memory.write(stored);
	if (output.length === 0) return { webhookResponse: { status: 'taken, nothing new' } };
	return {
		webhookResponse: { status: 'taken' },
		workflowData: [output.map((json) => ({ json }))],
	};
}

async function itemsOf(
	open: Open,
	settings: Settings,
	notification: Notification,
	memory: Memory,
): Promise<IDataObject[]> {
	const { output, event } = settings;
	const isEnd = event === 'campaignCompleted';
	const news = isEnd
		? await endOf(open, settings, notification, memory)
		: memory.claim(await fresh(open, notification, memory));
	if (!news) return [];
	switch (output) {
		case 'notification': {
			// The end of a campaign is news also where the call names no records.
			if (!isEnd && news.length === 0) return [];
			return [{ ...notification, records: news.map(({ id }) => id) }];
		}
		case 'recordIds':
			return news.map(({ id }) => ({ slug: notification.slug, id }));
		case 'records':
			return news.map(({ record }) => recordOutput(record, settings.simplify ?? true));
	}
}

/** The finalized ones of the records that a call names and that were not emitted before. */
async function fresh(
	open: Open,
	{ slug, records }: Notification,
	memory: Memory,
): Promise<Finalized[]> {
	const fetch = async (ids: readonly number[]) => await fetchByIds(await open(), slug, ids);
	const wanted = records.filter((id) => !memory.has(id));
	const found = await Promise.all(
		wanted.map(async (id) => {
			const record = await memory.gatherer.want(id, fetch);
			return record && isFinalized(record) ? [{ id, record }] : [];
		}),
	);
	return found.flat();
}

/** Records with their IDs. In newer documents an answer holds none: each is then asked for alone. */
async function fetchByIds(
	client: Client,
	slug: string,
	ids: readonly number[],
): Promise<IDataObject[]> {
	const records = await retrieve(client, slug, { ids: ids.map(String) });
	if (records.every(({ id }) => !isBlank(id))) return records;
	if (ids.length === 1) return records.slice(0, 1).map((record) => ({ id: ids[0], ...record }));
	const all: IDataObject[] = [];
	for (const id of ids) all.push(...(await fetchByIds(client, slug, [id])));
	return all;
}

/** All finalized records of a campaign that has come to its end, if that is news. */
async function endOf(
	open: Open,
	{ output }: Settings,
	{ slug, complete, records, uploaded: told }: Notification,
	memory: Memory,
): Promise<Finalized[] | undefined> {
	if (!complete) return undefined;
	const client = await open();
	const { isUnfinished, uploaded = told, finalized = uploaded } = await progressOf(client, slug);
	if (isUnfinished || uploaded === 0) return undefined;
	const all =
		output === 'notification'
			? records.map((id) => ({ id: String(id) }))
			: (await retrieve(client, slug, ALL_FINALIZED)).filter(isFinalized);
	// Where what is not finalized is not listed, a wrong word cannot be told: the true one has more.
	if (!memory.claimEnd(`${slug}: ${uploaded}, ${finalized}`)) return undefined;
	return all.map((record) => ({ id: Number(record.id), record }));
}
