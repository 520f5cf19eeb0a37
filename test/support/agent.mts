// An AI agent that calls a node as its tool, in the two ways of n8n's own: version 2 invokes the tool
// itself, version 3 asks the engine to run it as if it were an ordinary node.
import { WorkflowExecute } from 'n8n-core';
import { jsonParse, NodeConnectionTypes } from 'n8n-workflow';
import type {
	EngineRequest,
	EngineResponse,
	IConnections,
	IDataObject,
	IExecuteFunctions,
	Workflow,
} from 'n8n-workflow';
import { testedNode, TESTED, type NodeRun } from './engine.mts';
import { recordOf } from './results.mts';
import {
	additionalDataOf,
	addNodeType,
	build,
	describeStub,
	giveItems,
	nodeOf,
} from './workflow.mts';

/** The versions of n8n's AI Agent that run tools in different ways. */
export const AGENTS = [2.2, 3.1] as const;

/** A version of n8n's AI Agent; 3 is what n8n 1.123 has for 3.1. */
export type Agent = (typeof AGENTS)[number] | 3;

/**
 * Calls a node as a tool, with arguments that $fromAI() reads.
 *
 * @param calls the arguments of each call; all of them belong to one turn of the agent
 * @returns what the model gets to read, for each call
 * @throws what the tool threw: a model gets nothing of it under 2.2, and no advice under 3.1
 */
export async function readByModel(
	run: Omit<NodeRun, 'items'>,
	calls: readonly IDataObject[],
	agent: Agent,
): Promise<string[]> {
	giveItems([{ chatInput: 'Hello', calls: [...calls] }]);
	const workflow = agentWorkflowOf(run, agent);
	const engine = new WorkflowExecute(additionalDataOf(run.credentials), 'manual');
	const startNode = workflow.getNode('Items') ?? undefined;
	const { data } = await engine.run({ workflow, startNode });
	const { error, runData } = data.resultData;
	const thrown = error ?? runData[TESTED]?.find((each) => each.error)?.error;
	if (thrown) throw thrown;
	const last = runData.Agent?.at(-1)?.data?.main?.[0] ?? [];
	return last.map(({ json: { text } }) => (typeof text === 'string' ? text : ''));
}

/** One call of a tool. @returns the records that the model gets to read */
export async function callTool(
	run: Omit<NodeRun, 'items'>,
	args: IDataObject,
	agent: Agent,
): Promise<IDataObject[]> {
	const [text = ''] = await readByModel(run, [args], agent);
	return jsonParse<IDataObject[]>(text);
}

function agentWorkflowOf(run: Omit<NodeRun, 'items'>, agent: Agent): Workflow {
	const tool = { ...testedNode(run), type: `${run.type}Tool` };
	const connections: IConnections = {
		Items: { main: [[{ node: 'Agent', type: NodeConnectionTypes.Main, index: 0 }]] },
		[tool.name]: { ai_tool: [[{ node: 'Agent', type: NodeConnectionTypes.AiTool, index: 0 }]] },
	};
	return build([nodeOf('Agent', 'agent', { typeVersion: agent }), tool], connections);
}

addNodeType({
	description: describeStub('agent', [NodeConnectionTypes.Main, NodeConnectionTypes.AiTool]),
	async execute(response) {
		const given = this.getInputData()[0]?.json.calls;
		const calls = Array.isArray(given) ? given.map(recordOf) : [];
		if (this.getNode().typeVersion < 3) return textItems(await invoked(this, calls));
		return response?.actionResponses.length ? textItems(observed(response)) : requestOf(calls);
	},
});

const textItems = (texts: readonly string[]) => [texts.map((text) => ({ json: { text } }))];

async function invoked(
	context: IExecuteFunctions,
	calls: readonly IDataObject[],
): Promise<string[]> {
	const tools: unknown = await context.getInputConnectionData(NodeConnectionTypes.AiTool, 0);
	const tool: unknown = Array.isArray(tools) ? tools[0] : undefined;
	if (!isTool(tool)) throw new Error('The agent got no tool');
	const texts: string[] = [];
	for (const call of calls) texts.push(String(await tool.invoke(call)));
	return texts;
}

function isTool(value: unknown): value is { invoke(args: IDataObject): Promise<unknown> } {
	return typeof value === 'object' && value !== null && 'invoke' in value;
}

function requestOf(calls: readonly IDataObject[]): EngineRequest {
	const actions = calls.map((input, at) => ({
		actionType: 'ExecutionNodeAction' as const,
		nodeName: TESTED,
		input,
		type: NodeConnectionTypes.AiTool,
		id: `call_${at}`,
		metadata: { itemIndex: 0 },
	}));
	return { actions, metadata: {} };
}

/** As n8n's agent makes texts of what came back: an empty one of an empty list. */
function observed({ actionResponses }: EngineResponse): string[] {
	return actionResponses.map(({ data }) => {
		const records = data.data?.ai_tool?.[0]?.map(({ json }) => json) ?? [];
		return JSON.stringify(records.length > 0 ? records : '');
	});
}
