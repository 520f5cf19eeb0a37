// What n8n keeps of a node's form, and what it says is wrong in it.
import { NodeHelpers } from 'n8n-workflow';
import type {
	INode,
	INodeIssues,
	INodeParameters,
	INodeProperties,
	INodeTypeDescription,
} from 'n8n-workflow';
import { nodeTypes } from '../workflow.mts';

/** The field that n8n itself gives to every trigger that polls. */
const POLL_TIMES: INodeProperties = {
	displayName: 'Poll Times',
	name: 'pollTimes',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	default: { item: [{ mode: 'everyMinute' }] },
	options: NodeHelpers.cronNodeOptions,
};

/** The description of a node's type, of the version that it has. */
export function descriptionOf({ type, typeVersion }: INode): INodeTypeDescription {
	return nodeTypes.getByNameAndVersion(type, typeVersion).description;
}

function propertiesOf({ polling, properties }: INodeTypeDescription): INodeProperties[] {
	return polling === true ? [POLL_TIMES, ...properties] : properties;
}

/** The parameters that n8n stores: none that is hidden, that it does not know, or that is as it was preset. */
export function storedParameters(node: INode): INodeParameters {
	const description = descriptionOf(node);
	const properties = propertiesOf(description);
	return (
		NodeHelpers.getNodeParameters(properties, node.parameters, false, false, node, description) ??
		{}
	);
}

/** What the editor shows in red, and for which n8n refuses to run the workflow; null for nothing. */
export function issuesOf(node: INode): INodeIssues | null {
	const description = descriptionOf(node);
	return NodeHelpers.getNodeParametersIssues(propertiesOf(description), node, description);
}
