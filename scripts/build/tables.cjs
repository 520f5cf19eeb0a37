// Writes the operation tables of README.md and docs/agents.md from the compiled code, between their
// markers.
const { readFileSync, writeFileSync } = require('node:fs');
const { resolve } = require('node:path');
const { agentTableOf } = require('./agents.cjs');
const vendors = require('./vendors.cjs');

/** Each file, what its markers are called, and the table between those of a vendor. */
const TABLES = [
	{ file: 'README.md', mark: 'operations', tableOf: operationTableOf },
	{ file: 'docs/agents.md', mark: 'agents', tableOf: agentTableOf },
];

/** The operation table of a vendor in Markdown. */
function operationTableOf(_vendor, app) {
	const rows = app.resources.flatMap((resource) =>
		resource.operations.map(
			({ name, description, method, path }) =>
				`| ${resource.name} | ${name} | ${description} | \`${method} ${path}\` |`,
		),
	);
	return ['| Resource | Operation | What it does | Endpoint |', '|---|---|---|---|', ...rows].join(
		'\n',
	);
}

function appOf(vendor) {
	return require(resolve('dist/nodes', vendor.folder, `${vendor.key}.js`))[vendor.key];
}

/** Fills every vendor's markers in a text. */
function withTables(text, { file, mark, tableOf }) {
	return vendors.reduce((result, vendor) => {
		const [start, end] = [`<!-- ${mark}:${vendor.key} -->`, `<!-- /${mark}:${vendor.key} -->`];
		const [before, rest] = result.split(start);
		if (rest === undefined || !rest.includes(end)) {
			throw new Error(`${file} lacks the lines ${start} and ${end} for the operation table`);
		}
		return `${before}${start}\n\n${tableOf(vendor, appOf(vendor))}\n\n${end}${rest.split(end)[1]}`;
	}, text);
}

/** Brings the files up to date; leaves alone what has not changed. */
function writeTables() {
	for (const table of TABLES) {
		const before = readFileSync(table.file, 'utf8');
		const after = withTables(before, table);
		if (after !== before) writeFileSync(table.file, after);
	}
}

module.exports = { writeTables };
