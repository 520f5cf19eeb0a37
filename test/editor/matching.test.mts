// What Match Fields by Meaning shows in the form before a run: what of the input at hand goes where.
import { chain, node as plainNode } from '../e2e/support/chain.mts';
import { openEditor, vendorNode, type Editor } from './support/editor.mts';
import { labelsOf, loadForm } from './support/form.mts';
import { seen } from './support/see.mts';

const INPUT = plainNode('Input', 'n8n-nodes-base.manualTrigger', 0, {});
const ROW = {
	'Work Email': 'ada@acme.example',
	Company: 'Acme',
	'Lead Owner': 'Bob',
	properties: { website: 'https://acme.example' },
};
const UPSERT = { resource: 'lead', operation: 'upsert', mapping: 'meaning' };
const EXCLUDE = { resource: 'exclusion', operation: 'upload', entity: 'org', mapping: 'meaning' };
const contact = { resource: 'contact', operation: 'create', dataMode: 'meaning' };

const nodes = {
	skarbe: vendorNode('skarbe', contact, 1),
	genPage: vendorNode('genPage', UPSERT, 1),
	leadGenius: vendorNode('leadGenius', EXCLUDE, 1),
	growthGenius: vendorNode('growthGenius', contact, 1),
};

let editor: Editor;

beforeAll(async () => {
	editor = await openEditor();
});

afterAll(async () => {
	await editor.stop();
});

/** Opens the form of a node behind one that gives the row, if any. */
async function formOf(type: keyof typeof nodes, row?: object) {
	const node = nodes[type];
	const workflow = chain('Matching', [INPUT, node]);
	const pinData = row && { Input: [{ json: row }] };
	const workflowId = await editor.store({ ...workflow, ...(pinData && { pinData }) });
	return await loadForm(editor.page, { workflowId, node });
}

test.each([
	['skarbe', ['email ← Work Email', 'companyName ← Company']],
	['genPage', ['email ← Work Email', 'company_domain ← properties.website']],
	['leadGenius', ['org_company_name ← Company', 'org_website ← properties.website']],
] as const)('the form of %s lists it, with the values', async (type, matches) => {
	const form = await formOf(type, ROW);
	for (const match of matches) await seen(form.getByText(match), match);
	const labels = await labelsOf(form);
	expect(labels.join('\n')).not.toContain('Lead Owner');
	const value = type === 'leadGenius' ? 'Acme' : 'ada@acme.example';
	expect(labels.join('\n')).toContain(value);
	expect(editor.troubles.take()).toEqual([]);
});

test('without an input there is nothing to list, and nothing goes wrong', async () => {
	const form = await formOf('growthGenius');
	await seen(form.getByText('recognised by their names'), 'what matching does');
	expect((await labelsOf(form)).join('\n')).not.toContain('←');
	expect(editor.troubles.take()).toEqual([]);
});
