// Builds the package where anything that it is made of has changed since: the demo does not wait for what is there.
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, statSync } from 'node:fs';

/** What gulpfile.js writes at the end of a build. */
const STAMP = '.cache/built';

/** What the build reads; a folder tells of files that are gone. */
const SOURCES = [
	'{nodes,credentials,workflows,scripts/build}/{.,**/*}',
	'{docs/*.md,gulpfile.js,package.json,tsconfig.json,LICENSE.md}',
];

function isUpToDate() {
	if (!existsSync('dist') || !existsSync(STAMP)) return false;
	const built = statSync(STAMP).mtimeMs;
	return globSync(SOURCES).every((file) => statSync(file).mtimeMs <= built);
}

if (!isUpToDate()) {
	console.log('Building the package (takes about 20 seconds)');
	const { status } = spawnSync('npm', ['run', '--silent', 'build'], { stdio: 'inherit' });
	process.exitCode = status ?? 1;
}
