// Draws the charts of what was measured: `npm run bench:charts`, from bench/results.json into docs/images.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { growthChart } from './charts/growth.mts';
import { throughputChart } from './charts/throughput.mts';
import { readResults, RESULTS_FOLDER } from './results/store.mts';

const { values } = parseArgs({
	options: {
		from: { type: 'string', default: RESULTS_FOLDER },
		to: { type: 'string', default: join('docs', 'images') },
	},
});
const results = readResults(values.from);
const charts = {
	'bench-throughput.svg': throughputChart(results),
	'bench-growth.svg': growthChart(results),
};
for (const [name, chart] of Object.entries(charts)) {
	if (chart === undefined) {
		console.error(`${name}: nothing was measured for it yet`);
		continue;
	}
	writeFileSync(join(values.to, name), chart);
	console.log(join(values.to, name));
}
