// The pictures of the documents: PICTURES=yes npm run test:editor writes them to docs/images.
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { templateWith } from '../../demo/templates.mts';
import { chain, node } from '../e2e/support/chain.mts';
import { openEditor, vendorNode, type Editor } from './support/editor.mts';
import { control, loadForm } from './support/form.mts';
import { gone, seen } from './support/see.mts';

const SIZE = { width: 1280, height: 800 };

const chosen = (value: string, name: string) => ({
	__rl: true,
	mode: 'list',
	value,
	cachedResultName: name,
});
const TARGET = {
	resource: 'lead',
	operation: 'upsert',
	workspaceId: chosen('16', 'Demo Workspace'),
	campaignId: chosen('2', 'Saas Outreach'),
	audienceId: chosen('1', 'Default Audience'),
};
const LEADS = [
	{ email: 'ada@analytical.example', first_name: 'Ada', company: 'Analytical', plan: 'Pro' },
	{ email: 'grace@hopper.example', first_name: 'Grace', company: 'Hopper', plan: 'Free' },
];
const MAPPED = {
	mappingMode: 'defineBelow',
	value: {
		email: '={{ $json.email }}',
		first_name: '={{ $json.first_name }}',
		company_name: '={{ $json.company }}',
	},
	matchingColumns: [],
	schema: [],
};

/** A form worth showing of each vendor, by the name of its picture. */
const FORMS = {
	'form-leadgenius': vendorNode('leadGenius', {
		resource: 'record',
		operation: 'uploadAndWait',
		campaignSlug: 'dashboard-tech-stack',
	}),
	'form-geniziz': vendorNode('geniziz', { resource: 'opportunity', operation: 'create' }),
	'form-growthgenius': vendorNode('growthGenius', { resource: 'message', operation: 'create' }),
	'form-skarbe': vendorNode('skarbe', { resource: 'contact', operation: 'create' }),
};

let editor: Editor;

beforeAll(async () => {
	editor = await openEditor(SIZE);
});

afterAll(async () => {
	await editor.stop();
});

/** Saves what the window shows, once nothing moves any more. */
async function picture(page: Page, name: string): Promise<void> {
	await gone(page.locator('.el-notification, [class*="toast"] [role="alert"]'), 'a message');
	await page.screenshot({ path: join('docs', 'images', `${name}.png`), animations: 'disabled' });
}

/** A workflow that begins with leads, and its ID. */
async function storeLeads(its: ReturnType<typeof vendorNode>): Promise<string> {
	const code = { jsCode: `return ${JSON.stringify(LEADS.map((json) => ({ json })))};` };
	return await editor.store(
		chain('Leads to pages', [
			node('Start', 'n8n-nodes-base.manualTrigger', 0, {}),
			{ ...node('Leads', 'n8n-nodes-base.code', 1, code), typeVersion: 2 },
			{ ...its, position: [440, 0] },
		]),
	);
}

test('the node creator', async () => {
	const { page } = editor;
	const workflowId = await editor.store(templateWith('skarbe-contacts-to-growthgenius'));
	await page.goto(`/workflow/${workflowId}`);
	await page.getByTestId('node-creator-plus-button').click();
	await page.getByTestId('node-creator-search-bar').fill('Geniziz');
	const item = page.getByTestId('node-creator-item-name').getByText('Geniziz', { exact: true });
	await (await seen(item, 'Geniziz among the nodes')).click();
	await seen(page.getByText(/^Actions \(\d+\)$/), 'the actions of Geniziz');
	await picture(page, 'node-creator');
});

test.each(Object.entries(FORMS))('%s', async (name, its) => {
	const { page } = editor;
	const workflowId = await editor.store(chain(name, [its]));
	await loadForm(page, { workflowId, node: its });
	await picture(page, name);
});

test('the mapping of columns, and a run with hints', async () => {
	const { page } = editor;
	const parameters = { ...TARGET, options: { waitForCompletion: true } };
	const automatic = { columns: { mappingMode: 'autoMapInputData', value: null } };
	const its = { ...vendorNode('genPage', { ...parameters, ...automatic }), name: 'Create Pages' };
	const run = await storeLeads(its);
	await loadForm(page, { workflowId: run, node: its });
	await page.getByTestId('node-execute-button').click();
	await seen(page.getByTestId('node-hint').first(), 'a hint above the output');
	await picture(page, 'execution-hints');

	const mapped = { ...its, parameters: { ...its.parameters, columns: MAPPED } };
	const mapping = await storeLeads(mapped);
	const form = await loadForm(page, { workflowId: mapping, node: mapped });
	await seen(control(form, 'company_name'), "the column 'Company Name'");
	await page.getByTestId('execute-previous-node').first().click();
	await seen(page.getByText('ada@analytical.example').first(), 'the leads');
	await control(form, 'company_name').scrollIntoViewIfNeeded();
	await picture(page, 'column-mapping');
});

test('an export of a CRM that is matched by meaning, and its pages', async () => {
	const { page } = editor;
	const rows = [1, 2, 3, 4].map((each) => ({
		...{ 'First Name': 'Ada', 'Last Name': `Abbott ${each}` },
		...{ 'Work Email': `ada@acme-${each}.example`, 'Company Name': `Acme ${each}` },
		...{ 'Website URL': `https://www.acme-${each}.example`, 'Lead Status': 'Open' },
	}));
	const parameters = { ...TARGET, mapping: 'meaning', options: { waitForCompletion: true } };
	const its = { ...vendorNode('genPage', parameters, 1), name: 'Create Pages' };
	const workflow = chain('Export to pages', [
		node('Rows of the CSV', 'n8n-nodes-base.manualTrigger', 0, {}),
		its,
	]);
	// What is listed comes of an input that is there when the form opens.
	const pinData = { 'Rows of the CSV': rows.map((json) => ({ json })) };
	const workflowId = await editor.store({ ...workflow, pinData });
	const form = await loadForm(page, { workflowId, node: its });
	await page.getByTestId('node-execute-button').click();
	await page.getByTestId('output-panel').getByText('Table', { exact: true }).click();
	await seen(page.getByText('genpage_url').first(), 'the addresses of the pages');
	await seen(form.getByText('email ← Work Email'), 'what goes where');
	await control(form, 'waitForCompletion').scrollIntoViewIfNeeded();
	await picture(page, 'matched-by-meaning');
});

test('the dialog of a credential', async () => {
	const { page, credentials } = editor;
	await page.goto(`/home/credentials/${credentials.geniziz.id}`);
	await seen(page.getByText('Connection tested successfully'), 'that the key is good');
	await picture(page, 'credential');
});
