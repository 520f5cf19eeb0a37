// Writes the tables of docs/matching.md from the compiled vocabulary: what each vendor calls a fact, and
// which spellings of it are understood.
const { readFileSync, writeFileSync } = require('node:fs');
const { resolve } = require('node:path');
const vendors = require('./vendors.cjs');

const FILE = 'docs/matching.md';

/** Each table by what its markers are called. */
const TABLES = { names: namesTable, spellings: spellingsTable };

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

/** Brings the page up to date; leaves it alone when nothing has changed. */
function writeMatching() {
	const before = readFileSync(FILE, 'utf8');
	const after = Object.entries(TABLES).reduce((text, [mark, tableOf]) => {
		const [start, end] = [`<!-- matching:${mark} -->`, `<!-- /matching:${mark} -->`];
		const [head, rest = ''] = text.split(start);
		const [, tail] = rest.split(end);
		if (tail === undefined) throw new Error(`${FILE} lacks the lines ${start} and ${end}`);
		return `${head}${start}\n\n${tableOf()}\n\n${end}${tail}`;
	}, before);
	if (after !== before) writeFileSync(FILE, after);
}

module.exports = { writeMatching };
