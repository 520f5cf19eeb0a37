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
		return [from, { main: [linkTo(to)] }] as const;
	});
	return {
		name,
		settings: { executionOrder: 'v1' },
		nodes: nodes.map((each, index) => ({ ...each, position: [index * COLUMN_WIDTH, 0] })),
		connections: Object.fromEntries(links),
	};
}

/** A workflow whose items go through a Loop Over Items node with some nodes in it. */
export function looped(
	name: string,
	before: readonly WorkflowNode[],
	loop: WorkflowNode,
	body: readonly WorkflowNode[],
): Workflow {
	const nodes = [...before, loop, ...body];
	const workflow = chain(name, nodes);
	const connections = {
		...workflow.connections,
		// The first output has what is done, the second the next batch.
		[loop.name]: { main: [[], ...body.slice(0, 1).map(linkTo)] },
		...Object.fromEntries(body.slice(-1).map((last) => [last.name, { main: [linkTo(loop)] }])),
	};
	return { ...workflow, connections };
}

function linkTo({ name }: WorkflowNode) {
	return [{ node: name, type: 'main', index: 0 }];
}

/** A resource locator's value, chosen by ID. */
export function locator(value: string) {
	return { __rl: true, mode: 'id', value };
}

/** The parameters of HTTP Request that send headers. */
export function headerParameters(headers: Readonly<Record<string, string>>) {
	const parameters = Object.entries(headers).map(([name, value]) => ({ name, value }));
	return { sendHeaders: true, headerParameters: { parameters } };
}

/** Leads into GenPage, their columns as they come. */
export const LEAD_UPSERT = {
	resource: 'lead',
	operation: 'upsert',
	workspaceId: locator('16'),
	campaignId: locator('1'),
	audienceId: locator('1'),
	columns: { mappingMode: 'autoMapInputData', value: null },
};
