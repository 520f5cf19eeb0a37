// The compiled nodes in n8n-core's real engine: expressions, item linking, HTTP and all.
import { LoadOptionsContext, PollContext, WorkflowExecute } from 'n8n-core';
import type {
	IDataObject,
	IHttpRequestOptions,
	INode,
	INodeCredentials,
	INodeExecutionData,
	INodeListSearchResult,
	INodeParameters,
	IRunExecutionData,
	NodeExecutionHint,
	ResourceMapperFields,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import type { CredentialData } from './credentials.mts';
import { additionalDataOf, giveItems, nodeOf, nodeTypes, workflowOf } from './workflow.mts';

/** Answers a request as n8n's own helper would, in full. */
export type Network = (
	request: IHttpRequestOptions,
) => Promise<{ statusCode: number; headers: Readonly<Record<string, string>>; body: string }>;

/** One run of a node. */
export interface NodeRun {
	/** The node's type name, such as 'genPage'. */
	readonly type: string;
	readonly parameters: INodeParameters;
	/** The JSON of the input items; one empty item by default. */
	readonly items?: readonly IDataObject[];
	readonly credentials: CredentialData;
	/** Tells credentials of one type apart; 'c' by default. */
	readonly credentialId?: string;
	readonly onError?: INode['onError'];
	/** Whether n8n runs the node again when it fails: twice more, at once. */
	readonly retryOnFail?: boolean;
	/** The workflow's time zone; UTC by default. */
	readonly timezone?: string;
	/** Tells nodes of one workflow apart; one and the same by default. */
	readonly nodeId?: string;
	/** Tells workflows apart; one and the same by default. */
	readonly workflowId?: string;
	/** The version of the node that a workflow was saved with; the newest by default. */
	readonly typeVersion?: number;
	/** How long n8n lets a poll go on, in ms; by default as long as where nobody limits it. */
	readonly pollBudgetMs?: number;
	/** What answers a poll's requests in place of the network. */
	readonly network?: Network;
	/** Cancels the execution when it resolves. */
	readonly cancelWhen?: Promise<unknown>;
}

/** The error as n8n stores and shows it. */
export interface ShownError {
	readonly message: string;
	readonly description?: string | null;
	readonly httpCode?: string | null;
	readonly context?: IDataObject;
}

/** What came of a run. */
export interface NodeResult {
	/** The first output: items, or error items with continue-on-fail. */
	readonly items: readonly INodeExecutionData[];
	/** The error output, with onError 'continueErrorOutput'. */
	readonly errorItems: readonly INodeExecutionData[];
	readonly error: ShownError | undefined;
	/** The hints above the output, but the one that every run ends with. */
	readonly hints: readonly NodeExecutionHint[];
	/** That one: what the run came to, in words. */
	readonly report: string | undefined;
	/** What n8n keeps of the execution for its filters. */
	readonly kept: Readonly<Record<string, string>>;
}

/** The same of a run that somebody looked on at. */
export interface SeenResult extends NodeResult {
	/** What was printed in the browser's console meanwhile. */
	readonly told: readonly string[];
}

const REPORT = /^[\d,]+ items? (in|from) [\d,]+ requests?, [\d.]+ s/;

/** The name of the node under test. */
export const TESTED = 'Tested';

/** The node under test. */
export function testedNode(run: Omit<NodeRun, 'items'>): INode {
	const { type, parameters, credentials, credentialId = 'c', onError, retryOnFail } = run;
	const { nodeId, typeVersion = newestVersion(type) } = run;
	const details: INodeCredentials = {};
	for (const name of Object.keys(credentials))
		details[name] = { id: `${credentialId}-${name}`, name };
	const node = nodeOf(TESTED, type, { parameters, onError, credentials: details });
	const id = nodeId ?? node.id;
	return { ...node, id, typeVersion, retryOnFail, maxTries: 3, waitBetweenTries: 0 };
}

function newestVersion(type: string): number {
	return Math.max(...[nodeTypes.getByNameAndVersion(type).description.version].flat());
}

/** Runs a node on items, as a manual execution in the editor does. */
export async function runNode(run: NodeRun): Promise<SeenResult> {
	giveItems(run.items ?? [{}]);
	const workflow = workflowOf(testedNode(run), {}, run.timezone, run.workflowId);
	const told: string[] = [];
	const sendDataToUI = (_: string, data: IDataObject | IDataObject[]) => {
		for (const { messages } of [data].flat()) told.push(JSON.stringify(messages));
	};
	const engine = new WorkflowExecute(
		{ ...additionalDataOf(run.credentials), sendDataToUI },
		'manual',
	);
	const execution = engine.run({ workflow, startNode: workflow.getNode('Items') ?? undefined });
	void run.cancelWhen?.then(() => {
		execution.cancel();
	});
	return { ...resultOf((await execution).data), told };
}

/** What the node under test gave out in an execution. */
export function resultOf({ resultData }: IRunExecutionData): NodeResult {
	const task = resultData.runData[TESTED]?.[0];
	const error = task?.error ?? resultData.error;
	const hints = task?.hints ?? [];
	return {
		items: task?.data?.main?.[0] ?? [],
		errorItems: task?.data?.main?.[1] ?? [],
		error,
		hints: hints.filter(({ message }) => !REPORT.test(message)),
		report: hints.find(({ message }) => REPORT.test(message))?.message,
		kept: resultData.metadata ?? {},
	};
}

/** Calls a list search method of a node as its form does. */
export async function searchList(
	run: Omit<NodeRun, 'items'>,
	method: string,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const { context, node } = formOf(run);
	const search = node.methods?.listSearch?.[method];
	if (!search) throw new Error(`${run.type} has no list search ${method}`);
	return await search.call(context, filter, paginationToken);
}

/** Calls a resource mapping method of a node as its form does. */
export async function mapColumns(
	run: Omit<NodeRun, 'items'>,
	method: string,
): Promise<ResourceMapperFields> {
	const { context, node } = formOf(run);
	const mapping = node.methods?.resourceMapping?.[method];
	if (!mapping) throw new Error(`${run.type} has no resource mapping ${method}`);
	return await mapping.call(context);
}

function formOf(run: Omit<NodeRun, 'items'>) {
	const tested = testedNode(run);
	const workflow = workflowOf(tested);
	const data = { ...additionalDataOf(run.credentials), currentNodeParameters: run.parameters };
	return {
		context: new LoadOptionsContext(workflow, tested, data, ''),
		node: nodeTypes.getByNameAndVersion(run.type),
	};
}

/**
 * One poll of a trigger. The static data is read and changed as n8n does.
 *
 * @param warnings gets what the trigger writes to n8n's log as warnings
 */
export async function poll(
	run: Omit<NodeRun, 'items'>,
	staticData: IDataObject,
	mode: WorkflowExecuteMode = 'trigger',
	warnings: string[] = [],
): Promise<INodeExecutionData[][] | null> {
	const { pollBudgetMs, network } = run;
	const tested = testedNode(run);
	const workflow = workflowOf(tested);
	const context = new PollContext(
		workflow,
		tested,
		additionalDataOf(run.credentials),
		mode,
		'activate',
		undefined,
		undefined,
		undefined,
		undefined,
		() => staticData,
		pollBudgetMs === undefined ? undefined : () => pollBudgetMs,
	);
	if (network) {
		context.helpers.httpRequestWithAuthentication = async (_, request) => await network(request);
	}
	const { logger } = context;
	logger.warn = (message) => {
		warnings.push(message);
	};
	const result = await nodeTypes.getByNameAndVersion(run.type).poll?.call(context);
	return result ?? null;
}
