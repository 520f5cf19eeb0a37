// The form of a node (its parameters and the panel with its output), and how one gets there.
import type { Locator, Page } from 'playwright-core';
import type { WorkflowNode } from '../../../host/workflow.mts';
import { seen, textsOf } from './see.mts';

/** Which node's form. */
export interface FormAddress {
	readonly workflowId: string;
	readonly node: WorkflowNode & { id: string };
}

/** Loads the editor anew, with the form of a node open. */
export async function loadForm(page: Page, address: FormAddress): Promise<Locator> {
	await page.goto(pathOf(address));
	return await formOf(page, address);
}

/**
 * Opens the form of another node of the workflow as the browser's buttons do, by its address: the editor
 * itself stays, which is ten times as quick.
 */
export async function openForm(page: Page, address: FormAddress): Promise<Locator> {
	await page.evaluate((path) => {
		history.pushState(null, '', path);
		dispatchEvent(new PopStateEvent('popstate', { state: null }));
	}, pathOf(address));
	return await formOf(page, address);
}

function pathOf({ workflowId, node }: FormAddress): string {
	return `/workflow/${workflowId}/${node.id}`;
}

async function formOf(page: Page, { node }: FormAddress): Promise<Locator> {
	const title = page.getByTestId('node-title-container').getByTestId('inline-edit-preview');
	await seen(title.filter({ hasText: node.name }), `the form of '${node.name}'`);
	return await seen(page.getByTestId('node-parameters'), `the parameters of '${node.name}'`);
}

/** One parameter's control. */
export function control(form: Locator, name: string): Locator {
	return form.getByTestId(`parameter-input-${name}`).first();
}

/** What the dropdown of a parameter shows. */
export async function chosenIn(form: Locator, name: string): Promise<string> {
	return await control(form, name).locator('input').first().inputValue();
}

/** The labels of a form, as a person reads them. */
export async function labelsOf(form: Locator): Promise<string[]> {
	const labels = await textsOf(form.getByTestId('input-label'));
	return labels.map((label) => label.replace(/ \*$| Fixed Expression.*$| Fetching columns$/, ''));
}

/** Opens the list of a resource locator. @returns the dropdown's entries */
export async function openPicker(form: Locator, name: string): Promise<Locator> {
	await form.getByTestId(`resource-locator-${name}`).getByTestId('rlc-input').click();
	const entries = form.page().getByTestId('rlc-item');
	await seen(entries.first(), `entries in the list of '${name}'`);
	return entries;
}

/** Types into the open list, and waits for the one entry that is meant. */
export async function findInPicker(page: Page, words: string): Promise<Locator> {
	const search = page.getByTestId('rlc-search');
	await search.fill(words);
	return await seen(
		page.getByTestId('rlc-item').filter({ hasText: words }),
		`'${words}' in the list`,
	);
}

/** The panel with what comes into the node. */
export function inputOf(page: Page): Locator {
	return page.getByTestId('ndv-input-panel');
}

/** The panel with what came out of the node. */
export function outputOf(page: Page): Locator {
	return page.getByTestId('output-panel');
}
