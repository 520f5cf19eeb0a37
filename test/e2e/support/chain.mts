// Workflows whose nodes stand one after another.
import type { Workflow, WorkflowNode } from '../../../host/workflow.mts';

/** A node of the workflow, placed by its position in it. */
export function node(name: string, type: string, place: number, parameters: object): WorkflowNode {
	const position: [number, number] = [place * 220, 0];
	return { name, type, typeVersion: 1, position, parameters: { ...parameters } };
}

/** Nodes one after another. */
export function chain(name: string, nodes: readonly WorkflowNode[]): Workflow {
	const connections = Object.fromEntries(
		nodes.slice(0, -1).map((each, place) => {
			const next = { node: nodes[place + 1]?.name, type: 'main', index: 0 };
			return [each.name, { main: [[next]] }];
		}),
	);
	return { name, nodes: [...nodes], connections, settings: { executionOrder: 'v1' } };
}
