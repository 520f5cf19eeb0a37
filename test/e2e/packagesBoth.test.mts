// The package of one vendor beside the whole one, as somebody may have them who changes from one to the other.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { storeCredentials, type Credentials } from '../../demo/credentials.mts';
import { startN8n, type N8n } from '../../host/n8n.mts';
import { spawnSandbox, type SandboxProcess } from '../../sandbox/client.mts';
import { chain } from './support/chain.mts';
import { stopWithoutLeaks } from './support/leaks.mts';
import { callOf, install, packageOf, START } from './support/packages.mts';
import { outOf } from './support/runs.mts';

const CALL = ['genPage', { resource: 'workspace', operation: 'getAll', returnAll: true }] as const;
const WHOLE = 'n8n-nodes-outbound';

let userFolder: string;
let own: string;
let sandbox: SandboxProcess;
let n8n: N8n;
let credentials: Credentials;

beforeAll(async () => {
	userFolder = await mkdtemp(join(tmpdir(), 'n8n-both-'));
	await install('.', userFolder);
	own = await install(`packages/${packageOf('genPage')}`, userFolder);
	sandbox = await spawnSandbox();
	n8n = await startN8n({ userFolder, ui: true });
	credentials = await storeCredentials(n8n, sandbox);
});

afterAll(async () => {
	await sandbox.stop();
	await stopWithoutLeaks(n8n);
	await rm(userFolder, { recursive: true });
});

type Records = ReturnType<typeof outOf>;

const idsIn = (records: Records = []) => records.map(({ id }) => id);

/** Runs a call by the nodes of packages, one after the other, and returns what each has given out. */
async function run(...packages: readonly string[]): Promise<Record<string, Records>> {
	const calls = packages.map((name, at) => callOf(name, at + 1, CALL, credentials, name));
	const [stored] = await n8n.importWorkflows([chain('both', [START, ...calls])]);
	const execution = await n8n.run(stored?.id ?? '');
	expect(execution.error).toBeUndefined();
	return Object.fromEntries(packages.map((name) => [name, outOf(execution, name)]));
}

const named = z.array(z.object({ name: z.string() }));

test('both run with one credential, which stays when one of the two is removed', async () => {
	const genPage = packageOf('genPage');
	const both = await run(WHOLE, genPage);
	const workspaces = [16, 17];
	expect(idsIn(both[WHOLE])).toEqual(workspaces);
	// Once for each workspace that came in.
	expect(idsIn(both[genPage])).toEqual([...workspaces, ...workspaces]);
	expect((await n8n.testCredential(credentials.genPage)).status).toBe('OK');
	const nodes = (await n8n.nodeTypes()).map(({ name }) => name);
	expect(nodes).toEqual(expect.arrayContaining([`${WHOLE}.genPage`, `${genPage}.genPage`]));
	// Each package brings its own class for it; n8n uses the one that it has loaded last.
	const types = named.parse(await n8n.rest.request('GET', '/types/credentials.json'));
	expect(types.filter(({ name }) => name === 'genPageApi')).toHaveLength(2);

	await rm(own, { recursive: true });
	await n8n.restart();
	expect(idsIn((await run(WHOLE))[WHOLE])).toEqual(workspaces);
	expect((await n8n.testCredential(credentials.genPage)).status).toBe('OK');
});
