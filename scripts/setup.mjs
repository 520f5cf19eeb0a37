// Makes a fresh clone ready: the development dependencies and, with --host, the real n8n that the
// demo, the end-to-end tests and the benches run in; with --hosts the other versions of n8n that the
// package is tested in. Instant when nothing is to be done.
// Runs on any Node from 20 on, with nothing installed.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installHost } from '../host/install.mjs';
import location from '../host/location.cjs';
import { npmEnvironment, runStep } from './step.mjs';

const root = process.cwd();
const modules = join(root, 'node_modules');

/** Names the state that node_modules must be in; scripts or texts in package.json do not count. */
function stampName() {
	const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
	const wanted = [manifest.dependencies, manifest.devDependencies, manifest.peerDependencies];
	const hash = createHash('sha256')
		.update(JSON.stringify(wanted))
		.update(readFileSync(join(root, 'package-lock.json')));
	return `.setup-${hash.digest('hex').slice(0, 12)}`;
}

async function installDependencies() {
	const stamp = stampName();
	if (existsSync(join(modules, stamp))) return;
	await runStep({
		title: 'Installing the development dependencies',
		expect: '2 minutes the first time',
		// --no-save follows the committed lockfile and leaves it as it is.
		command: ['npm', 'install', '--no-save', '--include=dev', '--no-audit', '--no-fund'],
		cwd: root,
		env: npmEnvironment(join(modules, '.bin')),
		log: join(root, '.cache', 'setup.log'),
		help: 'check that npm reaches its registry, then run the same command again.',
	});
	if (!existsSync(join(modules, '.bin', 'node'))) {
		throw new Error(
			'Node 24 is missing from node_modules, so npm did not run install scripts.\n' +
				'What to do: npm install --no-save --ignore-scripts=false',
		);
	}
	for (const name of readdirSync(modules)) {
		if (name.startsWith('.setup-')) rmSync(join(modules, name));
	}
	writeFileSync(join(modules, stamp), '');
}

try {
	if (!existsSync(join(root, 'host', 'package.json'))) {
		throw new Error('Run this in the root of the repository: npm run setup');
	}
	await installDependencies();
	if (process.argv.includes('--host')) await installHost(root);
	if (process.argv.includes('--hosts')) {
		// One after another: each takes all that a small machine has.
		for (const version of location.otherVersions(root)) await installHost(root, version);
	}
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
}
