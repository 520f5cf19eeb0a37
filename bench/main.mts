// Runs the benches: all of them, or those named on the command line.
import '../test/support/n8nSettings.cjs';
import { benchEngine } from './engine.mts';
import { benchGeniziz } from './geniziz.mts';
import { benchGenPage } from './genPage.mts';
import { benchLeadGeniusUpload } from './leadGenius/upload.mts';
import { benchLeadGeniusTrigger } from './leadGenius/webhook.mts';
import { benchPackage } from './package.mts';
import { benchTriggers } from './triggers.mts';

const benches = {
	package: benchPackage,
	engine: benchEngine,
	genPage: benchGenPage,
	leadGeniusUpload: benchLeadGeniusUpload,
	leadGeniusTrigger: benchLeadGeniusTrigger,
	geniziz: benchGeniziz,
	triggers: benchTriggers,
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in benches));
if (unknown.length > 0) {
	console.error(
		`There is no bench ${unknown.join(', ')}. Choose of: ${Object.keys(benches).join(', ')}`,
	);
	process.exit(1);
}
for (const [name, bench] of Object.entries(benches)) {
	if (wanted.length === 0 || wanted.includes(name)) await bench();
}
// n8n-core keeps timers of its own.
process.exit(0);
