// Workflow files as n8n's editor exports them, and the changes that a caller makes before importing.
import { readFileSync } from 'node:fs';
import { z } from 'zod';

const nodeSchema = z
	.object({
		id: z.string().optional(),
		name: z.string(),
		type: z.string(),
		typeVersion: z.number(),
		position: z.tuple([z.number(), z.number()]),
		parameters: z.record(z.string(), z.unknown()),
		credentials: z.record(z.string(), z.object({ id: z.string(), name: z.string() })).optional(),
	})
	.passthrough();

const workflowSchema = z
	.object({
		id: z.string().optional(),
		name: z.string(),
		nodes: z.array(nodeSchema),
		connections: z.record(z.string(), z.unknown()),
		settings: z.record(z.string(), z.unknown()).optional(),
	})
	.passthrough();

/** A node of a workflow. Further keys, such as onError or retryOnFail, are kept. */
export type WorkflowNode = z.infer<typeof nodeSchema>;

/** A workflow as it is exported; with an `id` an import replaces the one of that ID. */
export type Workflow = z.infer<typeof workflowSchema>;

/** How a workflow names a stored credential. */
export interface CredentialRef {
	id: string;
	name: string;
}

/** Reads a workflow file, such as one of workflows/. */
export function readWorkflow(file: string): Workflow {
	return workflowSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
}

/** Finds a node by its name. */
export function nodeNamed(workflow: Workflow, name: string): WorkflowNode {
	const node = workflow.nodes.find((candidate) => candidate.name === name);
	if (node === undefined) throw new Error(`"${workflow.name}" has no node named "${name}".`);
	return node;
}

/**
 * Returns a copy in which every node whose type begins with `typePrefix` uses the credential.
 * @param type the credential's type, e.g. `genPageApi`
 */
export function withCredential(
	workflow: Workflow,
	typePrefix: string,
	type: string,
	credential: CredentialRef,
): Workflow {
	const nodes = workflow.nodes.map((node) =>
		node.type.startsWith(typePrefix)
			? { ...node, credentials: { ...node.credentials, [type]: credential } }
			: node,
	);
	return { ...workflow, nodes };
}

/** Returns a copy in which one node has other values for some of its parameters. */
export function withParameters(
	workflow: Workflow,
	nodeName: string,
	parameters: Record<string, unknown>,
): Workflow {
	nodeNamed(workflow, nodeName);
	const nodes = workflow.nodes.map((node) =>
		node.name === nodeName ? { ...node, parameters: { ...node.parameters, ...parameters } } : node,
	);
	return { ...workflow, nodes };
}

/**
 * The node that a manual run starts from: the Manual Trigger, or else the first trigger.
 * @throws Error when the workflow has no trigger
 */
export function startNodeOf(workflow: Workflow): string {
	const manual = workflow.nodes.find(({ type }) => type === 'n8n-nodes-base.manualTrigger');
	const start = manual ?? workflow.nodes.find(({ type }) => /trigger$|webhook$/i.test(type));
	if (start === undefined) throw new Error(`"${workflow.name}" has no trigger to start from.`);
	return start.name;
}

/** Checks that an answer of n8n is a workflow. */
export function parseWorkflow(answer: unknown): Workflow {
	return workflowSchema.parse(answer);
}
