// A node that puts its execution to wait, as n8n runs it: the execution rests in a database as text,
// calls of its resume URL load it anew, and one that brings items wakes it up. After n8n's
// WaitingWebhooks, WaitTracker and webhook-helpers (2.40).
import { parse, stringify } from 'flatted';
import { WorkflowExecute } from 'n8n-core';
import { createRunExecutionData, ManualExecutionCancelledError } from 'n8n-workflow';
import type {
	INodeExecutionData,
	INodeParameters,
	IDataObject,
	IRunExecutionData,
	IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';
import { resultOf, testedNode, TESTED, type NodeResult, type NodeRun } from './engine.mts';
import type { Incoming, Listener, Outgoing, Reply } from './listener.mts';
import type { NodeOwner } from './site.mts';
import { callWebhook, FAILED, replyTo, webhooksOf, type Loaded } from './webhook.mts';
import { additionalDataOf, giveItems, workflowOf } from './workflow.mts';

const MODE = 'trigger';
let executions = 0;
/** What n8n's database holds of every execution, by its ID; '' while it runs for the first time. */
const database = new Map<string, () => string>();

/** An execution that was started. */
export interface StartedExecution {
	/** 'waiting' while it sleeps. */
	readonly status: string;
	/** Until when it sleeps; n8n's WAIT_INDEFINITELY for ever. */
	readonly waitTill: Date | undefined;
	/** What the node under test gave out; while it sleeps, what it passed on before. */
	readonly result: NodeResult;
	/** What calls of the resume URL threw in the node. */
	readonly failures: readonly unknown[];
	/** What they wrote to n8n's log as warnings. */
	readonly warnings: readonly string[];
	/** The text in the database. */
	readonly stored: string;
	/** Resolves when the execution has been woken up and has ended. */
	readonly ended: Promise<NodeResult>;
	/** The time limit of the wait has come. */
	timeOut(): Promise<NodeResult>;
	/** The user stops it while it sleeps. */
	stop(): void;
}

/** What a start may say beside its parameters and items. */
interface StartMore extends Pick<NodeRun, 'onError' | 'typeVersion'> {
	/** Whether the resume URL is; where it is not, as in n8n 1, n8n lets in whoever knows the execution's ID. */
	readonly isSigned?: boolean;
}

/** Runs the vendor's node until the execution ends or sleeps. */
export async function startExecution(
	site: NodeOwner,
	listener: Listener,
	parameters: INodeParameters,
	items: readonly IDataObject[] = [{}],
	{ onError, typeVersion, isSigned = true }: StartMore = {},
): Promise<StartedExecution> {
	giveItems(items);
	const executionId = String(++executions);
	const load = (): Loaded => {
		const { credentials, credentialId } = site;
		const { type } = site.vendor;
		const node = testedNode({ type, typeVersion, parameters, credentials, credentialId, onError });
		const webhookWaitingBaseUrl = `${listener.url}/webhook-waiting`;
		const data: IWorkflowExecuteAdditionalData = {
			...additionalDataOf(credentials),
			webhookWaitingBaseUrl,
			executionId,
			getRunExecutionData: (id) => Promise.resolve(storedRun(id)),
		};
		return { workflow: workflowOf(node), node, data };
	};

	const { workflow, data } = load();
	const startNode = workflow.getNode('Items') ?? undefined;
	// A vendor may call before the execution sleeps; n8n then says that it is running.
	let status = 'running';
	let stored = '';
	database.set(executionId, () => stored);
	const failures: unknown[] = [];
	const warnings: string[] = [];
	const end = Promise.withResolvers<NodeResult>();

	/** Goes on with the execution, as n8n's WorkflowRunner does. */
	const resume = async (runData: IRunExecutionData): Promise<void> => {
		const { workflow, data } = load();
		const run = await new WorkflowExecute(data, MODE, runData).processRunExecutionData(workflow);
		stored = stringify(run.data);
		status = run.status;
		end.resolve(resultOf(run.data));
	};

	const call = async (request: Incoming, response: Outgoing): Promise<Reply> => {
		const runData = stored === '' ? undefined : loadRun(stored);
		if (runData && isSigned && request.query.signature !== runData.resumeToken) {
			return { status: 401, body: { error: 'Invalid token' } };
		}
		if (status !== 'waiting' || !runData) return busy(executionId, status);
		putAside(runData);
		const loaded = load();
		const webhook = webhooksOf(loaded).find(({ path, webhookDescription }) => {
			return path === '' && webhookDescription.restartWebhook === true;
		});
		if (!webhook) return { status: 404, body: { message: 'There is no waiting webhook' } };
		try {
			const answer = await callWebhook(loaded, webhook, MODE, [request, response], {
				runData,
				warnings,
			});
			if (answer.workflowData === undefined) return replyTo(answer);
			// Of calls that came together, the first one to get here wakes the execution up.
			if (isTaken()) return { status: 500, body: { message: 'Already being resumed' } };
			status = 'running';
			wake(runData, answer.workflowData);
			resume(runData).catch(end.reject);
			return replyTo(answer);
		} catch (error) {
			failures.push(error);
			return FAILED;
		}
	};
	/** Whether another call woke it up meanwhile. */
	const isTaken = (): boolean => status !== 'waiting';

	listener.serve(`/webhook-waiting/${executionId}`, call);
	const unsigned = createRunExecutionData({ resumeToken: '' });
	const engine = new WorkflowExecute(data, MODE, isSigned ? undefined : unsigned);
	const run = await engine.run({ workflow, startNode });
	stored = stringify(run.data);
	status = run.status;
	if (status !== 'waiting') end.resolve(resultOf(run.data));

	return {
		get status() {
			return status;
		},
		get waitTill() {
			const { waitTill } = loadRun(stored);
			return waitTill === undefined ? undefined : new Date(waitTill);
		},
		get result() {
			return resultOf(loadRun(stored));
		},
		failures,
		warnings,
		get stored() {
			return stored;
		},
		ended: end.promise,
		async timeOut() {
			status = 'running';
			await resume(loadRun(stored));
			return await end.promise;
		},
		stop() {
			const runData = loadRun(stored);
			runData.resultData.error = new ManualExecutionCancelledError(executionId);
			stored = stringify(runData);
			status = 'canceled';
		},
	};
}

/** An execution as n8n gives it to nodes that ask for it. */
function storedRun(executionId: string): IRunExecutionData | undefined {
	const text = database.get(executionId)?.() ?? '';
	return text === '' ? undefined : loadRun(text);
}

function busy(executionId: string, status: string): Reply {
	const how = status === 'running' ? 'is running already' : 'has finished already';
	return { status: 409, body: { code: 409, message: `The execution "${executionId}" ${how}.` } };
}

/** The execution as n8n reads it from its database: nothing but what is JSON has survived. */
function loadRun(stored: string): IRunExecutionData {
	const loaded: unknown = parse(stored);
	if (!isRun(loaded)) throw new Error('The execution was not stored');
	return loaded;
}

function isRun(value: unknown): value is IRunExecutionData {
	return typeof value === 'object' && value !== null && 'resultData' in value;
}

/** What n8n changes in its copy before it calls webhook(); another call starts from the database. */
function putAside(runData: IRunExecutionData): void {
	const [waiting] = runData.executionData?.nodeExecutionStack ?? [];
	if (!waiting) throw new Error('No node waits');
	waiting.node.disabled = true;
	runData.waitTill = undefined;
	runData.resultData.runData[TESTED]?.pop();
}

/** Puts what webhook() returned in the place of the node's input: a disabled node passes it on. */
function wake(runData: IRunExecutionData, workflowData: INodeExecutionData[][]): void {
	const [waiting] = runData.executionData?.nodeExecutionStack ?? [];
	if (!waiting) throw new Error('No node waits');
	waiting.data.main = workflowData;
	waiting.metadata = { ...waiting.metadata, forwardAllOutputs: true };
}
