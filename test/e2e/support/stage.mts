import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { storeCredentials, type Credentials } from '../../../demo/credentials.mts';
import { startN8n, type N8n } from '../../../host/n8n.mts';
import { packPackage } from '../../../host/pack.mts';
import { spawnSandbox, type SandboxProcess } from '../../../sandbox/client.mts';
import { documentsOfRun } from '../../support/documents.mts';
import { stopWithoutLeaks } from './leaks.mts';

/** A real n8n with the packed package, the sandbox, and the credentials that connect them. */
export interface Stage {
	readonly n8n: N8n;
	readonly sandbox: SandboxProcess;
	/** One of each vendor. */
	readonly credentials: Credentials;
}

/** One that has to be ended. */
export interface OpenStage extends Stage {
	/** Ends all of it, and fails where n8n has stored or logged a key. */
	stop(): Promise<void>;
}

/**
 * Brings up what an end-to-end test needs; takes about 20 s.
 *
 * @param env further variables for n8n
 */
export async function openStage(env: Record<string, string> = {}): Promise<OpenStage> {
	const { tarball } = await packPackage();
	const n8n = await startN8n({ tarball, env }).finally(async () => {
		await rm(dirname(tarball), { recursive: true });
	});
	const sandbox = await spawnSandbox({ documents: documentsOfRun(), leadsPerSecond: 0 });
	const credentials = await storeCredentials(n8n, sandbox);
	const stop = async () => {
		await sandbox.stop();
		await stopWithoutLeaks(n8n);
	};
	return { n8n, sandbox, credentials, stop };
}

/**
 * A stage for all tests of a file or of a `describe`: it is there inside of them, and of hooks, and ends with them.
 *
 * @param env further variables for n8n
 */
export function useStage(env: Record<string, string> = {}): Stage {
	let opened: OpenStage | undefined;
	const stage = () => {
		if (opened === undefined) throw new Error('The stage is open only while tests run.');
		return opened;
	};
	beforeAll(async () => {
		opened = await openStage(env);
	});
	afterAll(async () => {
		await opened?.stop();
	});
	return {
		get n8n() {
			return stage().n8n;
		},
		get sandbox() {
			return stage().sandbox;
		},
		get credentials() {
			return stage().credentials;
		},
	};
}
