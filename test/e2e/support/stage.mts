import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { StoredCredential } from '../../../host/client.mts';
import { startN8n, type N8n } from '../../../host/n8n.mts';
import { packPackage } from '../../../host/pack.mts';
import { spawnSandbox, type SandboxProcess } from '../../../sandbox/client.mts';

/** A real n8n with the packed package, the sandbox, and a credential that connects them. */
export interface Stage {
	readonly n8n: N8n;
	readonly sandbox: SandboxProcess;
	readonly credential: StoredCredential;
	stop(): Promise<void>;
}

/**
 * Brings up what an end-to-end test needs; takes about 20 s.
 *
 * @param env further variables for n8n
 */
export async function openStage(env: Record<string, string> = {}): Promise<Stage> {
	const sandbox = await spawnSandbox({ leadsPerSecond: 0 });
	const { tarball } = await packPackage();
	const n8n = await startN8n({ tarball, env });
	await rm(dirname(tarball), { recursive: true });
	const credential = await storeCredential(n8n, { apiToken: sandbox.token, baseUrl: sandbox.url });
	const stop = async () => {
		await n8n.stop();
		await sandbox.stop();
	};
	return { n8n, sandbox, credential, stop };
}

/** Stores a GenPage credential. */
export async function storeCredential(
	n8n: N8n,
	data: Record<string, unknown>,
): Promise<StoredCredential> {
	const [stored] = await n8n.importCredentials([{ name: 'GenPage', type: 'genPageApi', data }]);
	if (!stored) throw new Error('n8n did not store the credential');
	return stored;
}
