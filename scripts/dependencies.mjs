// The development dependencies, in the state that package.json and the lockfile ask for.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeForNpm } from './addresses.mjs';
import advice from './advice.cjs';
import { npmEnvironment, runStep } from './step.mjs';

/** What builds the package and runs the demo: a part of all, so that a newcomer sees it run soon. */
const FOR_DEMO = [
	'@types/node',
	'fastify',
	'flatted',
	'gulp',
	'n8n-workflow',
	'node',
	'typescript',
	'undici',
	'zod',
];

const readManifest = (root) => JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** Names the state that node_modules must be in; scripts or texts in package.json do not count. */
function stampName(root) {
	const manifest = readManifest(root);
	const wanted = [manifest.dependencies, manifest.devDependencies, manifest.peerDependencies];
	const hash = createHash('sha256')
		.update(JSON.stringify(wanted))
		.update(readFileSync(join(root, 'package-lock.json')));
	return `.setup-${hash.digest('hex').slice(0, 12)}`;
}

/**
 * Installs them unless they are there.
 * @param {string} root the repository
 * @param {boolean} forDemo what the demo needs will do; a later call without it adds the rest
 * @returns {Promise<void>}
 * @throws {Error} that says what to do
 */
export async function installDependencies(root, forDemo) {
	const modules = join(root, 'node_modules');
	const whole = stampName(root);
	const few = `${whole}-demo`;
	const enough = forDemo ? [whole, few] : [whole];
	if (enough.some((stamp) => existsSync(join(modules, stamp)))) return;
	const isNew = !existsSync(modules);
	// Where dependencies are there already, npm changes only those that are others now.
	if (isNew) await installAnew(root, modules, forDemo);
	else await runNpm(root, root);
	if (!existsSync(join(modules, '.bin', 'node'))) {
		throw new Error(
			'Node 24 is missing from node_modules, so npm did not run install scripts.\n' +
				'What to do: npm install --no-save --ignore-scripts=false',
		);
	}
	for (const name of readdirSync(modules)) {
		if (name.startsWith('.setup-')) rmSync(join(modules, name));
	}
	writeFileSync(join(modules, isNew && forDemo ? few : whole), '');
}

/** In a folder of its own, where the lockfile may have addresses, and moved when it is whole. */
async function installAnew(root, modules, forDemo) {
	const noSpace = advice.adviceOnSpace(root, 2);
	if (noSpace) throw new Error(noSpace);
	const folder = join(root, '.cache', 'dependencies');
	rmSync(folder, { recursive: true, force: true });
	const names = ['package.json', 'package-lock.json', '.npmrc'];
	const files = Object.fromEntries(
		names.map((name) => [name, readFileSync(join(root, name), 'utf8')]),
	);
	if (forDemo) files['package.json'] = JSON.stringify(manifestForDemo(root));
	await writeForNpm(folder, files, environmentOf(root));
	await runNpm(root, folder);
	renameSync(join(folder, 'node_modules'), modules);
	rmSync(folder, { recursive: true });
}

/** Of what the lockfile has, npm leaves out what this does not ask for. */
function manifestForDemo(root) {
	const { devDependencies } = readManifest(root);
	const kept = FOR_DEMO.map((name) => [name, devDependencies[name]]);
	return { private: true, devDependencies: Object.fromEntries(kept) };
}

async function runNpm(root, cwd) {
	await runStep({
		name: 'dependencies',
		title: 'Installing the development dependencies',
		expect: '2 minutes the first time',
		// --no-save follows the committed lockfile and leaves it as it is.
		command: ['npm', 'install', '--no-save', '--include=dev', '--no-audit', '--no-fund'],
		cwd,
		env: environmentOf(root),
		log: join(root, '.cache', 'setup.log'),
		help: 'check that npm reaches its registry.',
	});
}

function environmentOf(root) {
	return npmEnvironment(join(root, 'node_modules', '.bin'));
}
