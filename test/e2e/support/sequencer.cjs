// The files that wait longest begin first, so that none of them runs alone at the end.
'use strict';

const { default: Sequencer } = require('@jest/test-sequencer');

const LONG = [
	'polling',
	'rigger',
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

function rank({ path }) {
	const at = LONG.findIndex((name) => path.includes(name));
	return at === -1 ? LONG.length : at;
}

class LongFirst extends Sequencer {
	sort(tests) {
		return [...tests].sort((a, b) => rank(a) - rank(b) || a.path.localeCompare(b.path));
	}
}

module.exports = LongFirst;
