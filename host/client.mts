// What the editor does, as calls: store credentials and workflows, run, publish, read executions.
import { z } from 'zod';
import { hasEnded, parseExecution, parseSummaries, parseSummary } from './execution.mts';
import type { Execution, ExecutionSummary } from './execution.mts';
import { RestError } from './rest.mts';
import type { Rest } from './rest.mts';
import { until } from './until.mts';
import { parseWorkflow, startNodeOf } from './workflow.mts';
import type { CredentialRef, Workflow } from './workflow.mts';

/** A credential as a user fills it in. */
export interface CredentialData {
	name: string;
	type: string;
	data: Record<string, unknown>;
}

/** A stored credential. */
export interface StoredCredential extends CredentialData, CredentialRef {}

/** What the editor shows after a credential test. */
export interface CredentialTest {
	status: string;
	message: string;
}

/** How long to wait; times in milliseconds. */
export interface WaitOptions {
	timeoutMs?: number;
	/** Other statuses to stop at than the final ones, e.g. `waiting`. */
	until?: string[];
}

/** How to run a workflow by hand. */
export interface RunOptions extends WaitOptions {
	/** Name of the trigger to start from. Default: the Manual Trigger or the first trigger. */
	startNode?: string;
}

const credentialList = z.array(z.object({ id: z.string(), name: z.string(), type: z.string() }));
const nodeTypeList = z.array(z.object({ name: z.string() }).passthrough());
const runAnswer = z.object({ executionId: z.union([z.string(), z.number()]).transform(String) });
const testAnswer = z.object({ status: z.string(), message: z.string().default('') });
const versionAnswer = z.object({ versionId: z.string() });

const publication = z.object({
	status: z.string(),
	triggers: z.array(z.object({ errorMessage: z.string().nullish() })),
});

const DEFAULT_WAIT_MS = 120_000;

/** The description of a node type that the editor gets. */
export type NodeType = z.infer<typeof nodeTypeList>[number];

/** n8n's REST interface with its answers checked. */
export class Client {
	/** For requests that have no method of their own here. */
	readonly rest: Rest;

	constructor(rest: Rest) {
		this.rest = rest;
	}

	/** Stores credentials; one of the same name and type is replaced. */
	async importCredentials(list: CredentialData[]): Promise<StoredCredential[]> {
		const known = credentialList.parse(await this.rest.request('GET', '/rest/credentials'));
		const stored: StoredCredential[] = [];
		for (const entry of list) {
			const old = known.find(({ name, type }) => name === entry.name && type === entry.type);
			const answer =
				old === undefined
					? await this.rest.request('POST', '/rest/credentials', entry)
					: await this.rest.request('PATCH', `/rest/credentials/${old.id}`, entry);
			stored.push({ ...entry, id: z.object({ id: z.string() }).parse(answer).id });
		}
		return stored;
	}

	/** Stores workflows, unpublished; one with a known `id` replaces the stored one. */
	async importWorkflows(list: Workflow[]): Promise<(Workflow & { id: string })[]> {
		const stored: (Workflow & { id: string })[] = [];
		for (const workflow of list) {
			const path = `/rest/workflows/${workflow.id ?? ''}`;
			const replace = workflow.id !== undefined && (await this.exists(path));
			const answer = replace
				? await this.rest.request('PATCH', path, workflow)
				: // n8n 1 has no default for `active`.
					await this.rest.request('POST', '/rest/workflows', { active: false, ...workflow });
			stored.push({ ...workflow, id: z.object({ id: z.string() }).parse(answer).id });
		}
		return stored;
	}

	/** Reads a stored workflow. */
	async workflow(workflowId: string): Promise<Workflow> {
		return parseWorkflow(await this.rest.request('GET', `/rest/workflows/${workflowId}`));
	}

	/** Runs a workflow as the editor's button does and waits until it has ended. */
	async run(workflowId: string, options: RunOptions = {}): Promise<Execution> {
		const executionId = await this.startRun(workflowId, options.startNode);
		return await this.waitForEnd(executionId, options);
	}

	/** Starts a run by hand and returns the execution's ID at once. */
	async startRun(workflowId: string, startNode?: string): Promise<string> {
		const workflowData = await this.workflow(workflowId);
		const name = startNode ?? startNodeOf(workflowData);
		// n8n 1 runs what is sent, n8n 2 what it has stored.
		const body = { workflowData, triggerToStartFrom: { name } };
		const answer = await this.rest.request('POST', `/rest/workflows/${workflowId}/run`, body);
		const started = runAnswer.safeParse(answer);
		if (started.success) return started.data.executionId;
		throw new Error(
			`n8n did not start the workflow but waits for a test event on "${name}": ` +
				'send it, then use waitForExecution.',
		);
	}

	/** Waits until an execution has ended (or reached one of `until`) and reads all of it. */
	async waitForEnd(executionId: string, options: WaitOptions = {}): Promise<Execution> {
		const path = `/rest/executions/${executionId}`;
		const { timeoutMs = DEFAULT_WAIT_MS } = options;
		const answer = await until(
			async () => await this.rest.request('GET', path),
			(each) => isOver(parseSummary(each), options),
			{ longestMs: 250, timeoutMs },
		);
		const found = parseSummary(answer);
		if (isOver(found, options)) return parseExecution(answer);
		throw new Error(`Execution ${executionId} is still ${found.status}.`);
	}

	/** Reads a whole execution as it is now. */
	async execution(executionId: string): Promise<Execution> {
		return parseExecution(await this.rest.request('GET', `/rest/executions/${executionId}`));
	}

	/** Executions of a workflow, newest first, 100 at most. */
	async executions(workflowId: string): Promise<ExecutionSummary[]> {
		const filter = encodeURIComponent(JSON.stringify({ workflowId }));
		const path = `/rest/executions?limit=100&filter=${filter}`;
		return parseSummaries(await this.rest.request('GET', path));
	}

	/**
	 * Waits for an execution that something else starts: a webhook, a poll, another workflow.
	 * @param options `after`: ID of an execution; only newer ones count
	 */
	async waitForExecution(
		workflowId: string,
		options: WaitOptions & { after?: string } = {},
	): Promise<Execution> {
		const { after = 0, timeoutMs = DEFAULT_WAIT_MS } = options;
		const found = await until(
			async () =>
				(await this.executions(workflowId)).findLast(
					(each) => Number(each.id) > Number(after) && isOver(each, options),
				),
			(each) => each !== undefined,
			{ timeoutMs },
		);
		if (found !== undefined) return await this.execution(found.id);
		throw new Error(`Workflow ${workflowId} had no execution in time.`);
	}

	/**
	 * Publishes a workflow and returns when its triggers work.
	 * @throws Error with the trigger's own words when one could not be activated
	 */
	async publish(workflowId: string): Promise<void> {
		const path = `/rest/workflows/${workflowId}`;
		const { versionId } = versionAnswer.parse(await this.rest.request('GET', path));
		await this.rest.request('POST', `${path}/activate`, { versionId });
		// On PostgreSQL n8n reads the two halves of it one after the other: between them it looks unpublished.
		const unsettled = ['in_progress', 'not_published'];
		const { status, triggers } = await this.settledPublication(workflowId, unsettled);
		if (status === 'published') return;
		const reasons = triggers.map(({ errorMessage }) => errorMessage ?? '').join(' ');
		throw new Error(`n8n could not publish workflow ${workflowId} (${status}): ${reasons}`);
	}

	/** Takes a workflow back and returns when its triggers have stopped. */
	async unpublish(workflowId: string): Promise<void> {
		await this.rest.request('POST', `/rest/workflows/${workflowId}/deactivate`, {});
		await this.settledPublication(workflowId, ['in_progress']);
	}

	/** Tests a stored credential with the data given, as the editor does after saving. */
	async testCredential(credential: StoredCredential): Promise<CredentialTest> {
		const { id, name, type, data } = credential;
		const body = { credentials: { id, name, type, data } };
		return testAnswer.parse(await this.rest.request('POST', '/rest/credentials/test', body));
	}

	/** One node type as the editor gets it, e.g. `n8n-nodes-outbound.genPage`. */
	async nodeType(name: string, version = 1): Promise<NodeType> {
		const body = { nodeInfos: [{ name, version }] };
		const answer = nodeTypeList.parse(await this.rest.request('POST', '/rest/node-types', body));
		if (answer[0] === undefined) throw new Error(`n8n knows no node type ${name}.`);
		return answer[0];
	}

	/** All node types; n8n writes this list only when started with `ui: true`. */
	async nodeTypes(): Promise<NodeType[]> {
		return nodeTypeList.parse(await this.rest.request('GET', '/types/nodes.json'));
	}

	/** n8n answers a publication before it has happened; this waits until it has. */
	private async settledPublication(
		workflowId: string,
		unsettled: readonly string[],
	): Promise<z.infer<typeof publication>> {
		const path = `/rest/workflows/${workflowId}/publication-status`;
		// n8n 1 has no such path: there the answer comes when it has happened, and is an error if it did not.
		if (!(await this.exists(path))) return { status: 'published', triggers: [] };
		return await until(
			async () => publication.parse(await this.rest.request('GET', path)),
			({ status }) => !unsettled.includes(status),
			{ longestMs: 50, timeoutMs: DEFAULT_WAIT_MS },
		);
	}

	private async exists(path: string): Promise<boolean> {
		try {
			await this.rest.request('GET', path);
			return true;
		} catch (error) {
			if (error instanceof RestError && [403, 404].includes(error.status)) return false;
			throw error;
		}
	}
}

/** Whether an execution has got as far as is waited for. */
function isOver({ status }: { readonly status: string }, options: WaitOptions): boolean {
	return hasEnded(status) || (options.until?.includes(status) ?? false);
}
