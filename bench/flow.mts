// The workflows of the benches.
import type { CredentialRef, Workflow, WorkflowNode } from '../host/workflow.mts';
import { packageNodes } from '../test/support/package.mts';

/** The node that is measured. */
export const MEASURED = 'Measured';

const COLUMN_WIDTH = 220;

/** A node; its place follows from the workflow. */
export function node(
	name: string,
	type: string,
	typeVersion: number,
	parameters: Record<string, unknown>,
): WorkflowNode {
	return { name, type, typeVersion, position: [0, 0], parameters };
}

/** A node of the package in its newest version with its credential; the one that is measured. */
export function ourNode(
	type: string,
	credential: CredentialRef,
	parameters: Record<string, unknown>,
): WorkflowNode {
	const description = packageNodes().get(type)?.description;
	const version = Math.max(...[description?.version ?? []].flat());
	const [{ name } = { name: '' }] = description?.credentials ?? [];
	return {
		...node(MEASURED, `n8n-nodes-outbound.${type}`, version, parameters),
		credentials: { [name]: credential },
	};
}

/** The Manual Trigger. */
export function start(): WorkflowNode {
	return node('Start', 'n8n-nodes-base.manualTrigger', 1, {});
}

/** From the Manual Trigger to one item for each line of a CSV file. */
export function itemsFrom(file: string): WorkflowNode[] {
	return [
		start(),
		node('Read', 'n8n-nodes-base.readWriteFile', 1, { fileSelector: file }),
		node('Extract', 'n8n-nodes-base.extractFromFile', 1, { operation: 'csv', options: {} }),
	];
}

/** A workflow of nodes one after another. */
export function chain(name: string, nodes: readonly WorkflowNode[]): Workflow {
	const links = nodes.slice(1).map((to, index) => {
		const from = nodes[index]?.name ?? '';
		return [from, { main: [[{ node: to.name, type: 'main', index: 0 }]] }] as const;
	});
	return {
		name,
		settings: { executionOrder: 'v1' },
		nodes: nodes.map((each, index) => ({ ...each, position: [index * COLUMN_WIDTH, 0] })),
		connections: Object.fromEntries(links),
	};
}

/** A resource locator's value, chosen by ID. */
export function locator(value: string) {
	return { __rl: true, mode: 'id', value };
}
