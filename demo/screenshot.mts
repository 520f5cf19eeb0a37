// npm run screenshot: opens the demo's workflow in the real editor and saves pictures of it to
// docs/images. Needs Chromium.
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { chromiumPath, openBrowser, openSession } from '../host/browser.mts';
import { DEFAULT_OWNER } from '../host/n8n.mts';
import { step } from './progress.mts';
import { pagesOf } from './report.mts';
import { openStage } from './stage.mts';
import { PAGES_WORKFLOW, RESULT_NODE, UPSERT_NODE } from './templates.mts';

const IMAGES = resolve('docs', 'images');
const SIZE = { width: 1440, height: 810 };
const PORT = 5678;

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(130));
await main().catch((error: unknown) => {
	console.error(
		`The screenshots failed: ${error instanceof Error ? error.message : String(error)}`,
	);
	process.exit(1);
});

async function main(): Promise<void> {
	mkdirSync(IMAGES, { recursive: true });
	chromiumPath();
	const stage = await openStage(PORT);
	try {
		const run = await step('Running the workflow', () => stage.n8n.run(PAGES_WORKFLOW));
		pagesOf(run);
		const browser = await openBrowser();
		const { url } = stage.n8n;
		try {
			const session = await openSession(browser, { url, owner: DEFAULT_OWNER, size: SIZE });
			await step('Taking the screenshots', () => takeAll(session, url, run.id));
		} finally {
			await browser.close();
		}
	} finally {
		await stage.stop();
	}
	console.log(`Saved to ${IMAGES}`);
}

async function takeAll(session: BrowserContext, url: string, executionId: string): Promise<void> {
	const page = await session.newPage();
	const workflow = `${url}/workflow/${PAGES_WORKFLOW}`;
	await openCanvas(page, `${workflow}/executions/${executionId}`);
	await page.screenshot({ path: join(IMAGES, 'execution.png') });
	await openCanvas(page, workflow);
	await page.screenshot({ path: join(IMAGES, 'canvas.png') });
	await page.locator(nodeSelector(UPSERT_NODE)).dblclick();
	await page.locator('[data-test-id="node-parameters"]').waitFor();
	await settle(page);
	await page.screenshot({ path: join(IMAGES, 'node-form.png') });
}

/** Opens a page with the workflow's canvas and waits until its last node is drawn. */
async function openCanvas(page: Page, address: string): Promise<void> {
	await page.goto(address);
	await page.locator(nodeSelector(RESULT_NODE)).waitFor({ timeout: 60_000 });
	await settle(page);
}

function nodeSelector(name: string): string {
	return `[data-test-id="canvas-node"][data-node-name="${name}"]`;
}

/** Icons, fonts and the canvas's own zoom animation have no event to wait for. */
async function settle(page: Page): Promise<void> {
	await page.waitForTimeout(2500);
}
