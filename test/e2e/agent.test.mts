import type { Workflow } from '../../host/workflow.mts';
import { startModel, type Model } from './support/model.mts';
import { TARGET } from './support/pages.mts';
import { openStage, type Stage } from './support/stage.mts';

let stage: Stage;
let model: Model;

beforeAll(async () => {
	stage = await openStage();
	model = await startModel({ email: 'agent@acme.example', first_name: 'Ada' });
});

afterAll(async () => {
	await model.close();
	await stage.stop();
});

const fromAi = (key: string, description: string) => `={{ $fromAI('${key}', '${description}') }}`;

function agentWorkflow(openAi: { id: string; name: string }): Workflow {
	const { id, name } = stage.credentials.genPage;
	return {
		name: 'Agent',
		settings: { executionOrder: 'v1' },
		nodes: [
			{
				name: 'Start',
				type: 'n8n-nodes-base.manualTrigger',
				typeVersion: 1,
				position: [0, 0],
				parameters: {},
			},
			{
				name: 'Agent',
				type: '@n8n/n8n-nodes-langchain.agent',
				typeVersion: 2.2,
				position: [220, 0],
				parameters: { promptType: 'define', text: 'Make a page for Ada of Acme', options: {} },
			},
			{
				name: 'Model',
				type: '@n8n/n8n-nodes-langchain.lmChatOpenAi',
				typeVersion: 1.2,
				position: [220, 220],
				parameters: {
					model: { __rl: true, mode: 'id', value: 'gpt-4.1-mini' },
					options: {},
				},
				credentials: { openAiApi: openAi },
			},
			{
				name: 'Make Page',
				type: 'n8n-nodes-outbound.genPageTool',
				typeVersion: 1,
				position: [440, 220],
				parameters: {
					resource: 'lead',
					operation: 'upsert',
					...TARGET,
					columns: {
						mappingMode: 'defineBelow',
						value: {
							email: fromAi('email', 'The email address of the lead'),
							first_name: fromAi('first_name', 'The first name of the lead'),
						},
						schema: [],
					},
					options: { waitForCompletion: true },
				},
				credentials: { genPageApi: { id, name } },
			},
		],
		connections: {
			Start: { main: [[{ node: 'Agent', type: 'main', index: 0 }]] },
			Model: { ai_languageModel: [[{ node: 'Agent', type: 'ai_languageModel', index: 0 }]] },
			'Make Page': { ai_tool: [[{ node: 'Agent', type: 'ai_tool', index: 0 }]] },
		},
	};
}

test('an agent makes a page with the node as its tool', async () => {
	const [openAi] = await stage.n8n.importCredentials([
		{ name: 'Model', type: 'openAiApi', data: { apiKey: 'none', url: model.url } },
	]);
	if (!openAi) throw new Error('n8n did not store the credential');
	const [stored] = await stage.n8n.importWorkflows([
		agentWorkflow({ id: openAi.id, name: openAi.name }),
	]);

	const execution = await stage.n8n.run(stored?.id ?? '');

	expect(execution.error).toBeUndefined();
	expect(execution.data.Agent?.items[0]?.json.output).toBe('Done');
	expect(JSON.stringify(model.tools())).toContain('The email address of the lead');
	expect(model.toolAnswers().join()).toContain('https://demo-workspace.genpa.ge/');
	const { leads } = (await stage.sandbox.state()).genPage;
	expect(leads.map(({ values }) => values)).toMatchObject([
		{ email: 'agent@acme.example', first_name: 'Ada' },
	]);
});
