import { withCredentials } from '../../demo/credentials.mts';
import { templateWith } from '../../demo/templates.mts';
import { nodeNamed, withCredential } from '../../host/workflow.mts';
import { agentWorkflow, modelCredential } from './support/agent.mts';
import { AGENTS_OF_HOST } from './support/host.mts';
import { startModel, type Model } from './support/model.mts';
import { TARGET } from './support/pages.mts';
import { useStage } from './support/stage.mts';

const stage = useStage();
let model: Model;

beforeAll(async () => {
	model = await startModel();
});

afterAll(async () => {
	await model.close();
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

test('the template: an agent finds a lead, has it enriched and answers with its page', async () => {
	const { n8n, sandbox, credentials } = stage;
	await sandbox.reset();
	await sandbox.skarbe.contacts.make({
		values: { email: null, firstName: 'Ada', lastName: 'Abbott', companyName: 'Acme' },
	});
	const [openAi] = await n8n.importCredentials([modelCredential(model.url)]);
	if (!openAi) throw new Error('n8n did not store the credential');
	const workflow = withCredential(
		templateWith('agent-researches-and-makes-page', {
			'When Chat Message Received': { public: true },
			'Make Page': TARGET,
		}),
		'@n8n/n8n-nodes-langchain.lmChatOpenAi',
		'openAiApi',
		openAi,
	);
	const [stored] = await n8n.importWorkflows([withCredentials(workflow, credentials)]);
	await n8n.publish(stored?.id ?? '');
	const known = { contact_first_name: '', contact_last_name: 'Abbott', org_company_name: 'Acme' };
	const lead = { linkedin_profile_url: '', first_name: 'Ada', last_name: 'Abbott' };
	model.plan([
		{ tool: 'Find in Skarbe', args: { search: 'Abbott' } },
		{
			tool: 'Enrich with LeadGenius',
			args: { ...known, contact_email: '', org_website: 'acme.example' },
		},
		{
			tool: 'Make Page',
			args: {
				...lead,
				...{ email: 'abbott@acme.example', company_name: 'Acme', company_domain: '' },
			},
		},
	]);

	const { webhookId } = nodeNamed(workflow, 'When Chat Message Received');
	const answer = await fetch(`${n8n.url}/webhook/${String(webhookId)}/chat`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ action: 'sendMessage', sessionId: 'a', chatInput: 'A page for Ada' }),
	});

	const [page] = (await sandbox.state()).genPage.leads;
	expect(page?.values).toMatchObject({
		...{ email: 'abbott@acme.example', first_name: 'Ada', last_name: 'Abbott' },
		company_name: 'Acme',
	});
	expect(await answer.text()).toContain(page?.genpage_url);
	const [found, enriched] = model.toolAnswers();
	expect(found).toContain('"lastName":"Abbott"');
	expect(enriched).toContain('abbott@acme.example');
	const [request] = (await sandbox.state()).leadGenius.rapid;
	expect(request?.data).toEqual({
		...{ contact_last_name: 'Abbott', org_company_name: 'Acme', org_website: 'acme.example' },
	});
	await n8n.unpublish(stored?.id ?? '');
});
