// What the form of the Geniziz node says, and what its updates give out.
import type { INodeProperties } from 'n8n-workflow';
import { GENIZIZ_SEED as SEED } from '../../../sandbox/client.mts';
import { packageNode } from '../../support/package.mts';
import { byId } from '../../support/results.mts';
import { useVendor } from '../../support/site.mts';
import { geniziz } from '../../support/vendors/geniziz.mts';

const site = useVendor(geniziz);

/** Every property of the node, also those in collections. */
function everyProperty(): INodeProperties[] {
	const { properties = [] } = packageNode('geniziz')?.description ?? {};
	const inside = (property: INodeProperties): INodeProperties[] => [
		property,
		...(property.options ?? []).flatMap((option) =>
			'type' in option ? inside(option) : 'values' in option ? option.values.flatMap(inside) : [],
		),
	];
	return properties.flatMap(inside);
}

test('no example has a prefix that the document does not show', () => {
	const examples = everyProperty()
		.flatMap(({ placeholder, modes = [] }) => [
			placeholder,
			...modes.map((mode) => mode.placeholder),
		])
		.flatMap((example) => /^e\.g\. ([a-z]+)_\w*\d/.exec(example ?? '')?.[1] ?? []);
	expect(examples.length).toBeGreaterThan(0);
	// "IDs", and the lead of "List leads".
	const documented = ['lead', 'cont', 'oppo', 'acti', 'task', 'stat', 'user'];
	expect(examples.filter((prefix) => !documented.includes(prefix))).toEqual([]);
});

test('an ID without an example says where it comes from', () => {
	const ids = everyProperty().filter(
		({ name, placeholder }) => /Id$/.test(name) && placeholder === undefined,
	);
	for (const { type, description } of ids) {
		if (type === 'string')
			expect(description).toMatch(/output of .* > Get Many|ID of the workspace/);
	}
});

test.each(['emails', 'phones', 'addresses'])('an update says that %s replaces the list', (name) => {
	const said = everyProperty()
		.filter((property) => property.name === name)
		.map(({ description }) => description);
	expect(said).toEqual([undefined, expect.stringContaining('Replaces the whole list')]);
});

test('no label is an abbreviation alone', () => {
	const labels = everyProperty().map(({ displayName }) => displayName);
	expect(labels).toContain('Monthly Recurring Revenue (MRR)');
	expect(labels).not.toContain('MRR');
});

test.each([
	['an empty object', {}],
	['an object without an ID', { ok: true }],
	['an object with a blank ID', { id: null }],
])('an update that is answered with %s names what it changed', async (_, body) => {
	await site.sandbox.fault({ kind: 'wrongType', body });
	const updateFields = { industry: 'Retail' };
	const parameters = { resource: 'lead', operation: 'update', leadId: byId(SEED.lead) };
	const { items } = await site.run({ ...parameters, updateFields });
	const rest = Object.keys(body).length > 0 ? body : { success: true };
	expect(items.map(({ json }) => json)).toEqual([{ ...rest, id: SEED.lead }]);
});
