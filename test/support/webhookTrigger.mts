// A webhook trigger as n8n runs it: activated and deactivated, called over HTTP, its memory in a
// database that every call reads and writes anew. After n8n's ActiveWorkflowManager, LiveWebhooks and
// TestWebhooks (2.40).
import { HookContext } from 'n8n-core';
import { jsonParse, NodeHelpers, type Workflow } from 'n8n-workflow';
import type {
	IDataObject,
	INodeParameters,
	INodeType,
	IWebhookData,
	WorkflowActivateMode,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import { testedNode } from './engine.mts';
import type { Incoming, Listener, Outgoing, Reply } from './listener.mts';
import { packageNode } from './package.mts';
import { recordOf } from './results.mts';
import type { NodeOwner } from './site.mts';
import { callWebhook, FAILED, replyTo, webhooksOf, type Loaded } from './webhook.mts';
import { additionalDataOf, addNodeType, nodeTypes, workflowOf } from './workflow.mts';

/** Tells triggers apart, since some keep a memory in the process. */
let watched = 0;

/** A webhook trigger in a workflow. */
export interface WatchedWebhook {
	/** As the user has set them; a change counts from the next call. */
	parameters: INodeParameters;
	/** What its URLs hold. */
	readonly webhookId: string;
	/** Where the editor is reached; where webhooks are, unless a test says otherwise. */
	editor: Listener;
	/** Its production URL. */
	readonly url: string;
	/** What the database holds of it. */
	readonly memory: IDataObject;
	/** The items of each execution that it started. */
	readonly runs: readonly IDataObject[][];
	/** What its webhook() threw; n8n shows each as a failed execution. */
	readonly failures: readonly unknown[];
	/** The workflow is activated, or n8n starts with it active ('init'). */
	activate(activation?: WorkflowActivateMode): Promise<void>;
	/** The workflow is deactivated. */
	deactivate(): Promise<void>;
	/** n8n ends and starts again: what nodes keep in the process is gone. */
	restart(): Promise<void>;
	/**
	 * n8n has so many processes for webhooks beside its main one, each with what nodes keep in it. Calls
	 * of the production URL go to one after the other.
	 */
	processes(count: number): void;
	/** From now on n8n loses what the node saves, as where another execution writes over it. */
	dropSaved(): void;
	/** "Listen for test event" in the editor. */
	listen(): Promise<Listening>;
}

/** The editor waits for one call of the test URL. */
export interface Listening {
	readonly url: string;
	/** The user stops it, or the time is over. */
	stop(): Promise<void>;
}

/**
 * Puts the vendor's webhook trigger into a workflow that is not active yet.
 *
 * @param original the workflow is a copy of that one's, in another n8n: what tells nodes apart in URLs
 *   and what the database holds are copied, what this process tells them apart by is not
 * @param typeVersion the version of the node that the workflow was saved with; the newest by default
 */
export function watchWebhook(
	site: NodeOwner,
	listener: Listener,
	parameters: INodeParameters,
	original?: WatchedWebhook,
	typeVersion?: number,
): WatchedWebhook {
	const runs: IDataObject[][] = [];
	const failures: unknown[] = [];
	const nodeId = `node-${++watched}`;
	const webhookId = original?.webhookId ?? `webhook-${watched}`;
	/** The column of the database: JSON, the whole workflow's. */
	let stored = JSON.stringify(original?.memory ?? {});
	/** The node's class in each process for webhooks, the next one to be called first. */
	let processes: readonly INodeType[] = [];

	const load = (staticData: IDataObject): Loaded => {
		const { credentials, credentialId } = site;
		const run = { type: `${site.vendor.type}Trigger`, typeVersion, credentials, credentialId };
		const node = {
			...testedNode({ ...run, parameters: structuredClone(trigger.parameters) }),
			id: nodeId,
			webhookId,
		};
		const data = {
			...additionalDataOf(credentials),
			webhookBaseUrl: `${listener.url}/webhook`,
			webhookTestBaseUrl: `${trigger.editor.url}/webhook-test`,
		};
		return { workflow: workflowOf(node, staticData), node, data };
	};
	let isSaved = true;
	const save = ({ staticData }: Workflow): void => {
		if (isSaved && staticData.__dataChanged === true) stored = JSON.stringify(staticData);
	};

	/** One call; what it started and what it threw are noted. */
	const handle = async (
		loaded: Loaded,
		webhook: IWebhookData,
		mode: WorkflowExecuteMode,
		exchange: readonly [Incoming, Outgoing],
	): Promise<{ reply: Reply; started: boolean }> => {
		try {
			const answer = await callWebhook(loaded, webhook, mode, exchange);
			const items = answer.workflowData?.[0];
			if (items) runs.push(items.map(({ json }) => json));
			// A call that threw loses what it has changed; every other one writes all of it back.
			if (mode === 'webhook') save(loaded.workflow);
			return { reply: replyTo(answer), started: items !== undefined };
		} catch (error) {
			failures.push(error);
			return { reply: FAILED, started: true };
		}
	};

	const trigger: WatchedWebhook = {
		parameters,
		webhookId,
		editor: listener,
		get url() {
			const loaded = load({});
			return urlOf(loaded, loaded.data.webhookBaseUrl);
		},
		get memory() {
			const nodes = Object.values(jsonParse<IDataObject>(stored));
			return recordOf(nodes[0]);
		},
		runs,
		failures,
		async activate(activation = 'activate') {
			const loaded = load(jsonParse(stored));
			const [webhook] = webhooksOf(loaded);
			if (!webhook) throw new Error('The trigger has no webhook');
			listener.serve(new URL(trigger.url).pathname, async (...exchange) => {
				const [type] = processes;
				if (type) processes = [...processes.slice(1), type];
				const called = { ...load(jsonParse(stored)), type };
				return (await handle(called, webhook, 'webhook', exchange)).reply;
			});
			try {
				await register(loaded, webhook, 'trigger', activation);
			} catch (error) {
				// n8n takes back what it can, and only logs what goes wrong in this.
				await trigger.deactivate().catch(() => undefined);
				throw error;
			}
			save(loaded.workflow);
		},
		async deactivate() {
			const loaded = load(jsonParse(stored));
			for (const webhook of webhooksOf(loaded)) {
				await runHook('delete', loaded, webhook, 'internal', 'update');
			}
			save(loaded.workflow);
			listener.refuse(new URL(trigger.url).pathname);
		},
		async restart() {
			jest.isolateModules(() => {
				const { type } = site.vendor;
				for (const name of [type, `${type}Trigger`]) addNodeType(nodeOfPackage(name));
			});
			trigger.processes(processes.length);
			await trigger.activate('init');
		},
		dropSaved() {
			isSaved = false;
		},
		processes(count) {
			processes = Array.from({ length: count }, () => loadedAlone(`${site.vendor.type}Trigger`));
		},
		async listen() {
			// The editor's tests start without the memory of the active workflow and leave none.
			const loaded = load({});
			const [webhook] = webhooksOf(loaded, true);
			if (!webhook) throw new Error('The trigger has no webhook');
			const url = urlOf(loaded, loaded.data.webhookTestBaseUrl);
			await register(loaded, webhook, 'manual', 'manual');
			const memory = JSON.stringify(loaded.workflow.staticData);
			const stop = async () => {
				trigger.editor.refuse(new URL(url).pathname);
				await runHook('delete', load(jsonParse(memory)), webhook, 'internal', 'update');
			};
			trigger.editor.serve(new URL(url).pathname, async (...exchange) => {
				const called = load({});
				called.workflow.setTestStaticData(jsonParse(memory));
				const { reply, started } = await handle(called, webhook, 'manual', exchange);
				if (started) await stop();
				return reply;
			});
			return { url, stop };
		},
	};
	return trigger;
}

/** A node's class as a process of its own loads it. */
function loadedAlone(type: string): INodeType {
	let alone: INodeType | undefined;
	jest.isolateModules(() => {
		alone = nodeOfPackage(type);
	});
	if (!alone) throw new Error(`No node type ${type}`);
	return alone;
}

function nodeOfPackage(type: string): INodeType {
	const node = packageNode(type);
	if (!node) throw new Error(`No node type ${type}`);
	return node;
}

function urlOf({ workflow, node }: Loaded, baseUrl: string): string {
	const description = nodeTypes.getByNameAndVersion(node.type).description.webhooks?.[0];
	const path = description?.path ?? '';
	return NodeHelpers.getNodeWebhookUrl(baseUrl, workflow.id, node, path);
}

async function register(
	loaded: Loaded,
	webhook: IWebhookData,
	mode: WorkflowExecuteMode,
	activation: WorkflowActivateMode,
): Promise<void> {
	if (await runHook('checkExists', loaded, webhook, mode, activation)) return;
	await runHook('create', loaded, webhook, mode, activation);
}

async function runHook(
	method: 'checkExists' | 'create' | 'delete',
	{ workflow, node, data }: Loaded,
	webhook: IWebhookData,
	mode: WorkflowExecuteMode,
	activation: WorkflowActivateMode,
): Promise<boolean | undefined> {
	const { webhookMethods } = nodeTypes.getByNameAndVersion(node.type);
	const context = new HookContext(workflow, node, data, mode, activation, webhook);
	return await webhookMethods?.default?.[method].call(context);
}
