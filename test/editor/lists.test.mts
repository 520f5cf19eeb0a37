// What the form loads from the vendor: pickers, and the columns of a mapping.
import { chain } from '../e2e/support/chain.mts';
import { openEditor, vendorNode, type Editor } from './support/editor.mts';
import { control, findInPicker, loadForm, openPicker } from './support/form.mts';
import { seen } from './support/see.mts';

const WORKSPACE = { __rl: true, mode: 'list', value: '16', cachedResultName: 'Demo Workspace' };
const UPSERT = { resource: 'lead', operation: 'upsert', workspaceId: WORKSPACE };
const MAPPED = {
	mappingMode: 'defineBelow',
	value: { email: '={{ $json.email }}', favourite_colour: '={{ $json.colour }}' },
	matchingColumns: [],
	schema: [],
};

const VARIABLES = '/api/external/v1/workspaces/get-variable-list';

const nodes = {
	lead: vendorNode('geniziz', { resource: 'lead', operation: 'get' }, 0),
	campaign: vendorNode('genPage', UPSERT, 1),
	token: vendorNode('genPage', { ...UPSERT, resource: 'apiToken', operation: 'delete' }, 2),
	user: vendorNode('growthGenius', { resource: 'contact', operation: 'create' }, 3),
	status: vendorNode('skarbe', { resource: 'contact', operation: 'create' }, 4),
	mapping: vendorNode('genPage', { ...UPSERT, columns: MAPPED }, 5),
	kept: vendorNode('genPage', { ...UPSERT, columns: MAPPED }, 7),
	records: vendorNode(
		'leadGenius',
		{
			resource: 'record',
			operation: 'uploadToCampaign',
			campaignSlug: 'dashboard-tech-stack',
			columns: MAPPED,
		},
		6,
	),
};

let editor: Editor;
let workflowId: string;

beforeAll(async () => {
	editor = await openEditor();
	const workflow = chain('Lists', Object.values(nodes));
	workflowId = await editor.store({ ...workflow, connections: {} });
	await loadForm(editor.page, { workflowId, node: nodes.lead });
});

beforeEach(async () => {
	await editor.sandbox.reset();
});

/** Anew: n8n's editor asks for the columns of a node in the name of the one whose form was open before. */
const openFormOf = async (name: keyof typeof nodes) =>
	await loadForm(editor.page, { workflowId, node: nodes[name] });

afterAll(async () => {
	await editor.stop();
});

test('among 6,000 leads the 5,500th is found by its name', async () => {
	const { geniziz } = editor.sandbox;
	await geniziz.make('leads', [{ name: 'Nils Holgersson AB' }]);
	// Newer ones stand before it.
	await geniziz.makeLeads({ count: 5500 });
	const form = await openFormOf('lead');
	await openPicker(form, 'leadId');
	await (await findInPicker(editor.page, 'Nils Holgersson AB')).click();
	const picked = form.getByTestId('resource-locator-leadId').getByTestId('rlc-input');
	expect(await picked.inputValue()).toBe('Nils Holgersson AB');
	expect(editor.troubles.take()).toEqual([]);
});

test.each([
	['campaign', 'campaignId', 'Select a campaign…', 'Saas Outreach'],
	['campaign', 'audienceId', 'Select an audience…', 'Decision Makers'],
	['campaign', 'workspaceId', 'Select a workspace…', 'Second Workspace'],
	['token', 'tokenId', 'Select an API token…', 'n8n'],
	['user', 'userId', 'Select a user…', ''],
	['status', 'leadStatus', 'Select a lead status…', ''],
] as const)(
	'in %s, %s says what is to be chosen and lists it',
	async (node, name, empty, words) => {
		const { sandbox, page } = editor;
		await fetch(`${sandbox.url}/api/external/v1/generate-api-token`, {
			method: 'POST',
			headers: { authorization: `Bearer ${sandbox.token}`, 'content-type': 'application/json' },
			body: JSON.stringify({ name: 'n8n', workspace_id: 16 }),
		});
		const form = await openFormOf(node);
		const input = form.getByTestId(`resource-locator-${name}`).getByTestId('rlc-input');
		expect(await input.getAttribute('placeholder')).toBe(empty);
		const entries = await openPicker(form, name);
		await seen(entries.filter({ hasText: words }).first(), `'${words}' in the list of ${name}`);
		await page.keyboard.press('Escape');
		expect(editor.troubles.take()).toEqual([]);
	},
);

test.each([
	['mapping', 'email', 'logo_color'],
	['records', 'org_company_name', 'contact_email'],
] as const)('the columns of %s are loaded', async (node, ...columns) => {
	const form = await openFormOf(node);
	for (const column of columns) {
		await seen(control(form, column), `the column '${column}'`);
	}
	expect(editor.troubles.take()).toEqual([]);
});

test('a mapping outlives a lookup that failed', async () => {
	const { n8n, sandbox, page } = editor;
	await send({ favourite_colour: 'red' });
	const form = await openFormOf('kept');
	await seen(control(form, 'favourite_colour'), "the workspace's own column");

	await sandbox.fault({ kind: 'status', status: 403, path: VARIABLES, times: 100 });
	const again = await openFormOf('kept');
	await seen(again.getByText('No columns found').first(), 'that there are no columns now');
	// Something else is changed, and so the workflow saved.
	const saved = page.waitForResponse(
		(response) => response.request().method() === 'PATCH' && response.url().includes(workflowId),
	);
	await control(again, 'from').locator('input').fill('newsletter');
	await page.getByTestId('ndv-close-button').click();
	expect((await saved).status()).toBe(200);

	const { nodes: stored } = await n8n.workflow(workflowId);
	const parameters = stored.find(({ id }) => id === nodes.kept.id)?.parameters;
	expect(parameters).toMatchObject({ from: 'newsletter', columns: { value: MAPPED.value } });
});

/** Sends a lead with a column of its own, which becomes a variable of the workspace. */
async function send(values: object): Promise<void> {
	const { url, token } = editor.sandbox;
	const response = await fetch(`${url}/api/external/v1/leads/upsert-leads`, {
		method: 'POST',
		headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
		body: JSON.stringify({
			from: 'test',
			campaign_id: 1,
			audience_id: 1,
			leads: [{ values: { email: 'ada@x.example', ...values } }],
		}),
	});
	if (!response.ok) throw new Error(await response.text());
}
