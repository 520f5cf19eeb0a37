import type { CredentialRef, Workflow } from '../../../host/workflow.mts';
import type { Agent } from '../../support/agent.mts';
import { node } from './chain.mts';

/** The node that an agent has as its tool. */
interface ToolNode {
	readonly name: string;
	/** Its Tool type, such as 'n8n-nodes-outbound.genPageTool'. */
	readonly type: string;
	readonly parameters: Record<string, unknown>;
	readonly credentials: Record<string, CredentialRef>;
}

/** A workflow in which n8n's AI Agent, of a version, asks a chat model and has one tool. */
export function agentWorkflow(agent: Agent, openAiApi: CredentialRef, tool: ToolNode): Workflow {
	return {
		id: 'agent',
		name: 'Agent',
		settings: { executionOrder: 'v1' },
		nodes: [
			node('Start', 'n8n-nodes-base.manualTrigger', 0, {}),
			{
				name: 'Agent',
				type: '@n8n/n8n-nodes-langchain.agent',
				typeVersion: agent,
				position: [220, 0],
				parameters: { promptType: 'define', text: 'Use your tool', options: {} },
			},
			{
				name: 'Model',
				type: '@n8n/n8n-nodes-langchain.lmChatOpenAi',
				typeVersion: 1.2,
				position: [220, 220],
				parameters: { model: { __rl: true, mode: 'id', value: 'gpt-4.1-mini' }, options: {} },
				credentials: { openAiApi },
			},
			{ ...tool, typeVersion: 1, position: [440, 220] },
		],
		connections: {
			Start: { main: [[{ node: 'Agent', type: 'main', index: 0 }]] },
			Model: { ai_languageModel: [[{ node: 'Agent', type: 'ai_languageModel', index: 0 }]] },
			[tool.name]: { ai_tool: [[{ node: 'Agent', type: 'ai_tool', index: 0 }]] },
		},
	};
}

/** The credential of the stub model at an address. */
export function modelCredential(url: string) {
	return { name: 'Model', type: 'openAiApi', data: { apiKey: 'none', url } };
}
