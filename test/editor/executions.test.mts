// What the editor shows of a run: items, hints, errors with their advice, and what triggers fetch.
import { chain, node } from '../e2e/support/chain.mts';
import { uploadAccounts } from '../e2e/support/leadGenius.mts';
import { startJob } from '../e2e/support/pages.mts';
import { TRIGGERS } from '../e2e/support/poll.mts';
import { byId } from '../support/results.mts';
import { openEditor, vendorNode, type Editor } from './support/editor.mts';
import { loadForm, openForm, outputOf } from './support/form.mts';
import { seen } from './support/see.mts';

const LEADS = [
	{ email: 'ada@x.example', favourite_colour: 'red' },
	{ email: 'bob@x.example', favourite_colour: 'blue' },
];

const upsert = vendorNode('genPage', {
	resource: 'lead',
	operation: 'upsert',
	workspaceId: byId('16'),
	campaignId: byId('1'),
	audienceId: byId('1'),
	columns: { mappingMode: 'autoMapInputData', value: null },
	options: { waitForCompletion: true },
});
const missing = vendorNode('geniziz', {
	resource: 'lead',
	operation: 'get',
	leadId: byId('lead_none'),
});
const called = vendorNode('leadGeniusTrigger', { campaignSlug: 'quick' });
const POLL_TIMES = { item: [{ mode: 'everyMinute' }] };

let editor: Editor;

beforeAll(async () => {
	editor = await openEditor();
});

beforeEach(async () => {
	await editor.sandbox.reset();
});

afterAll(async () => {
	await editor.stop();
});

/** Stores a workflow that begins by hand, with a vendor's node behind it. */
async function storeRun(its: ReturnType<typeof vendorNode>, items: object[]): Promise<string> {
	const code = { jsCode: `return ${JSON.stringify(items.map((json) => ({ json })))};` };
	return await editor.store(
		chain('Run', [
			node('Start', 'n8n-nodes-base.manualTrigger', 0, {}),
			{ ...node('Items', 'n8n-nodes-base.code', 1, code), typeVersion: 2 },
			its,
		]),
	);
}

test('items, and hints above them', async () => {
	const { page, troubles } = editor;
	const workflowId = await storeRun(upsert, LEADS);
	await page.goto(`/workflow/${workflowId}`);
	await page.getByTestId('execute-workflow-button').first().click();
	await seen(page.getByTestId('canvas-node-status-success').nth(2), 'that all nodes have run');
	await openForm(page, { workflowId, node: upsert });
	const output = outputOf(page);
	for (const text of [
		'GenPage processed 2 of 2 leads in 1 job',
		"1 column new to GenPage became variables of the workspace: 'favourite_colour'",
		'2 items in 4 requests',
		'bob@x.example',
	]) {
		await seen(output.getByText(text), `'${text}' in the output`);
	}
	expect(troubles.take()).toEqual([]);
});

test('an error, with the advice', async () => {
	const { page, troubles } = editor;
	const workflowId = await storeRun(missing, [{}]);
	await loadForm(page, { workflowId, node: missing });
	await page.getByTestId('node-execute-button').click();
	const output = outputOf(page);
	const message = await seen(output.getByTestId('node-error-message'), 'the error');
	expect(await message.innerText()).toBe('Geniziz: Lead not found. [Item 0]');
	expect(await output.getByTestId('node-error-description').innerText()).toContain(
		'check the IDs in the node',
	);
	expect(troubles.take()).toEqual([]);
});

test.each(TRIGGERS)('a sample that $type fetches for $event', async ({ type, event, make }) => {
	await make(editor.sandbox, 'A sample');
	const { page, troubles } = editor;
	const trigger = vendorNode(type, { event, pollTimes: POLL_TIMES });
	const workflowId = await editor.store(chain(type, [trigger]));
	await loadForm(page, { workflowId, node: trigger });
	await page.getByTestId('node-execute-button').getByText('Fetch Test Event').click();
	const output = outputOf(page);
	await seen(output.getByText('1 item', { exact: true }), `one item out of ${type}`);
	await seen(output.getByText('A sample').first(), `the sample in the output of ${type}`);
	expect(troubles.take()).toEqual([]);
});

/** Has the GenPage node send leads, without waiting for their pages. The trigger need not be told of them. */
async function sendLeads(): Promise<object> {
	const { n8n } = editor;
	const quick = { ...upsert, parameters: { ...upsert.parameters, options: {} } };
	const run = await n8n.startRun(await storeRun(quick, LEADS));
	expect((await n8n.waitForEnd(run)).status).toBe('success');
	return {};
}

test.each([
	['typed in', 'ids', async () => ({ jobIds: await startJob(editor.sandbox, 'typed', 2) })],
	['sent by a workflow', 'credential', sendLeads],
])('a sample that GenPage Trigger fetches of a job that is %s', async (_, jobs, make) => {
	const { page, troubles } = editor;
	const parameters = { jobs, pollTimes: POLL_TIMES, ...(await make()) };
	const trigger = { ...vendorNode('genPageTrigger', parameters), typeVersion: 2 };
	const workflowId = await editor.store(chain('Jobs', [trigger]));
	await loadForm(page, { workflowId, node: trigger });
	await page.getByTestId('node-execute-button').getByText('Fetch Test Event').click();
	const output = outputOf(page);
	await seen(output.getByText('1 item', { exact: true }), 'one item out of GenPage Trigger');
	await seen(output.getByText('completed').first(), 'the status of the job');
	const [job] = (await editor.sandbox.state()).genPage.jobs;
	await seen(output.getByText(String(job?.job_id)).first(), 'the ID of the job');
	expect(troubles.take()).toEqual([]);
});

test('a call that LeadGenius Trigger listens for', async () => {
	const { page, sandbox, troubles } = editor;
	await sandbox.reset({ leadGenius: { recordsPerSecond: 'never' } });
	await uploadAccounts(sandbox, 'quick', 1);
	const workflowId = await editor.store(chain('Listen', [called]));
	await loadForm(page, { workflowId, node: called });
	await page.getByTestId('node-execute-button').click();
	await seen(page.getByText('Listening for test event').first(), 'that the trigger listens');
	await sandbox.leadGenius.finalize('quick');
	const output = outputOf(page);
	await seen(output.getByText('1 item', { exact: true }), 'the record that was called for');
	await seen(output.getByText('company-0.example').first(), 'the data of the record');
	expect(troubles.take()).toEqual([]);
});
