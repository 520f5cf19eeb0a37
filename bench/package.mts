// What the package weighs: the tarball, and the time to require all of its nodes in a process in
// which n8n has loaded n8n-workflow and zod already.
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { packPackage } from '../host/pack.mts';
import { manifest } from '../test/support/package.mts';
import { spreadOf } from './spread.mts';

const RUNS = 9;

const SCRIPT = `
require('n8n-workflow'); require('zod');
const started = performance.now();
for (const file of ${JSON.stringify(manifest.n8n.nodes)}) {
	const name = file.split('/').at(-1).split('.')[0];
	new (require(require('path').resolve(file))[name])();
}
console.log(performance.now() - started);
`;

function loadMs(): number {
	return Number(execFileSync(process.execPath, ['-e', SCRIPT], { encoding: 'utf8' }));
}

/** Prints the tarball's size and the load time of all nodes. */
export async function benchPackage(): Promise<void> {
	const { tarball, sizeBytes, files } = await packPackage();
	rmSync(dirname(tarball), { recursive: true, force: true });
	const times = Array.from({ length: RUNS }, loadMs);
	console.log(
		`\nThe package: ${(sizeBytes / 1000).toFixed(1)} kB in ${files} files (target: below 200 kB)`,
	);
	console.log(
		`  requiring its ${manifest.n8n.nodes.length} nodes takes ${spreadOf(times)} ms (target for ten: below 60 ms)`,
	);
}
