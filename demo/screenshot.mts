// npm run screenshot: opens the demo's workflows in the real editor and saves pictures of them to
// docs/images: of the first how it runs, of every template its canvas. With names of files in workflows/,
// without .json, only of these templates. Needs Chromium.
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { chromiumPath, openBrowser, openSession } from '../host/browser.mts';
import { DEFAULT_OWNER } from '../host/n8n.mts';
import { saveCanvas, savePicture } from './canvasPicture.mts';
import { step } from './progress.mts';
import { pagesOf } from './report.mts';
import { openStage } from './stage.mts';
import { demoTemplates, PAGES_WORKFLOW, RESULT_NODE, UPSERT_NODE } from './templates.mts';
import type { DemoTemplate } from './templates.mts';

const IMAGES = resolve('docs', 'images');
const SIZE = { width: 1440, height: 810 };
/** Large enough for the widest template to be read, without what lies over the canvas. */
const CANVAS = { width: 1600, height: 1000 };
const PORT = 5678;

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(130));
await main().catch((error: unknown) => {
	console.error(
		`The screenshots failed: ${error instanceof Error ? error.message : String(error)}`,
	);
	process.exit(1);
});

async function main(): Promise<void> {
	chromiumPath();
	const wanted = process.argv.slice(2);
	const templates = templatesNamed(wanted);
	const stage = await openStage(PORT);
	try {
		const run = await step('Running the workflow', () => stage.n8n.run(PAGES_WORKFLOW));
		pagesOf(run);
		const browser = await openBrowser();
		const { url } = stage.n8n;
		try {
			const session = await openSession(browser, { url, owner: DEFAULT_OWNER, size: SIZE });
			// One page for all: a workflow that a second one opens is shown as edited elsewhere.
			const page = await session.newPage();
			if (wanted.length === 0) {
				await step('Taking the pictures of a run', () => takeRun(page, url, run.id));
			}
			await step('Taking the pictures of the templates', () => takeTemplates(page, url, templates));
		} finally {
			await browser.close();
		}
	} finally {
		await stage.stop();
	}
	console.log(`Saved to ${IMAGES}`);
}

/** The demo's own workflow: a run of it, its canvas, and a form. */
async function takeRun(page: Page, url: string, executionId: string): Promise<void> {
	const workflow = `${url}/workflow/${PAGES_WORKFLOW}`;
	await openCanvas(page, `${workflow}/executions/${executionId}`, RESULT_NODE);
	await savePicture(page, join(IMAGES, 'execution.webp'));
	await openCanvas(page, workflow, RESULT_NODE);
	await savePicture(page, join(IMAGES, 'canvas.webp'));
	await page.locator(nodeSelector(UPSERT_NODE)).dblclick();
	await page.locator('[data-test-id="node-parameters"]').waitFor();
	await settle(page);
	await savePicture(page, join(IMAGES, 'node-form.webp'));
}

/** Some templates, or all. @throws Error when there is none of a name */
function templatesNamed(names: readonly string[]): DemoTemplate[] {
	const all = demoTemplates();
	const unknown = names.filter((name) => !all.some(({ file }) => file === name));
	if (unknown.length > 0) throw new Error(`There is no template ${unknown.join(', ')}.`);
	return names.length === 0 ? all : all.filter(({ file }) => names.includes(file));
}

/** The canvas of each template. */
async function takeTemplates(
	page: Page,
	url: string,
	templates: readonly DemoTemplate[],
): Promise<void> {
	await page.setViewportSize(CANVAS);
	for (const { file, workflow } of templates) {
		const last = workflow.nodes.findLast(({ type }) => !type.endsWith('.stickyNote'));
		await openCanvas(page, `${url}/workflow/${workflow.id}`, last?.name ?? '');
		await saveCanvas(page, join(IMAGES, 'templates', `${file}.webp`));
	}
}

/** Opens a page with a workflow's canvas and waits until a node is drawn. */
async function openCanvas(page: Page, address: string, node: string): Promise<void> {
	await page.goto(address);
	await page.locator(nodeSelector(node)).waitFor({ timeout: 60_000 });
	await settle(page);
}

function nodeSelector(name: string): string {
	return `[data-test-id="canvas-node"][data-node-name="${name}"]`;
}

/** Icons, fonts and the canvas's own zoom animation have no event to wait for. */
async function settle(page: Page): Promise<void> {
	await page.waitForTimeout(2500);
}
