// Makes a fresh clone ready: the development dependencies and, with --host, the real n8n that the
// demo, the end-to-end tests and the benches run in; with --hosts the other versions of n8n that the
// package is tested in; with --demo only what the demo needs, and the package built. Instant when nothing
// is to be done.
// Runs on any Node from 20 on, with nothing installed; an older one must get as far as to be told so.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import advice from './advice.cjs';

const root = process.cwd();

async function setUp() {
	const tooOld = advice.adviceOnNode(process.versions.node);
	if (tooOld) throw new Error(tooOld);
	if (!existsSync(join(root, 'host', 'package.json'))) {
		throw new Error('Run this in the root of the repository: npm run setup');
	}
	const { sideBySide } = await import('./step.mjs');
	const asked = (option) => process.argv.includes(option);
	await sideBySide([
		() => installRepository(asked('--demo')),
		() => installHosts(asked('--host') || asked('--demo'), asked('--hosts')),
	]);
}

async function installRepository(forDemo) {
	const { installDependencies } = await import('./dependencies.mjs');
	await installDependencies(root, forDemo);
	const { buildPackage } = await import('./built.mjs');
	if (forDemo) await buildPackage(root);
}

/** One after another: each takes all that a small machine has. */
async function installHosts(main, others) {
	const { installHost } = await import('../host/install.mjs');
	if (main) await installHost(root);
	const { default: location } = await import('../host/location.cjs');
	for (const version of others ? location.otherVersions(root) : [])
		await installHost(root, version);
}

/** What went wrong, with what to do where the words alone do not say so: the system's have a code. */
function told(error) {
	if (!(error instanceof Error)) return String(error);
	const what = error.code && advice.adviceOn(error.message, error.path ?? root);
	return what ? `${error.message}\n\nWhat to do: ${what}` : error.message;
}

try {
	await setUp();
} catch (error) {
	console.error(told(error));
	process.exitCode = 1;
}
