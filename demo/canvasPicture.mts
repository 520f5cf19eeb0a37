// Pictures of n8n's editor as small WebP files, which Playwright itself does not make.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Page } from 'playwright-core';
import { z } from 'zod';

/** A part of the window, in pixels of the page. */
export interface Clip {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

/** Enough for text to stay clear. */
const QUALITY = 80;
/** Room around the nodes, in pixels. */
const MARGIN = 24;

const screenshot = z.object({ data: z.string() });

/** Saves what the window shows, or a part of it. @param path of the file, which ends in .webp */
export async function savePicture(page: Page, path: string, clip?: Clip): Promise<void> {
	const devtools = await page.context().newCDPSession(page);
	const options = { format: 'webp', quality: QUALITY } as const;
	const answer = await devtools.send('Page.captureScreenshot', {
		...options,
		...(clip && { clip: { ...clip, scale: 1 } }),
	});
	await devtools.detach();
	mkdirSync(dirname(path), { recursive: true });
	writeFileSync(path, Buffer.from(screenshot.parse(answer).data, 'base64'));
}

/** What a picture of the canvas shows: nodes and notes, their names, and the lines between them. */
const SHOWN = [
	'.vue-flow__node',
	'.vue-flow__node [class*="label" i]',
	'.vue-flow__node [class*="description" i]',
	'.vue-flow__edge-path',
].join();

/** What lies on the canvas but belongs to the editor: buttons, logs, the chat. */
const OVERLAYS = [
	'[data-test-id="canvas-controls"]',
	'[data-test-id="canvas-handle-plus-wrapper"]',
	'[class*="executionButtons"]',
	'[class*="nodeButtonsWrapper"]',
].join();

/** Saves the nodes and notes of the workflow that is open, and nothing around them. */
export async function saveCanvas(page: Page, path: string): Promise<void> {
	await page.addStyleTag({ content: `${OVERLAYS} { visibility: hidden !important; }` });
	const boxes = await page.locator(SHOWN).evaluateAll((elements) =>
		elements.map((element) => {
			const { x, y, width, height } = element.getBoundingClientRect();
			return { x, y, width, height };
		}),
	);
	await savePicture(page, path, around(boxes));
}

/** The smallest part of the window that has all boxes in it, with a margin. */
function around(boxes: readonly Clip[]): Clip {
	const left = Math.min(...boxes.map(({ x }) => x)) - MARGIN;
	const top = Math.min(...boxes.map(({ y }) => y)) - MARGIN;
	const right = Math.max(...boxes.map(({ x, width }) => x + width)) + MARGIN;
	const bottom = Math.max(...boxes.map(({ y, height }) => y + height)) + MARGIN;
	return { x: left, y: top, width: right - left, height: bottom - top };
}
