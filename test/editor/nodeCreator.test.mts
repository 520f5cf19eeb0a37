// The ten nodes in the list from which nodes are added, and their icons in both themes.
import type { Locator, Page } from 'playwright-core';
import { chain, node } from '../e2e/support/chain.mts';
import { contractOf } from '../support/contract.mts';
import { tableOf } from '../support/generated/table.mts';
import { openEditor, type Editor } from './support/editor.mts';
import { chosenIn } from './support/form.mts';
import { gone, seen } from './support/see.mts';
import { VENDORS } from './support/vendors.mts';

let editor: Editor;
/** A workflow that has a trigger: the list then begins with app nodes. */
let begun: string;

beforeAll(async () => {
	editor = await openEditor();
	begun = await editor.store(
		chain('Begun', [node('Start', 'n8n-nodes-base.manualTrigger', 0, {})]),
	);
});

afterAll(async () => {
	await editor.stop();
});

/** Opens the list of nodes and types into its search. @returns the one result of that vendor */
async function find(page: Page, words: string): Promise<Locator> {
	const search = page.getByTestId('node-creator-search-bar');
	if (!(await search.isVisible())) await page.getByTestId('node-creator-plus-button').click();
	await seen(search, 'the search of the node creator');
	await search.fill(words);
	const name = page.getByTestId('node-creator-item-name').getByText(words, { exact: true });
	const item = page.getByTestId('item-iterator-item').filter({ has: name });
	return await seen(item, `'${words}' among the nodes`);
}

/** What a node can be added for: an operation or an event already chosen. */
function actionsOf(page: Page, type: string): Locator {
	return page.locator(
		`[data-keyboard-nav-type="action"][data-keyboard-nav-id^="n8n-nodes-outbound.${type}-"]`,
	);
}

/** The file of a node's icon, once the browser has drawn it. @throws Error when it cannot */
async function iconOf(item: Locator): Promise<string> {
	return await item
		.locator('img')
		.first()
		.evaluate(async (image) => {
			if (!(image instanceof HTMLImageElement)) throw new Error('The icon is no image');
			await image.decode();
			if (image.naturalWidth === 0) throw new Error(`${image.src} is empty`);
			return image.src;
		});
}

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
	let page: Page;

	beforeAll(async () => {
		page = await (await editor.session({ theme })).newPage();
		await page.goto('/workflow/new');
	});

	afterAll(async () => {
		await page.context().close();
	});

	// n8n has one entry for an app and its trigger, with the app's icon; the trigger's is inside of it.
	test.each(VENDORS)('both nodes of $type are found, with their icons', async ({ type }) => {
		const name = contractOf({ type }).node.display;
		const file = `${type}${theme === 'light' ? '' : '.dark'}.svg`;
		const icon = `${editor.n8n.url}/icons/n8n-nodes-outbound/dist/nodes/${name}/${file}`;
		const item = await find(page, name);
		expect(await iconOf(item)).toBe(icon);
		await item.click();
		const actions = `Actions (${tableOf({ type }).length})`;
		await seen(page.getByText(actions), `'${actions}' of ${type}`);
		const trigger = actionsOf(page, `${type}Trigger`).first();
		expect(await iconOf(await seen(trigger, `an event of ${type}`))).toBe(icon);
		await page.getByTestId('nodes-list-header').locator('button').first().click();
		await gone(trigger, `the events of ${type}`);
	});
});

test('what is chosen is put on the canvas, and its form opens', async () => {
	const { page, troubles } = editor;
	await page.goto(`/workflow/${begun}`);
	await (await find(page, 'Skarbe')).click();
	await actionsOf(page, 'skarbe').first().click();
	const form = await seen(page.getByTestId('node-parameters'), 'the form');
	expect(await chosenIn(form, 'resource')).toBe('Contact');
	expect(await chosenIn(form, 'operation')).toBe('Create');
	expect(troubles.take()).toEqual([]);
});
