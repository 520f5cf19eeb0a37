// The packages of one vendor: installed beside each other in a real n8n, without the whole one, each runs what
// it has.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { storeCredentials, type Credentials } from '../../demo/credentials.mts';
import { startN8n, type N8n } from '../../host/n8n.mts';
import { packPackage, unpackPackage } from '../../host/pack.mts';
import { spawnSandbox, type SandboxProcess } from '../../sandbox/client.mts';
import { chain, node } from './support/chain.mts';
import { stopWithoutLeaks } from './support/leaks.mts';

/** A call of each vendor that needs nothing but the key. */
const CALLS = [
	['genPage', { resource: 'workspace', operation: 'getAll', returnAll: true }],
	['leadGenius', { resource: 'usage', operation: 'get' }],
	['geniziz', { resource: 'user', operation: 'getCurrent' }],
	['growthGenius', { resource: 'user', operation: 'getAll', returnAll: true }],
	['skarbe', { resource: 'user', operation: 'getCurrent' }],
] as const;

let userFolder: string;
let n8n: N8n;
let sandbox: SandboxProcess;
let credentials: Credentials;

beforeAll(async () => {
	userFolder = await mkdtemp(join(tmpdir(), 'n8n-packages-'));
	for (const [vendor] of CALLS) {
		const { tarball } = await packPackage(`packages/${nameOf(vendor)}`);
		await unpackPackage(tarball, userFolder);
		await rm(dirname(tarball), { recursive: true });
	}
	n8n = await startN8n({ userFolder });
	sandbox = await spawnSandbox();
	credentials = await storeCredentials(n8n, sandbox);
});

afterAll(async () => {
	await sandbox.stop();
	await stopWithoutLeaks(n8n);
	await rm(userFolder, { recursive: true });
});

function nameOf(vendor: string): string {
	return `n8n-nodes-${vendor.toLowerCase()}`;
}

test.each(CALLS)('%s', async (vendor, parameters) => {
	const { id, name, type } = credentials[vendor];
	const call = {
		...node('Call', `${nameOf(vendor)}.${vendor}`, 1, parameters),
		credentials: { [type]: { id, name } },
	};
	const start = node('Start', 'n8n-nodes-base.manualTrigger', 0, {});
	const [stored] = await n8n.importWorkflows([chain(vendor, [start, call])]);
	const execution = await n8n.run(stored?.id ?? '');

	expect(execution.error).toBeUndefined();
	expect(execution.data.Call?.items.length).toBeGreaterThan(0);
});
