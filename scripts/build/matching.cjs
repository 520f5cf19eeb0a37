// Writes the tables of docs/matching.md from the compiled vocabulary: what each vendor calls a fact, and
// which spellings of it are understood.
const { resolve } = require('node:path');
const { writeTablesInto } = require('./marked.cjs');
const vendors = require('./vendors.cjs');

const FILE = 'docs/matching.md';

function factsOf() {
	return require(resolve('dist/nodes/shared/meaning/facts.js')).FACTS;
}

/** The vendors' names for each fact. */
function namesTable() {
	const all = vendors.map(({ folder }) => require(resolve('dist/nodes', folder, 'names.js')).names);
	const rows = factsOf().map(({ id, label }) => {
		const cells = all.map(({ targets }) =>
			targets
				.filter(({ facts }) => facts.includes(id))
				.map(({ name }) => `\`${name}\``)
				.join(', '),
		);
		return `| ${[label, ...cells].join(' | ')} |`;
	});
	const head = ['Fact', ...vendors.map(({ name }) => name)];
	return [`| ${head.join(' | ')} |`, `|${head.map(() => '---|').join('')}`, ...rows].join('\n');
}

/** The spellings of each fact, in the order in which they win. */
function spellingsTable() {
	const rows = factsOf().map(({ label, of, sure, plain = [] }) => {
		const ranked = sure
			.filter((group) => group.length > 0)
			.map((group) => group.join(', '))
			.join(' **then** ');
		return `| ${label} | ${ranked} | ${plain.join(', ')} | ${of} |`;
	});
	return [
		'| Fact | Always | In a record of its kind, or with a word in front | Kind |',
		'|---|---|---|---|',
		...rows,
	].join('\n');
}

/** Brings the page up to date. */
function writeMatching() {
	writeTablesInto(FILE, {
		'matching:names': namesTable(),
		'matching:spellings': spellingsTable(),
	});
}

module.exports = { writeMatching };
