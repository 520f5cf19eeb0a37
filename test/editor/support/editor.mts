// n8n's editor in a real browser, with a stage behind it.
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { withCredentials } from '../../../demo/credentials.mts';
import { openBrowser, openSession, type Size } from '../../../host/browser.mts';
import { DEFAULT_OWNER } from '../../../host/n8n.mts';
import type { Workflow, WorkflowNode } from '../../../host/workflow.mts';
import { openStage, type OpenStage } from '../../e2e/support/stage.mts';
import { watchTroubles, type Troubles } from './troubles.mts';

/** The window of all tests: tall enough that a whole form is in it. */
const SIZE = { width: 1280, height: 1100 };

/** A stage and the browser that looks at it. */
export interface Editor extends OpenStage {
	/** A page that is logged in. */
	readonly page: Page;
	/** What went wrong in that page. */
	readonly troubles: Troubles;
	/** Logs in again, in a window of another kind. */
	session(options?: { theme?: 'light' | 'dark'; size?: Size }): Promise<BrowserContext>;
	/** Stores a workflow, its nodes with their vendors' credentials. @returns its ID */
	store(workflow: Workflow): Promise<string>;
}

/** Brings up n8n with its editor, the sandbox and the browser; takes about 30 s. */
export async function openEditor(size: Size = SIZE): Promise<Editor> {
	const stage = await openStage({ N8N_DISABLE_UI: 'false' });
	const { n8n, credentials } = stage;
	let browser: Browser | undefined;
	const stop = async () => {
		await browser?.close();
		await stage.stop();
	};
	try {
		const opened = (browser = await openBrowser());
		const session: Editor['session'] = async (options) =>
			await openSession(opened, { url: n8n.url, owner: DEFAULT_OWNER, size, ...options });
		const page = await (await session()).newPage();
		const store = async (workflow: Workflow) => {
			const [its] = await n8n.importWorkflows([withCredentials(workflow, credentials)]);
			return its?.id ?? '';
		};
		return { ...stage, page, troubles: watchTroubles(page, n8n.url), session, store, stop };
	} catch (error) {
		await stop();
		throw error;
	}
}

/** A node of this package with an ID by which its form has an address. */
export function vendorNode(
	type: string,
	parameters: object,
	place = 0,
): WorkflowNode & { id: string } {
	const position: [number, number] = [place * 220, 0];
	return {
		id: `node-${place}`,
		// A webhook's path.
		webhookId: `${type}-${place}`,
		name: `${type} ${place}`,
		type: `n8n-nodes-outbound.${type}`,
		typeVersion: 1,
		position,
		parameters: { ...parameters },
	};
}
