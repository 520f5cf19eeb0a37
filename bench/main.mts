// Runs the benches: all of them, or those named on the command line. Their figures go into
// bench/results.json; when all have run, or with --write, into the table of bench/results.md too.
import '../test/support/n8nSettings.cjs';
import { parseArgs } from 'node:util';
import { benchCapacity } from './capacity.mts';
import { benchCreates } from './creates.mts';
import { benchEngine } from './engine.mts';
import { benchGenizizUpsert } from './geniziz/upsert.mts';
import { benchGeniziz } from './geniziz.mts';
import { benchGenPage } from './genPage.mts';
import { benchGrowth } from './growth.mts';
import { benchLeadGeniusUpload } from './leadGenius/upload.mts';
import { benchLeadGeniusTrigger } from './leadGenius/webhook.mts';
import { benchPackage } from './package.mts';
import { printRows } from './results/rows.mts';
import type { Measurements } from './results/shapes.mts';
import { keep, RESULTS_FOLDER, writeTable } from './results/store.mts';
import { isQuick } from './size.mts';
import { benchTriggers } from './triggers.mts';

const benches: Readonly<Record<string, () => Promise<Measurements>>> = {
	package: benchPackage,
	engine: benchEngine,
	genPage: benchGenPage,
	leadGeniusUpload: benchLeadGeniusUpload,
	leadGeniusTrigger: benchLeadGeniusTrigger,
	geniziz: benchGeniziz,
	genizizUpsert: benchGenizizUpsert,
	creates: benchCreates,
	capacity: benchCapacity,
	growth: benchGrowth,
	triggers: benchTriggers,
};

const { values: flags, positionals: wanted } = parseArgs({
	allowPositionals: true,
	options: {
		write: { type: 'boolean', default: false },
		quick: { type: 'boolean', default: false },
		out: { type: 'string' },
	},
});
const unknown = wanted.filter((name) => !(name in benches));
if (unknown.length > 0) {
	console.error(
		`There is no bench ${unknown.join(', ')}. Choose of: ${Object.keys(benches).join(', ')}`,
	);
	process.exit(1);
}
// Quick figures say nothing, so they are kept only where they are asked for.
const folder = flags.out ?? (isQuick ? undefined : RESULTS_FOLDER);
const failed: string[] = [];
for (const [name, bench] of Object.entries(benches)) {
	if (wanted.length > 0 && !wanted.includes(name)) continue;
	try {
		const measured = await bench();
		printRows(measured.rows);
		if (folder !== undefined) keep(folder, name, measured);
	} catch (error) {
		// The others have their figures all the same.
		console.error(error);
		failed.push(name);
	}
}
const isWhole = wanted.length === 0 && failed.length === 0;
if (folder !== undefined && (flags.write || isWhole)) writeTable(folder, Object.keys(benches));
if (failed.length > 0) console.error(`\nFailed: ${failed.join(', ')}`);
// n8n-core keeps timers of its own.
process.exit(failed.length === 0 ? 0 : 1);
