// Preloaded into n8n: writes what the process holds, a line of JSON each time. Full collections come
// first, so that what is left is what something still holds.
'use strict';
const { appendFileSync } = require('node:fs');

const { GAUGE_FILE, GAUGE_MS = '15000' } = process.env;

// n8n's children inherit the variables, and are none of it.
if (GAUGE_FILE && process.argv[2] === 'start') {
	// Not referenced: a timer that counts as n8n's own would be in every reading.
	setInterval(() => read(GAUGE_FILE), Number(GAUGE_MS)).unref();
}

function read(file) {
	// The second one takes what finalizers of the first have let go.
	global.gc();
	global.gc();
	const { rss, heapUsed, external } = process.memoryUsage();
	const resources = {};
	for (const kind of process.getActiveResourcesInfo()) {
		resources[kind] = (resources[kind] ?? 0) + 1;
	}
	appendFileSync(
		file,
		`${JSON.stringify({ at: Date.now(), rss, heapUsed, external, resources })}\n`,
	);
}
