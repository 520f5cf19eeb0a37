// npm run screenshot: opens the demo's workflow in the real editor and saves pictures of it to
// docs/images. Needs Chromium.
import { existsSync, mkdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';
import type { BrowserContext, Page } from 'playwright-core';
import { DEFAULT_OWNER } from '../host/n8n.mts';
import type { N8n } from '../host/n8n.mts';
import { step } from './progress.mts';
import { pagesOf } from './report.mts';
import { openStage } from './stage.mts';
import { PAGES_WORKFLOW, RESULT_NODE, UPSERT_NODE } from './templates.mts';

const IMAGES = resolve('docs', 'images');
const SIZE = { width: 1440, height: 810 };
const PORT = 5678;

// Chromium looks up its maker's services at every start; none of them is needed.
const FLAGS = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

const executable = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
].find((path) => existsSync(path));
if (executable === undefined) {
	console.error('Chromium is missing. Install it, then run again: apt-get install -y chromium');
	process.exit(1);
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(130));
await main(executable).catch((error: unknown) => {
	console.error(
		`The screenshots failed: ${error instanceof Error ? error.message : String(error)}`,
	);
	process.exit(1);
});

async function main(executablePath: string): Promise<void> {
	mkdirSync(IMAGES, { recursive: true });
	const stage = await openStage(PORT);
	const profile = await mkdtemp(join(tmpdir(), 'chromium-'));
	try {
		const run = await step('Running the workflow', () => stage.n8n.run(PAGES_WORKFLOW));
		pagesOf(run);
		const browser = await chromium.launchPersistentContext(profile, {
			executablePath,
			args: FLAGS,
			viewport: SIZE,
		});
		try {
			await step('Taking the screenshots', () => takeAll(browser, stage.n8n, run.id));
		} finally {
			await browser.close();
		}
	} finally {
		await rm(profile, { recursive: true, force: true });
		await stage.stop();
	}
	console.log(`Saved to ${IMAGES}`);
}

async function takeAll(browser: BrowserContext, n8n: N8n, executionId: string): Promise<void> {
	const page = await browser.newPage();
	await logIn(page, n8n.url);
	const workflow = `${n8n.url}/workflow/${PAGES_WORKFLOW}`;
	await openCanvas(page, `${workflow}/executions/${executionId}`);
	await page.screenshot({ path: join(IMAGES, 'execution.png') });
	await openCanvas(page, workflow);
	await page.screenshot({ path: join(IMAGES, 'canvas.png') });
	await page.locator(nodeSelector(UPSERT_NODE)).dblclick();
	await page.locator('[data-test-id="node-parameters"]').waitFor();
	await settle(page);
	await page.screenshot({ path: join(IMAGES, 'node-form.png') });
}

async function logIn(page: Page, url: string): Promise<void> {
	await page.goto(`${url}/signin`);
	await page.locator('input[type="email"]').fill(DEFAULT_OWNER.email);
	await page.locator('input[type="password"]').fill(DEFAULT_OWNER.password);
	await page.locator('[data-test-id="form-submit-button"]').click();
	await page.waitForURL((address) => !address.pathname.startsWith('/signin'));
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
