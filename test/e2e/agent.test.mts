import { agentWorkflow, modelCredential } from './support/agent.mts';
import { AGENTS_OF_HOST } from './support/host.mts';
import { startModel, type Model } from './support/model.mts';
import { TARGET } from './support/pages.mts';
import { openStage, type Stage } from './support/stage.mts';

let stage: Stage;
let model: Model;

beforeAll(async () => {
	stage = await openStage();
	model = await startModel();
});

afterAll(async () => {
	await model.close();
	await stage.stop();
});

const fromAi = (key: string, description: string) => `={{ $fromAI('${key}', '${description}') }}`;

test.each(AGENTS_OF_HOST)('agent %d makes a page with the node as its tool', async (agent) => {
	await stage.sandbox.reset();
	model.give({ email: 'agent@acme.example', first_name: 'Ada' });
	const [openAi] = await stage.n8n.importCredentials([modelCredential(model.url)]);
	if (!openAi) throw new Error('n8n did not store the credential');
	const { id, name } = stage.credentials.genPage;
	const tool = {
		name: 'Make Page',
		type: 'n8n-nodes-outbound.genPageTool',
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
	};
	const [stored] = await stage.n8n.importWorkflows([agentWorkflow(agent, openAi, tool)]);

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
