// Writes the operation tables of the vendors' pages and of docs/agents.md from the compiled code, between
// their markers.
const { readFileSync, writeFileSync } = require('node:fs');
const { resolve } = require('node:path');
const { agentTableOf } = require('./agents.cjs');
const vendors = require('./vendors.cjs');

/** What markers are called, the file in which those of a vendor are, and the table between them. */
const TABLES = [
	{ mark: 'operations', fileOf: pageOf, tableOf: operationTableOf },
	{ mark: 'agents', fileOf: () => 'docs/agents.md', tableOf: agentTableOf },
];

/** A vendor's page, which is also the README of its own package. */
function pageOf({ name }) {
	return `docs/${name.toLowerCase()}.md`;
}

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

/** A text with the table of a vendor between its markers. */
function withTable(text, file, mark, vendor, table) {
	const [start, end] = [`<!-- ${mark}:${vendor.key} -->`, `<!-- /${mark}:${vendor.key} -->`];
	const [before, rest] = text.split(start);
	if (rest === undefined || !rest.includes(end)) {
		throw new Error(`${file} lacks the lines ${start} and ${end} for the table`);
	}
	return `${before}${start}\n\n${table}\n\n${end}${rest.split(end)[1]}`;
}

/** Brings the files up to date; leaves alone what has not changed. */
function writeTables() {
	for (const { mark, fileOf, tableOf } of TABLES) {
		for (const vendor of vendors) {
			const file = fileOf(vendor);
			const before = readFileSync(file, 'utf8');
			const after = withTable(before, file, mark, vendor, tableOf(vendor, appOf(vendor)));
			if (after !== before) writeFileSync(file, after);
		}
	}
}

module.exports = { pageOf, writeTables };
