// What the package weighs: the tarball, and the time to require all of its nodes in a process in
// which n8n has loaded n8n-workflow and zod already.
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { packPackage } from '../host/pack.mts';
import { manifest } from '../test/support/package.mts';
import { plainRow } from './results/rows.mts';
import type { Measurements } from './results/shapes.mts';
import { often } from './size.mts';

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

/** Measures the tarball's size and the load time of all nodes. */
export async function benchPackage(): Promise<Measurements> {
	console.log('\nThe package');
	const { tarball, sizeBytes, files } = await packPackage();
	rmSync(dirname(tarball), { recursive: true, force: true });
	const loads = Array.from({ length: often(RUNS) }, load);
	const required = `All ${manifest.n8n.nodes.length} nodes required`;
	const [times, cpus] = [loads.map(({ ms }) => ms), loads.map(({ cpuMs }) => cpuMs)];
	const rows = [
		plainRow(`Tarball, ${files} files`, 'kB', [sizeBytes / 1000], { is: 'below', value: 200 }),
		plainRow(required, 'ms', times, { is: 'below', value: 25 }),
		plainRow(`${required}: CPU`, 'ms', cpus, { is: 'below', value: 25 }),
	];
	return { rows };
}
