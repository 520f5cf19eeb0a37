// The files that wait longest begin first, so that none of them runs alone at the end, where the one is that needs
// all of the processor: it has two hundred calls answered at once.
'use strict';

const { default: Sequencer } = require('@jest/test-sequencer');

const LONG = [
	'polling',
	'e2e/trigger',
	'agentTools',
	'leadGeniusWait',
	'operations',
	'sentJobs',
	'enrichment',
	'crm',
	'secrets',
	'packagesBoth',
	'killed',
];

const LAST = 'leadGeniusTrigger';

function rank({ path }) {
	if (path.includes(LAST)) return Infinity;
	const at = LONG.findIndex((name) => path.includes(name));
	return at === -1 ? LONG.length : at;
}

class LongFirst extends Sequencer {
	sort(tests) {
		return [...tests].sort((a, b) => rank(a) - rank(b) || a.path.localeCompare(b.path));
	}
}

module.exports = LongFirst;
