import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import type { InputOf } from '../../shared/form/field';
import { triggerSettings } from '../../shared/form/triggerSettings';
import { openClient } from '../../shared/transport/client';
import { handOn } from '../../shared/transport/handOn';
import { plainMessage } from '../../shared/values/text';
import type { WholeId } from '../../shared/values/wholeId';
import { answerWith, bodyOf, WHILE_CALLED } from '../../shared/webhooks/call';
import { Gatherer } from '../../shared/webhooks/gatherer';
import { Memory, memoryKey, PerTrigger } from '../../shared/webhooks/memory';
import { calledAt } from '../../shared/webhooks/places';
import { ALL_FINALIZED, progressOf } from '../resources/campaign/status';
import { readNotification, type Notification } from '../resources/record/notification';
import { isFinalized, recordOutput, retrieve } from '../resources/record/retrieve';
import { vendor } from '../vendor';
import { Ends } from './ends';
import { triggerFields } from './fields';
import { NamedRecords, type Open } from './named';

/** One answer holds 100 records, and 50 requests a minute are allowed. */
const LIMITS = { mostAtOnce: 100, requestsAMinute: 50 };

type Settings = InputOf<typeof triggerFields>;

/** What was output before, as this process knows it. */
interface Before {
	readonly memory: Memory;
	readonly ends: Ends;
}

const nothingBefore = (): Before => ({
	memory: new Memory(new Gatherer(LIMITS)),
	ends: new Ends(),
});

const before = new PerTrigger(nothingBefore);

/** One call, and what is needed to handle it. */
interface Call {
	readonly notification: Notification;
	readonly settings: Settings;
	readonly open: Open;
	readonly named: NamedRecords;
	readonly before: Before;
	/** n8n's static data; a test of the editor has none. */
	readonly stored: IDataObject;
}

/** What a call brings. */
interface News {
	readonly items: readonly IDataObject[];
	/** Whether it names records that cannot be read yet. */
	readonly isPartial: boolean;
}

const NO_NEWS: News = { items: [], isPartial: false };

/**
 * Takes one call of LeadGenius.
 *
 * What it says is only a hint: the records are fetched with the user's key, so that a forged call
 * can at most cause a read. A call whose records cannot be fetched, or not all of them, is answered
 * with 500 or 503, so that LeadGenius may send it again; what was not fetched does not count as
 * emitted.
 *
 * @throws NodeApiError when LeadGenius cannot be asked, at most once an hour for the same reason:
 *   n8n shows it as a failed execution
 */
export async function receive(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const settings = triggerSettings(context, triggerFields);
	const body = await bodyOf(context);
	const notification = readNotification(body);
	if ('wrong' in notification) return answerWith(context, 400, notification.wrong);
	if (notification.slug !== settings.campaignSlug) {
		return { webhookResponse: { status: 'ignored: another campaign' } };
	}
	showInTest(context, notification.slug, body);
	const call = callOf(context, settings, notification);
	const { memory } = call.before;
	memory.read(call.stored);
	const news = await newsOf(call).catch((error: unknown) => {
		if (memory.shouldReport(plainMessage(error))) throw error;
		return undefined;
	});
	if (!news) return answerWith(context, 503, 'The records could not be fetched');
	memory.write(call.stored);
	return answerTo(context, news);
}

/** Hands a call of the published workflow on to a test of it in the editor, if one listens. */
function showInTest(context: IWebhookFunctions, slug: string, body: unknown): void {
	const url = calledAt(memoryKey(context, slug), 'test');
	if (url === undefined || context.getMode() === 'manual') return;
	// What comes of it is no matter of this call's: its answer does not wait for it.
	void handOn(context, { url, body, what: 'A call of LeadGenius to the test in the editor' });
}

function callOf(context: IWebhookFunctions, settings: Settings, notification: Notification): Call {
	const { slug } = notification;
	// A test shows what came, also when it came before, and leaves no trace.
	const isTest = context.getMode() === 'manual';
	const known = isTest ? nothingBefore() : before.of(memoryKey(context, slug));
	// Reading the credential is most of what n8n does for a call: only calls that ask do so.
	const open = async () =>
		await openClient(context, vendor, 'Fetch finalized records', WHILE_CALLED);
	return {
		settings,
		notification,
		open,
		named: new NamedRecords(open, known.memory.gatherer, slug),
		before: known,
		stored: isTest ? {} : context.getWorkflowStaticData('node'),
	};
}

/** Starts the workflow with what came, and tells LeadGenius whether to send the call again. */
function answerTo(context: IWebhookFunctions, { items, isPartial }: News): IWebhookResponseData {
	const workflowData = items.length > 0 ? [items.map((json) => ({ json }))] : undefined;
	if (isPartial) {
		return { ...answerWith(context, 503, 'Some records cannot be read yet'), workflowData };
	}
	const status = workflowData ? 'taken' : 'taken, nothing new';
	return { webhookResponse: { status }, workflowData };
}

/** @throws NodeApiError */
async function newsOf(call: Call): Promise<News> {
	return call.settings.event === 'campaignCompleted' ? await newEnd(call) : await newRecords(call);
}

/** The finalized ones of the records that a call names and that were not emitted before. */
async function newRecords(call: Call): Promise<News> {
	const { notification, named } = call;
	const { memory } = call.before;
	const wanted = notification.records.filter((id) => !memory.has(id));
	const { finalized, isPartial } = await named.read(wanted);
	const fresh = memory.claim(finalized);
	if (fresh.length === 0) return { items: [], isPartial };
	const ids = fresh.map(({ id }) => id);
	const records = fresh.map(({ record }) => record);
	return { items: itemsOf(call, records, ids), isPartial };
}

/**
 * The finalized records of a campaign that has come to its end, if that is news: all of them at its
 * first end, and after a further upload those that are new.
 */
async function newEnd(call: Call): Promise<News> {
	const { notification, settings, named, open, before, stored } = call;
	const { slug, complete } = notification;
	if (!complete) return NO_NEWS;
	const { isPartial } = await named.read(notification.records);
	if (isPartial) return { items: [], isPartial };
	const client = await open();
	const { isUnfinished, uploaded, finalized } = await progressOf(client, slug);
	if (isUnfinished) return NO_NEWS;
	// Not every LeadGenius tells numbers: the call's own may be forged, so that records are counted.
	const records =
		settings.output === 'notification' && uploaded !== undefined
			? undefined
			: (await retrieve(client, slug, ALL_FINALIZED)).filter(isFinalized);
	const count = uploaded ?? records?.length ?? 0;
	if (count === 0) return NO_NEWS;
	const end = { slug, uploaded: count, finalized: finalized ?? count, records };
	// Where what is not finalized is not listed, a wrong word cannot be told: the true one has more.
	const fresh = before.ends.claim(stored, end);
	if (!fresh) return NO_NEWS;
	const wanted = settings.options.allRecords ? (records ?? []) : fresh;
	// The end of a campaign is news also where the call names no records.
	return { items: itemsOf(call, wanted, notification.records), isPartial };
}

/** @param ids what a notification in the output names */
function itemsOf(
	{ notification, settings }: Call,
	records: readonly IDataObject[],
	ids: readonly WholeId[],
): IDataObject[] {
	switch (settings.output) {
		case 'notification':
			return [{ ...notification, records: [...ids] }];
		case 'recordIds':
			return records.map(({ id = null }) => ({ slug: notification.slug, id }));
		case 'records':
			return records.map((record) => recordOutput(record, settings.simplify ?? true));
	}
}
