// What the package weighs: the tarball, and the time to require all of its nodes in a process in
// which n8n has loaded n8n-workflow and zod already.
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { packPackage } from '../host/pack.mts';
import { manifest } from '../test/support/package.mts';
import { spreadOf } from './spread.mts';

const RUNS = 9;

const SCRIPT = `
require('n8n-workflow'); require('zod');
const started = performance.now();
const cpu = process.cpuUsage();
for (const file of ${JSON.stringify(manifest.n8n.nodes)}) {
	const name = file.split('/').at(-1).split('.')[0];
	new (require(require('path').resolve(file))[name])();
}
const { user, system } = process.cpuUsage(cpu);
console.log(JSON.stringify({ ms: performance.now() - started, cpuMs: (user + system) / 1000 }));
`;

const loaded = z.object({ ms: z.number(), cpuMs: z.number() });

function load(): z.infer<typeof loaded> {
	const printed = execFileSync(process.execPath, ['-e', SCRIPT], { encoding: 'utf8' });
	return loaded.parse(JSON.parse(printed));
}

/** Prints the tarball's size and the load time of all nodes. */
export async function benchPackage(): Promise<void> {
	const { tarball, sizeBytes, files } = await packPackage();
	rmSync(dirname(tarball), { recursive: true, force: true });
	const loads = Array.from({ length: RUNS }, load);
	const [times, cpus] = [loads.map(({ ms }) => ms), loads.map(({ cpuMs }) => cpuMs)];
	console.log(
		`\nThe package: ${(sizeBytes / 1000).toFixed(1)} kB in ${files} files (target: below 200 kB)`,
	);
	console.log(
		`  requiring its ${manifest.n8n.nodes.length} nodes takes ${spreadOf(times)} ms (target for ten: below 60 ms),`,
	);
	console.log(`  ${spreadOf(cpus)} ms of CPU`);
}
