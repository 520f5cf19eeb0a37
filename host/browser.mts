// A real Chromium in front of n8n's editor. Nothing of the maker's services is needed, nor anything
// that n8n's editor looks up on the internet.
import { existsSync } from 'node:fs';
import { chromium, selectors } from 'playwright-core';
import type { Browser, BrowserContext } from 'playwright-core';
import type { Owner } from './rest.mts';

/** How large the window is, in pixels of the page. */
export interface Size {
	readonly width: number;
	readonly height: number;
}

/** Where a session of the editor is opened. */
export interface SessionOptions {
	/** n8n's address, without a slash at the end. */
	readonly url: string;
	readonly owner: Owner;
	readonly size: Size;
	/** Default: light. */
	readonly theme?: 'light' | 'dark';
}

const FLAGS = [
	'--headless',
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/**
 * Where Chromium is installed.
 * @throws Error that says how to install it
 */
export function chromiumPath(): string {
	const found = PLACES.find((path) => existsSync(path));
	if (found !== undefined) return found;
	throw new Error('Chromium is missing. Install it, then run again: apt-get install -y chromium');
}

/** Starts Chromium with an empty profile, which goes with it. Always end it with `close()`. */
export async function openBrowser(): Promise<Browser> {
	selectors.setTestIdAttribute('data-test-id');
	return await chromium.launch({ executablePath: chromiumPath(), args: FLAGS });
}

/** Logs in, in a session of its own, that reaches n8n and nothing else. */
export async function openSession(
	browser: Browser,
	{ url, owner, size, theme = 'light' }: SessionOptions,
): Promise<BrowserContext> {
	const session = await browser.newContext({ viewport: size, colorScheme: theme, baseURL: url });
	await session.route(
		(address) => address.origin !== url,
		async (route) => {
			await route.abort();
		},
	);
	const data = { emailOrLdapLoginId: owner.email, password: owner.password };
	const answer = await session.request.post(`${url}/rest/login`, { data });
	if (!answer.ok()) throw new Error(`n8n refused the login with ${answer.status()}.`);
	return session;
}
