// The development dependencies, in the state that package.json and the lockfile ask for.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import advice from './advice.cjs';
import { npmEnvironment, runStep } from './step.mjs';

/** Names the state that node_modules must be in; scripts or texts in package.json do not count. */
function stampName(root) {
	const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
	const wanted = [manifest.dependencies, manifest.devDependencies, manifest.peerDependencies];
	const hash = createHash('sha256')
		.update(JSON.stringify(wanted))
		.update(readFileSync(join(root, 'package-lock.json')));
	return `.setup-${hash.digest('hex').slice(0, 12)}`;
}

/**
 * Installs them unless they are there.
 * @param {string} root the repository
 * @returns {Promise<void>}
 * @throws {Error} that says what to do
 */
export async function installDependencies(root) {
	const modules = join(root, 'node_modules');
	const stamp = stampName(root);
	if (existsSync(join(modules, stamp))) return;
	// Where dependencies are there already, npm changes only those that are others now.
	const noSpace = existsSync(modules) ? undefined : advice.adviceOnSpace(root, 2);
	if (noSpace) throw new Error(noSpace);
	await runStep({
		title: 'Installing the development dependencies',
		expect: '2 minutes the first time',
		// --no-save follows the committed lockfile and leaves it as it is.
		command: ['npm', 'install', '--no-save', '--include=dev', '--no-audit', '--no-fund'],
		cwd: root,
		env: npmEnvironment(join(modules, '.bin')),
		log: join(root, '.cache', 'setup.log'),
		help: 'check that npm reaches its registry.',
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
