// Runs saved workflows against the sandbox, and tells what they sent and what came out.
import { jsonParse } from 'n8n-workflow';
import type { IDataObject, INode } from 'n8n-workflow';
import type { LogEntry } from '../../../sandbox/client.mts';
import { runNode } from '../engine.mts';
import { answered, BY_HAND, SLUG } from '../leadGenius.mts';
import type { Listener } from '../listener.mts';
import { essence } from '../results.mts';
import type { VendorSite } from '../site.mts';
import { watchTrigger } from '../trigger.mts';
import { startExecution } from '../waiting.mts';
import { watchWebhook } from '../webhookTrigger.mts';
import { descriptionOf } from './form.mts';
import { ACTIVATED, triggerCases, type TriggerCase } from './news.mts';
import { ownNode, pinnedItems, type Run, type SavedWorkflow, type Sent } from './shape.mts';

/** What runs a workflow: the vendor's sandbox, and a server in the place of n8n's. */
interface Stage {
	readonly site: VendorSite;
	readonly listener: Listener;
}

/** All records of a campaign are told at once, so that nothing runs beside each other. */
const LEAD_GENIUS = { leadGenius: { ...BY_HAND, webhookGroup: 100 } };

/** What a workflow sent, and what came out. */
export interface Shown {
	readonly sent: readonly Sent[];
	readonly records: readonly IDataObject[];
}

/** The same, as much of it as is kept of a version. */
export function runOf({ sent, records }: Shown): Run {
	return {
		sent,
		items: records.length,
		fields: [...new Set(records.flatMap(Object.keys))].sort(),
	};
}

/** Runs a workflow's operation on its pinned items, or its trigger until there was news. */
export async function runSaved(stage: Stage, workflow: SavedWorkflow): Promise<Shown> {
	const node = ownNode(workflow);
	const records = await outputOf(stage, workflow, node);
	const requests = await stage.site.received();
	// A poll only reads: what writes has made the news.
	const isPoll = descriptionOf(node).polling === true;
	const sent = requests.filter(({ method }) => !isPoll || method === 'GET').map(sentOf);
	return neutral({ sent, records }, stage);
}

async function outputOf(
	stage: Stage,
	workflow: SavedWorkflow,
	node: INode,
): Promise<readonly IDataObject[]> {
	const { polling, webhooks, group } = descriptionOf(node);
	if (!group.includes('trigger')) return await runOperation(stage, workflow, node);
	const { type } = stage.site.vendor;
	const event = workflow.name.split('.').at(-1) ?? '';
	const its = triggerCases[type]?.[event];
	if (!its) throw new Error(`There is no news for ${type}'s ${event}`);
	if (polling === true) return await pollTwice(stage, node, its);
	if (webhooks) return await receive(stage, node, its);
	throw new Error(`${node.type} neither polls nor has a webhook`);
}

async function runOperation(
	{ site, listener }: Stage,
	workflow: SavedWorkflow,
	{ parameters, typeVersion }: INode,
): Promise<readonly IDataObject[]> {
	const its = site.vendor.cases[workflow.name];
	const items = pinnedItems(workflow);
	if (workflow.name === 'record.uploadAndWait') {
		await site.sandbox.reset(LEAD_GENIUS);
		const execution = await startExecution(site, listener, parameters, items, { typeVersion });
		expect(execution.status).toBe('waiting');
		await site.sandbox.leadGenius.finalize(SLUG);
		return (await execution.ended).items.map(({ json }) => json);
	}
	if (its && 'prepare' in its) await its.prepare?.(site);
	const { credentials, credentialId, vendor } = site;
	const run = { type: vendor.type, typeVersion, credentials, credentialId, parameters, items };
	const result = await runNode(run);
	expect(result.error).toBeUndefined();
	return result.items.map(({ json }) => json);
}

/** The workflow is activated, there is news, and five minutes later it polls again. */
async function pollTwice(
	{ site }: Stage,
	{ parameters, typeVersion }: INode,
	its: TriggerCase,
): Promise<readonly IDataObject[]> {
	// The sandbox's own clock shows another year.
	await site.sandbox.reset({ dateHeader: false });
	const clock = jest.spyOn(Date, 'now').mockReturnValue(ACTIVATED);
	try {
		await its.before?.(site);
		const trigger = watchTrigger(site, parameters, typeVersion);
		const first = await trigger.poll();
		await its.news(site);
		clock.mockReturnValue(ACTIVATED + 5 * 60_000);
		const second = await trigger.poll();
		return [...(first ?? []), ...(second ?? [])];
	} finally {
		clock.mockRestore();
	}
}

/** The workflow is activated, the vendor calls it, and it is deactivated. */
async function receive(
	{ site, listener }: Stage,
	{ parameters, typeVersion }: INode,
	its: TriggerCase,
): Promise<readonly IDataObject[]> {
	await site.sandbox.reset(LEAD_GENIUS);
	await its.before?.(site);
	const trigger = watchWebhook(site, listener, parameters, undefined, typeVersion);
	await trigger.activate();
	await its.news(site);
	await answered(site, 1);
	await trigger.deactivate();
	expect(trigger.failures).toEqual([]);
	return trigger.runs.flat();
}

function sentOf(entry: LogEntry): Sent {
	const { method, path, query, body } = essence(entry);
	return {
		method,
		path,
		...(Object.keys(query).length === 0 ? {} : { query }),
		...(body === null ? {} : { body }),
	};
}

/** A time that is no further from now is told by the clock: the first of the month, too. */
const NOW_MS = 40 * 24 * 60 * 60 * 1000;

/** Without what is another one in each run: addresses, times, Geniziz's IDs, and what tells executions apart. */
function neutral(shown: Shown, { site, listener }: Stage): Shown {
	const text = JSON.stringify(shown)
		.replaceAll(listener.url, 'http://n8n.example')
		.replaceAll(site.sandbox.url, 'http://vendor.example')
		.replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)?/g, (time) =>
			Math.abs(Date.parse(time) - Date.now()) < NOW_MS ? 'about now' : time,
		)
		.replaceAll(/\b([a-z]{4}_)[0-9a-f]{22}\b/g, '$10123456789abcdef012345')
		.replaceAll(/webhook-waiting\/\d+(\?signature=\w+)?/g, 'webhook-waiting/1')
		.replaceAll(/webhook\/webhook-\d+/g, 'webhook/webhook-1');
	return jsonParse(text);
}
