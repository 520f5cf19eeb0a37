// Builds the package where anything that it is made of has changed since: the demo does not wait for what is there.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { npmEnvironment, runStep } from './step.mjs';

/** What gulpfile.js writes at the end of a build. */
const STAMP = '.cache/built';

/** What the build reads; a folder tells of files that are gone. */
const FOLDERS = ['nodes', 'credentials', 'workflows', 'scripts/build'];
const FILES = ['gulpfile.js', 'package.json', 'tsconfig.json', 'LICENSE.md'];

/**
 * Builds it unless that was done.
 * @param {string} root the repository, its dependencies installed
 * @returns {Promise<void>}
 * @throws {Error} that says what the compiler found
 */
export async function buildPackage(root) {
	if (isUpToDate(root)) return;
	await runStep({
		name: 'build',
		title: 'Building the package',
		expect: '20 seconds',
		command: ['npm', 'run', '--silent', 'build'],
		cwd: root,
		env: npmEnvironment(join(root, 'node_modules', '.bin')),
		log: join(root, '.cache', 'build.log'),
		help: 'correct what the compiler found: npm run build.',
	});
}

function isUpToDate(root) {
	const stamp = join(root, STAMP);
	if (!existsSync(stamp) || !existsSync(join(root, 'dist'))) return false;
	const built = statSync(stamp).mtimeMs;
	const inside = FOLDERS.flatMap((folder) =>
		readdirSync(join(root, folder), { recursive: true }).map((name) => join(folder, name)),
	);
	const pages = readdirSync(join(root, 'docs')).filter((name) => name.endsWith('.md'));
	const sources = [...FILES, ...FOLDERS, ...inside, ...pages.map((name) => join('docs', name))];
	return sources.every((name) => statSync(join(root, name)).mtimeMs <= built);
}
