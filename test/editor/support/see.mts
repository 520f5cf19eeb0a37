// Waiting for what a person would look for, in words that say what it is.
import { join } from 'node:path';
import type { Locator } from 'playwright-core';

/** The longest that the editor may take to show something, in milliseconds: for slow machines. */
const PATIENCE_MS = 20_000;

/**
 * Waits until the editor shows something.
 *
 * @param what it is, for the error
 * @returns the same locator
 */
export async function seen(locator: Locator, what: string): Promise<Locator> {
	try {
		await locator.waitFor({ timeout: PATIENCE_MS });
		return locator;
	} catch (cause) {
		throw new Error(await complaint(locator, `The editor does not show ${what}`), { cause });
	}
}

/** Waits until the editor no longer shows something. */
export async function gone(locator: Locator, what: string): Promise<void> {
	try {
		await locator.waitFor({ state: 'detached', timeout: PATIENCE_MS });
	} catch (cause) {
		throw new Error(await complaint(locator, `The editor still shows ${what}`), { cause });
	}
}

/** Keeps a picture of what the editor shows instead. */
async function complaint(locator: Locator, words: string): Promise<string> {
	const path = join('.cache', 'editor', `${words.replace(/[^\w]+/g, '-')}.png`);
	await locator.page().screenshot({ path });
	return `${words}. What it shows: ${path}`;
}

/** The texts of all that a locator finds, in one line each. */
export async function textsOf(locator: Locator): Promise<string[]> {
	const texts = await locator.allInnerTexts();
	return texts.map((text) => text.replace(/\s+/g, ' ').trim());
}
