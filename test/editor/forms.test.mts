// The form of every operation and of every trigger, with all that can be added to it.
import { chain } from '../e2e/support/chain.mts';
import { tableOf, type TableField, type TableRow } from '../support/generated/table.mts';
import { openEditor, vendorNode, type Editor } from './support/editor.mts';
import {
	chosenIn,
	control,
	labelsOf,
	loadForm,
	openForm,
	type FormAddress,
} from './support/form.mts';
import { seen } from './support/see.mts';
import { VENDORS } from './support/vendors.mts';

let editor: Editor;

beforeAll(async () => {
	editor = await openEditor();
});

afterAll(async () => {
	await editor.stop();
});

/** All optional fields of a collection, as the editor adds them. */
function added(field: TableField): object | undefined {
	if (field.property.type !== 'collection') return undefined;
	const inner = field.inner ?? [];
	return Object.fromEntries(inner.map(({ name, property }) => [name, property.default ?? '']));
}

function parametersOf({ resource, operation, fields }: TableRow): object {
	const collections = fields.map((field) => [field.name, added(field)] as const);
	const filled = collections.filter(([, value]) => value !== undefined);
	return { resource, operation, ...Object.fromEntries(filled) };
}

/** What must be read in the form: fields that no other field hides. n8n names a mapping itself. */
function labelsIn({ fields }: TableRow): string[] {
	return fields
		.filter(({ only, property }) => only.length === 0 && property.type !== 'notice')
		.flatMap(({ property, inner }) =>
			property.type === 'resourceMapper'
				? ['Mapping Column Mode']
				: [property.displayName, ...shownInside(property.type, inner ?? [])],
		);
}

function shownInside(type: string, inner: NonNullable<TableField['inner']>): string[] {
	return type === 'collection' ? inner.map(({ property }) => property.displayName) : [];
}

describe.each(VENDORS)('$type', ({ type }) => {
	const rows = tableOf({ type });
	const places = new Map<string, FormAddress>();

	beforeAll(async () => {
		const nodes = rows.map((row, place) => vendorNode(type, parametersOf(row), place));
		const trigger = vendorNode(`${type}Trigger`, {}, nodes.length);
		const all = [...nodes, trigger];
		const workflowId = await editor.store({ ...chain(type, all), connections: {} });
		rows.forEach((row, place) => {
			const node = nodes[place];
			if (node) places.set(row.key, { workflowId, node });
		});
		places.set('trigger', { workflowId, node: trigger });
		await loadForm(editor.page, { workflowId, node: trigger });
	});

	function addressOf(key: string): FormAddress {
		const address = places.get(key);
		if (!address) throw new Error(`There is no node for ${key}.`);
		return address;
	}

	test.each(rows.map((row) => [row.key, row] as const))('%s', async (key, row) => {
		const form = await openForm(editor.page, addressOf(key));
		const [resource, operation] = row.labels;
		expect(await chosenIn(form, 'resource')).toBe(resource);
		expect(await chosenIn(form, 'operation')).toBe(operation);
		expect(await labelsOf(form)).toEqual(expect.arrayContaining(labelsIn(row)));
		expect(editor.troubles.take()).toEqual([]);
	});

	test('the trigger', async () => {
		const form = await openForm(editor.page, addressOf('trigger'));
		await seen(control(form, 'event'), 'what the trigger starts on');
		expect(await labelsOf(form)).toEqual(expect.arrayContaining(['Trigger On', 'Options']));
		expect(await control(form, 'event').locator('input').first().inputValue()).not.toBe('');
		expect(editor.troubles.take()).toEqual([]);
	});
});
