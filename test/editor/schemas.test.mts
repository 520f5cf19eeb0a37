// What the editor shows of a node that has never run, to the node behind it: the fields of its output schema.
import { chain, node } from '../e2e/support/chain.mts';
import { openEditor, vendorNode, type Editor } from './support/editor.mts';
import { inputOf, openForm } from './support/form.mts';
import { seen } from './support/see.mts';

/** Operations, and what of their output can be mapped. */
const SHOWN = [
	['geniziz', 'lead', 'getAll', ['id', 'emails[0].email', 'mrr', 'date_updated']],
	['genPage', 'lead', 'upsert', ['job_id', 'leads_sent', 'campaign_id', 'audience_id']],
	['leadGenius', 'record', 'getAll', ['id', 'status', 'org_website', 'contact_email']],
	['growthGenius', 'contact', 'create', ['company_name', 'contact_account.status', 'custom1']],
	['skarbe', 'contact', 'createIfNew', ['id', 'email', 'createdAt', 'action']],
] as const;

const pairs = SHOWN.map(([type, resource, operation, fields], at) => {
	const behind = node(`Behind ${type}`, 'n8n-nodes-base.set', at, {});
	return {
		type,
		action: `${resource} > ${operation}`,
		fields,
		vendor: vendorNode(type, { resource, operation }, at),
		behind: { ...behind, id: `behind-${at}`, typeVersion: 3.4 },
	};
});

let editor: Editor;
let workflowId: string;

beforeAll(async () => {
	editor = await openEditor();
	const start = node('Start', 'n8n-nodes-base.manualTrigger', 0, {});
	const chains = pairs.map(({ vendor, behind }) => chain('', [vendor, behind]));
	const first = pairs.map(({ vendor: { name } }) => ({ node: name, type: 'main', index: 0 }));
	const connections = chains.flatMap((each) => Object.entries(each.connections));
	workflowId = await editor.store({
		...chain('Schemas', [start, ...chains.flatMap(({ nodes }) => nodes)]),
		connections: { Start: { main: [first] }, ...Object.fromEntries(connections) },
	});
	await editor.page.goto(`/workflow/${workflowId}`);
	await seen(editor.page.getByTestId('canvas-node').first(), 'the nodes of the workflow');
});

afterAll(async () => {
	await editor.stop();
});

test.each(pairs)('the fields of $type, $action, before it has run', async ({ fields, ...pair }) => {
	const { page, troubles } = editor;
	await openForm(page, { workflowId, node: pair.behind });
	const input = inputOf(page);
	const own = input.locator(`.pill--preview[data-node-name="${pair.vendor.name}"]`);
	await seen(own.first(), `a preview of '${pair.vendor.name}'`);
	const values = await own.evaluateAll((all) => all.map((each) => each.getAttribute('data-value')));
	const expressions = fields.map((field) => `{{ $json.${field} }}`);
	expect(values).toEqual(expect.arrayContaining(expressions));
	expect(troubles.take()).toEqual([]);
});
