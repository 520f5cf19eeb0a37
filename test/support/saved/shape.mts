// What is kept of a workflow that a version of the package has saved.
import type { IDataObject, INode, IWorkflowBase } from 'n8n-workflow';
import { recordOf } from '../results.mts';

/** A workflow as n8n exports it: a Manual Trigger with its pinned items and a node, or a trigger alone. */
export type SavedWorkflow = Pick<
	IWorkflowBase,
	'name' | 'nodes' | 'connections' | 'pinData' | 'settings'
>;

/** A request as the sandbox received it. */
export interface Sent {
	readonly method: string;
	readonly path: string;
	readonly query?: unknown;
	readonly body?: unknown;
}

/** What a workflow did in the version that has saved it. */
export interface Run {
	readonly sent: readonly Sent[];
	/** How many items came out, and the names of their fields. */
	readonly items: number;
	readonly fields: readonly string[];
}

/** What stands in front of a node's type in workflows. */
export const PACKAGE = 'n8n-nodes-outbound.';

/** The node of this package in a workflow. */
export function ownNode({ name, nodes }: SavedWorkflow): INode {
	const node = nodes.find(({ type }) => type.startsWith(PACKAGE));
	if (!node) throw new Error(`"${name}" has no node of this package`);
	return { ...node, type: node.type.slice(PACKAGE.length) };
}

/** The items that are pinned to its Manual Trigger. */
export function pinnedItems({ pinData = {} }: SavedWorkflow): IDataObject[] {
	return Object.values(pinData).flatMap((items) => items.map(({ json }) => recordOf(json)));
}
