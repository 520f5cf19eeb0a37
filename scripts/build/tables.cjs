// Writes the operation tables of the vendors' pages and of docs/agents.md from the compiled code, between
// their markers.
const { resolve } = require('node:path');
const { agentTableOf } = require('./agents.cjs');
const { writeTablesInto } = require('./marked.cjs');
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

/** Brings the files up to date. */
function writeTables() {
	for (const { mark, fileOf, tableOf } of TABLES) {
		for (const vendor of vendors) {
			const table = tableOf(vendor, appOf(vendor));
			writeTablesInto(fileOf(vendor), { [`${mark}:${vendor.key}`]: table });
		}
	}
}

module.exports = { pageOf, writeTables };
