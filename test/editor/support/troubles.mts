// What goes wrong in the page behind a user's back.
import type { ConsoleMessage, Page, Response } from 'playwright-core';
import { leaksIn } from '../../e2e/support/leaks.mts';

/** Collects errors in the console and requests that n8n does not answer well. */
export interface Troubles {
	/** What went wrong since the last call, one line each. */
	take(): string[];
}

/**
 * Watches a page.
 *
 * @param origin n8n's: what the editor looks up elsewhere is cut off and no trouble
 */
export function watchTroubles(page: Page, origin: string): Troubles {
	let found: string[] = [];
	// For n8n's own nodes it looks for samples of their output that are not always there.
	const isHere = (url: string) =>
		url === '' || (url.startsWith(origin) && !url.startsWith(`${origin}/schemas/n8n-nodes-base.`));
	page.on('console', (message) => {
		if (isTrouble(message) && isHere(message.location().url)) {
			found.push(`console: ${message.text()}`);
		}
	});
	page.on('pageerror', ({ message }) => {
		found.push(`page: ${message}`);
	});
	page.on('response', (response) => {
		void leaksOfAnswer(response).then((leaks) => found.push(...leaks));
		if (response.status() < 400 || !isHere(response.url())) return;
		found.push(`${response.status()} ${response.request().method()} ${response.url()}`);
	});
	page.on('requestfailed', (request) => {
		const why = request.failure()?.errorText ?? '';
		// What the page itself gives up, on its way to the next one, did not fail.
		if (!isHere(request.url()) || why === 'net::ERR_ABORTED') return;
		found.push(`${why} ${request.method()} ${request.url()}`);
	});
	return {
		take() {
			const taken = found;
			found = [];
			return taken;
		},
	};
}

/** What n8n tells the browser although it should not, such as a key. */
async function leaksOfAnswer(response: Response): Promise<string[]> {
	if (!(response.headers()['content-type'] ?? '').includes('json')) return [];
	// The answer is gone where the page has left meanwhile.
	const text = await response.text().catch(() => '');
	return leaksIn(text).map((leak) => `${response.url()} tells ${leak}`);
}

function isTrouble(message: ConsoleMessage): boolean {
	return message.type() === 'error';
}
