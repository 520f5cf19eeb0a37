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
import { z } from 'zod';
import { TestCredentials, type CredentialData } from './credentials.mts';
import { packageCredentials, packageNodes } from './package.mts';

const credentialTypes = packageCredentials();
const types = new Map<string, INodeType>(packageNodes());

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

for (const node of packageNodes().values()) addNodeType(node);

function typeOf(name: string): INodeType {
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

function describeStub(name: string, inputs: NodeConnectionType[]): INodeTypeDescription {
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

types.set('agent', {
	description: describeStub('agent', [NodeConnectionTypes.Main, NodeConnectionTypes.AiTool]),
	async execute() {
		const tools = z
			.array(z.unknown())
			.parse(await this.getInputConnectionData(NodeConnectionTypes.AiTool, 0));
		const tool = tools[0];
		if (!isTool(tool)) throw new Error('The agent got no tool');
		const answer = await tool.invoke(this.getInputData()[0]?.json ?? {});
		return [[{ json: { answer: typeof answer === 'string' ? answer : JSON.stringify(answer) } }]];
	},
});

function isTool(value: unknown): value is { invoke(args: IDataObject): Promise<unknown> } {
	return typeof value === 'object' && value !== null && 'invoke' in value;
}

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

/** A workflow in which an agent calls the node under test with arguments. */
export function agentWorkflowOf(tool: INode, args: IDataObject): Workflow {
	giveItems([args]);
	const connections: IConnections = {
		Items: { main: [[{ node: 'Agent', type: NodeConnectionTypes.Main, index: 0 }]] },
		[tool.name]: { ai_tool: [[{ node: 'Agent', type: NodeConnectionTypes.AiTool, index: 0 }]] },
	};
	return build([nodeOf('Agent', 'agent'), tool], connections);
}

function build(
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
		settings: { timezone },
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
