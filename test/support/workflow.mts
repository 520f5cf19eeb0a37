import { ExecutionLifecycleHooks, ExternalSecretsProxy } from 'n8n-core';
import { Workflow, NodeConnectionTypes } from 'n8n-workflow';
import type {
	ICredentialType,
	IConnections,
	IDataObject,
	INode,
	INodeType,
	INodeTypeDescription,
	INodeTypes,
	IWorkflowExecuteAdditionalData,
	NodeConnectionType,
} from 'n8n-workflow';
import { TestCredentials, type CredentialData } from './credentials.mts';
import { packageCredentials, packageNode } from './package.mts';

const credentialTypes = packageCredentials();
const types = new Map<string, INodeType>();

/** Makes a node known to test workflows, also as a tool, the way n8n derives tools from nodes. */
export function addNodeType(node: INodeType): void {
	const { description } = node;
	types.set(description.name, node);
	types.set(`${description.name}Tool`, {
		async execute(response) {
			return (await node.execute?.call(this, response)) ?? [];
		},
		description: {
			...description,
			name: `${description.name}Tool`,
			inputs: [],
			outputs: [NodeConnectionTypes.AiTool],
		},
	});
}

/** Makes a credential class known to test workflows. */
export function addCredentialType(type: ICredentialType): void {
	credentialTypes.set(type.name, type);
}

/** The package's nodes are loaded when they are asked for: a test file needs one or two of ten. */
function typeOf(name: string): INodeType {
	const node = types.has(name) ? undefined : packageNode(name.replace(/Tool$/, ''));
	if (node) addNodeType(node);
	const type = types.get(name);
	if (!type) throw new Error(`No node type ${name}`);
	return type;
}

/** The node types that test workflows know. */
export const nodeTypes: INodeTypes = {
	getByName: typeOf,
	getByNameAndVersion: typeOf,
	getKnownTypes: () => ({}),
};

/** The description of a node that stands beside the node under test. */
export function describeStub(name: string, inputs: NodeConnectionType[]): INodeTypeDescription {
	return {
		displayName: name,
		name,
		group: ['transform'],
		version: 1,
		description: 'Stands in the test workflow beside the node under test',
		defaults: { name },
		inputs,
		outputs: [NodeConnectionTypes.Main],
		properties: [],
	};
}

let given: readonly IDataObject[] = [];

/** Sets what the Items node gives out next. */
export function giveItems(items: readonly IDataObject[]): void {
	given = items;
}

types.set('items', {
	description: describeStub('items', []),
	execute: () => Promise.resolve([given.map((json) => ({ json }))]),
});

/** A node of a test workflow. */
export function nodeOf(name: string, type: string, rest: Partial<INode> = {}): INode {
	return { id: name, name, type, typeVersion: 1, position: [0, 0], parameters: {}, ...rest };
}

/**
 * A workflow in which the Items node feeds the node under test.
 *
 * @param staticData what n8n's database keeps for the workflow; the workflow changes it
 * @param timezone the workflow's time zone; UTC by default
 * @param id the workflow's ID; one and the same by default
 */
export function workflowOf(
	tested: INode,
	staticData: IDataObject = {},
	timezone?: string,
	id?: string,
): Workflow {
	const connections = {
		Items: { main: [[{ node: tested.name, type: NodeConnectionTypes.Main, index: 0 }]] },
	};
	return build([tested], connections, staticData, timezone, id);
}

/** A workflow of the Items node and others. */
export function build(
	nodes: INode[],
	connections: IConnections,
	staticData?: IDataObject,
	timezone = 'UTC',
	id = 'test',
): Workflow {
	return new Workflow({
		id,
		nodes: [nodeOf('Items', 'items'), ...nodes],
		connections,
		active: false,
		nodeTypes,
		staticData,
		settings: { timezone, executionOrder: 'v1' },
	});
}

const URL = 'http://127.0.0.1:1/';

/** What n8n gives every node beside its workflow. */
export function additionalDataOf(credentials: CredentialData): IWorkflowExecuteAdditionalData {
	const now = new Date();
	const unused = () => Promise.reject(new Error('Tests do not need this'));
	return {
		credentialsHelper: new TestCredentials(credentialTypes, credentials),
		executeWorkflow: unused,
		getRunExecutionData: unused,
		getRuntimeCredential: unused,
		startRunnerTask: unused,
		logAiEvent: () => undefined,
		currentNodeExecutionIndex: 0,
		executionId: '1',
		externalSecretsProxy: new ExternalSecretsProxy(),
		restApiUrl: URL,
		instanceBaseUrl: URL,
		formBaseUrl: URL,
		formWaitingBaseUrl: URL,
		formTestBaseUrl: URL,
		webhookBaseUrl: URL,
		webhookWaitingBaseUrl: URL,
		webhookTestBaseUrl: URL,
		mcpBaseUrl: URL,
		mcpTestBaseUrl: URL,
		variables: {},
		hooks: new ExecutionLifecycleHooks('manual', '1', {
			id: 'test',
			name: 'test',
			active: false,
			isArchived: false,
			createdAt: now,
			updatedAt: now,
			nodes: [],
			connections: {},
			activeVersionId: null,
		}),
	};
}
