// Notifications of LeadGenius a second: the LeadGenius Trigger beside n8n's own Webhook node.
// The trigger fetches what is announced; it gathers the records of many calls in one request.
import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'undici';
import { z } from 'zod';
import type { CredentialRef, WorkflowNode } from '../../host/workflow.mts';
import { chain, MEASURED, node, ourNode } from '../flow.mts';
import { fasterRow } from '../results/rows.mts';
import type { Measurements } from '../results/shapes.mts';
import { sized } from '../size.mts';
import { spreadOf } from '../spread.mts';
import { LATENCY_MS, onStage, type Stage } from '../stage.mts';
import { contender, inTurn, kept, type Contender, type Measured } from '../turns.mts';
import { CAMPAIGN, contacts, uploadByHand } from './byHand.mts';

const NOTIFICATIONS = sized(400);
/** As many as the sandbox sends at once; LeadGenius does not say how many it does. */
const CONNECTIONS = 20;
const TURNS = 3;
const LEAST = 0.9;
/** The sandbox's first record ID after a reset. */
const FIRST_ID = 123_001;

/** A trigger that notifications are sent to, and its workflow. */
interface Target {
	readonly workflowId: string;
	readonly path: string;
}

function webhookNode(path: string, version: number): WorkflowNode {
	const parameters = { httpMethod: 'POST', path, responseMode: 'onReceived', options: {} };
	return { ...node(MEASURED, 'n8n-nodes-base.webhook', version, parameters), webhookId: path };
}

function triggerNode(webhookId: string, credential: CredentialRef): WorkflowNode {
	const parameters = {
		event: 'recordsFinalized',
		campaignSlug: CAMPAIGN,
		registration: 'manual',
		output: 'records',
		options: {},
	};
	return { ...ourNode('leadGeniusTrigger', credential, parameters), webhookId };
}

/** Publishes a workflow of a trigger and a node that does nothing. */
async function publish(stage: Stage, trigger: WorkflowNode, path: string): Promise<Target> {
	const nothing = node('Nothing', 'n8n-nodes-base.noOp', 1, {});
	const workflowId = await stage.workflow(chain(path, [trigger, nothing]));
	await stage.n8n.publish(workflowId);
	return { workflowId, path: `/webhook/${path}` };
}

const counted = z.object({ count: z.number() });

/** Waits until so many executions of a workflow have ended well. */
async function waitForExecutions({ n8n }: Stage, workflowId: string, wanted: number) {
	const count = async (status: string[]) => {
		const filter = encodeURIComponent(JSON.stringify({ workflowId, status }));
		const path = `/rest/executions?limit=1&filter=${filter}`;
		return counted.parse(await n8n.rest.request('GET', path)).count;
	};
	const limit = Date.now() + 120_000;
	while (Date.now() < limit) {
		if ((await count(['success'])) === wanted) return;
		await sleep(200);
	}
	const failed = await count(['error', 'crashed']);
	throw new Error(`Not all of ${wanted} executions ended well; ${failed} failed`);
}

/** Sends the notifications and returns the time from the first to the last answer, in ms. */
async function notify({ n8n }: Stage, path: string): Promise<number> {
	const pool = new Pool(n8n.url, { connections: CONNECTIONS, headersTimeout: 120_000 });
	const headers = { 'content-type': 'application/json' };
	const started = performance.now();
	const sent = Array.from({ length: NOTIFICATIONS }, async (_, index) => {
		const body = JSON.stringify({
			slug: CAMPAIGN,
			records: [FIRST_ID + index],
			uploaded: NOTIFICATIONS,
			enriched: index + 1,
			complete: index + 1 === NOTIFICATIONS,
		});
		const answer = await pool.request({ method: 'POST', path, headers, body });
		const text = await answer.body.text();
		if (answer.statusCode !== 200) throw new Error(`n8n answered ${answer.statusCode}: ${text}`);
	});
	await Promise.all(sent);
	const ms = performance.now() - started;
	await pool.close();
	return ms;
}

/** Announces records that LeadGenius has, and waits until all executions have ended. */
async function deliver(stage: Stage, target: Target, executions: number): Promise<Measured> {
	const { sandbox } = stage;
	await stage.reset();
	// With the other key, so that the trigger has all of its minute's requests.
	await uploadByHand(sandbox.url, sandbox.leadGeniusSecondKey, contacts(NOTIFICATIONS));
	const uploads = (await sandbox.summary()).total;
	const cpuMs = stage.cpuMs();
	const started = performance.now();
	const ms = await notify(stage, target.path);
	await waitForExecutions(stage, target.workflowId, executions);
	const more = {
		'ms until all executions had ended': performance.now() - started,
		"ms of n8n's CPU for each notification": (stage.cpuMs() - cpuMs) / NOTIFICATIONS,
	};
	const { total, maxInFlight } = await sandbox.summary();
	return { ms, requests: total - uploads, inFlight: maxInFlight, more };
}

/** The trigger and n8n's own. */
async function contenders(stage: Stage): Promise<[Contender, Contender, Contender]> {
	const apiKey = stage.sandbox.leadGeniusKey;
	// A trigger of its own for each turn: it remembers what it emitted and counts its requests.
	const trigger = async (turn: number): Promise<Target> => {
		const credential = await stage.credential('leadGeniusApi', `turn ${turn}`, { apiKey });
		const id = `trigger-${turn}`;
		return await publish(stage, triggerNode(id, credential), `${id}/leadgenius`);
	};
	const webhook = async (version: number): Promise<Contender> => {
		const path = `webhook-${version}`;
		const target = await publish(stage, webhookNode(path, version), path);
		const run = async (turn: number) => await deliver(stage, target, turn * NOTIFICATIONS);
		return contender(`Webhook node ${version}`, run);
	};
	const run = async (turn: number) => await deliver(stage, await trigger(turn), NOTIFICATIONS);
	return [contender('LeadGenius Trigger', run), await webhook(2), await webhook(1)];
}

async function compare(stage: Stage): Promise<Measurements> {
	const [ours, newest, first] = await contenders(stage);
	await inTurn(TURNS, [ours, newest, first]);
	const rates = ours.runs.map(({ ms }) => (NOTIFICATIONS / ms) * 1000);
	console.log(`  LeadGenius Trigger takes ${spreadOf(rates)} notifications a second`);
	// n8n sets its expression engine up for every call, but not for the Webhook node from version 2.
	const work = "Deliveries a second to the LeadGenius Trigger, times those of n8n's Webhook node 2";
	const rows = [fasterRow(work, ours, newest, { is: 'at least', value: LEAST })];
	return { rows, contenders: kept(NOTIFICATIONS, [ours, newest, first]) };
}

/** Measures deliveries a second, and how often the trigger asked LeadGenius. */
export async function benchLeadGeniusTrigger(): Promise<Measurements> {
	console.log(
		`\n${NOTIFICATIONS} notifications of LeadGenius over ${CONNECTIONS} connections, ` +
			`answers after ${LATENCY_MS} ms`,
	);
	return await onStage(compare);
}
