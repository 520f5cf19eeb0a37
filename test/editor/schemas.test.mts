// What the editor shows of a node that has never run, to the node behind it: the fields of its output schema.
import { chain, node } from '../e2e/support/chain.mts';
import { openEditor, vendorNode, type Editor } from './support/editor.mts';
import { inputOf, loadForm } from './support/form.mts';
import { seen, textsOf } from './support/see.mts';

let editor: Editor;

beforeAll(async () => {
	editor = await openEditor();
});

afterAll(async () => {
	await editor.stop();
});

test.each([
	['geniziz', 'lead', 'getAll', ['id', 'name', 'emails', 'emails[0]', 'email', 'mrr']],
	['genPage', 'lead', 'upsert', ['job_id', 'leads_sent', 'campaign_id', 'audience_id']],
	['leadGenius', 'record', 'getAll', ['id', 'status', 'org_website', 'contact_email']],
	['growthGenius', 'contact', 'create', ['id', 'contact_account', 'status', 'custom1']],
	['skarbe', 'contact', 'createIfNew', ['id', 'email', 'createdAt', 'action']],
] as const)('%s: the fields of %s > %s', async (type, resource, operation, names) => {
	const { page, troubles } = editor;
	const vendor = vendorNode(type, { resource, operation }, 1);
	const behind = { ...node('Edit Fields', 'n8n-nodes-base.set', 2, {}), id: 'behind' };
	const start = node('Start', 'n8n-nodes-base.manualTrigger', 0, {});
	const workflowId = await editor.store(
		chain(type, [start, vendor, { ...behind, typeVersion: 3.4 }]),
	);
	await loadForm(page, { workflowId, node: behind });
	const input = inputOf(page);
	await seen(input.getByText('Usually outputs the following fields'), `a preview of ${type}`);
	const shown = await textsOf(input.getByTestId('run-data-schema-node-name'));
	expect(shown).toEqual(expect.arrayContaining([...names]));
	const first = input.getByTestId('run-data-schema-node-name').first();
	expect(await first.getAttribute('data-value')).toBe(`{{ $json.${names[0]} }}`);
	expect(troubles.take()).toEqual([]);
});
