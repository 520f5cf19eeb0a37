// Workflows that are called: so many items in, and what came out of one node back.
import { z } from 'zod';
import type { Workflow, WorkflowNode } from '../../host/workflow.mts';
import { chain, node } from '../e2e/support/chain.mts';

/** An item in or out of a workflow. */
export type Item = Readonly<Record<string, unknown>>;

/** One object where n8n answers at once. */
const answerShape = z.union([z.array(z.record(z.unknown())), z.record(z.unknown())]);

/** How n8n answers: with all that came out, or at once. */
export type Answering = 'lastNode' | 'onReceived';

/** A webhook that takes items, one node, and others behind it. */
export function callableWorkflow(
	name: string,
	answering: Answering,
	nodes: readonly WorkflowNode[],
): Workflow {
	const more = answering === 'lastNode' ? { responseData: 'allEntries' } : {};
	const parameters = { httpMethod: 'POST', path: name, responseMode: answering, ...more };
	const webhook = node('Webhook', 'n8n-nodes-base.webhook', 0, { ...parameters, options: {} });
	const split = { fieldToSplitOut: 'body.items', include: 'noOtherFields', options: {} };
	return chain(name, [
		{ ...webhook, typeVersion: 2, webhookId: `long-${name}` },
		node('Split Out', 'n8n-nodes-base.splitOut', 1, split),
		...nodes,
	]);
}

/**
 * Calls it.
 *
 * @returns what came out, in order; undefined where the execution failed
 */
export async function call(
	url: string,
	name: string,
	items: readonly Item[],
): Promise<Item[] | undefined> {
	const response = await fetch(`${url}/webhook/${name}`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ items }),
	}).catch(() => undefined);
	if (!response?.ok) return undefined;
	const answer = answerShape.safeParse(await response.json().catch(() => undefined));
	return answer.success ? [answer.data].flat() : undefined;
}

/** Whether an item stands for one that went wrong. */
export function isRefused(item: Item | undefined): boolean {
	return item === undefined || 'error' in item;
}
