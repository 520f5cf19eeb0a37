// What the demo and its screenshots play on: the sandbox, a real n8n with the packed package in it,
// the credentials and the templates of workflows/.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { startN8n } from '../host/n8n.mts';
import type { N8n } from '../host/n8n.mts';
import { packPackage } from '../host/pack.mts';
import { freePort } from '../host/ports.mts';
import { spawnSandbox } from '../sandbox/client.mts';
import type { SandboxProcess } from '../sandbox/client.mts';
import { storeCredentials, withCredentials } from './credentials.mts';
import { step } from './progress.mts';
import { demoTemplates } from './templates.mts';

/** Everything that runs; `stop` ends all of it. */
export interface Stage {
	n8n: N8n;
	sandbox: SandboxProcess;
	stop: () => Promise<void>;
}

const FOLDER = resolve('.cache', 'demo');
const LOCK = join(FOLDER, 'running');
/** Fast enough that 500 pages take seconds, slow enough that the node is seen to wait. */
const LEADS_PER_SECOND = 100;

/**
 * Starts the sandbox and n8n with its editor, and imports the credentials and the workflows. n8n's
 * data stays in .cache/demo, so the next start is quicker and keeps the list of executions.
 * @param preferredPort n8n's port, or the next free one
 */
export async function openStage(preferredPort: number): Promise<Stage> {
	const unlock = lock();
	const ends: (() => Promise<void>)[] = [];
	const stop = async (): Promise<void> => {
		for (const end of ends.splice(0).reverse()) await end();
		unlock();
	};
	try {
		const sandbox = await step('Starting the sandbox (stands in for the vendors)', () =>
			spawnSandbox({ leadsPerSecond: LEADS_PER_SECOND }),
		);
		ends.push(() => sandbox.stop());
		const tarball = await step('Packing the package as npm would publish it', pack);
		const n8n = await step('Starting n8n with the package installed (7 to 20 s)', () =>
			openN8n(tarball, preferredPort),
		);
		ends.push(() => n8n.stop());
		await step('Importing the credentials and the workflows', () => fill(n8n, sandbox));
		return { n8n, sandbox, stop };
	} catch (error) {
		await stop();
		throw error;
	}
}

async function pack(): Promise<string> {
	return (await packPackage()).tarball;
}

async function openN8n(tarball: string, preferredPort: number): Promise<N8n> {
	const port = await freePort(preferredPort);
	const env = { N8N_RESTRICT_FILE_ACCESS_TO: resolve('demo') };
	const n8n = await startN8n({ userFolder: join(FOLDER, 'n8n'), port, ui: true, tarball, env });
	await rm(dirname(tarball), { recursive: true });
	return n8n;
}

async function fill(n8n: N8n, sandbox: SandboxProcess): Promise<void> {
	const credentials = await storeCredentials(n8n, sandbox);
	for (const credential of Object.values(credentials)) {
		const { status, message } = await n8n.testCredential(credential);
		if (status !== 'OK') throw new Error(`n8n's test of "${credential.name}" failed: ${message}`);
	}
	await n8n.importWorkflows(
		demoTemplates().map(({ workflow }) => withCredentials(workflow, credentials)),
	);
}

/** Two n8n on one database would spoil it, so a second demo is refused. */
function lock(): () => void {
	mkdirSync(FOLDER, { recursive: true });
	const owner = runningOwner();
	if (owner !== undefined) {
		throw new Error(
			`The demo already runs (process ${owner}). Stop that one first: press Ctrl+C in its terminal, or kill ${owner}.`,
		);
	}
	writeFileSync(LOCK, String(process.pid));
	return () => {
		rmSync(LOCK, { force: true });
	};
}

function runningOwner(): number | undefined {
	try {
		const pid = Number(readFileSync(LOCK, 'utf8'));
		// Signal 0 only asks whether the process is there.
		process.kill(pid, 0);
		return pid;
	} catch {
		return undefined;
	}
}
