// A node's webhook() as n8n calls it, for triggers and for executions that wait. After n8n's
// WebhookService and webhook-helpers (2.40).
import { WebhookContext } from 'n8n-core';
import { NodeHelpers, type Workflow } from 'n8n-workflow';
import type {
	INode,
	INodeType,
	IRunExecutionData,
	IWebhookData,
	IWebhookResponseData,
	IWorkflowExecuteAdditionalData,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import type { Incoming, Outgoing, Reply } from './listener.mts';
import { nodeTypes } from './workflow.mts';

/** A node in its workflow, loaded anew as for every call. */
export interface Loaded {
	readonly workflow: Workflow;
	readonly node: INode;
	readonly data: IWorkflowExecuteAdditionalData;
	/** The node's class, where a process of its own has loaded it. */
	readonly type?: INodeType;
}

/** The webhooks that the node's description names, with their paths. */
export function webhooksOf({ workflow, node, data }: Loaded, isTest = false): IWebhookData[] {
	const { webhooks = [] } = nodeTypes.getByNameAndVersion(node.type).description;
	const resolve = (value: string | boolean | undefined) =>
		workflow.expression.getSimpleParameterValue(node, value, 'internal', {});
	return webhooks.map((webhookDescription) => {
		const { name, path, isFullPath, restartWebhook } = webhookDescription;
		if (name === 'setup') throw new Error('Tests know default webhooks only');
		return {
			httpMethod: 'POST',
			node: node.name,
			path: NodeHelpers.getNodeWebhookPath(
				workflow.id,
				node,
				trimmed(String(resolve(path))),
				resolve(isFullPath) === true,
				restartWebhook,
			),
			webhookDescription,
			workflowId: workflow.id,
			workflowExecuteAdditionalData: data,
			isTest,
		};
	});
}

/** A path without a slash at its ends. */
function trimmed(path: string): string {
	return path.trim().replace(/^\/|\/$/g, '');
}

/**
 * Calls a node's webhook().
 *
 * @param waiting the execution that waits, and what gets the node's warnings; none for a trigger
 */
export async function callWebhook(
	{ workflow, node, data, type = nodeTypes.getByNameAndVersion(node.type) }: Loaded,
	webhook: IWebhookData,
	mode: WorkflowExecuteMode,
	[httpRequest, httpResponse]: readonly [Incoming, Outgoing],
	waiting?: { readonly runData: IRunExecutionData; readonly warnings: string[] },
): Promise<IWebhookResponseData> {
	const called = { ...data, httpRequest, httpResponse };
	const context = new WebhookContext(
		workflow,
		node,
		called,
		mode,
		webhook,
		[],
		waiting?.runData ?? null,
	);
	context.logger.warn = (message) => {
		waiting?.warnings.push(message);
	};
	const answer = await type.webhook?.call(context);
	if (!answer) throw new Error(`${node.type} has no webhook()`);
	return answer;
}

/** What n8n answers for it, in the response mode 'onReceived'. */
export function replyTo({
	noWebhookResponse,
	webhookResponse,
	workflowData,
}: IWebhookResponseData): Reply {
	if (noWebhookResponse === true) return undefined;
	const message = workflowData ? 'Workflow was started' : 'Webhook call received';
	return { status: 200, body: webhookResponse === undefined ? { message } : webhookResponse };
}

/** What n8n answers when webhook() throws: no word of the error goes out. */
export const FAILED: Reply = {
	status: 500,
	body: { code: 0, message: 'Workflow Webhook Error: Workflow could not be started!' },
};
