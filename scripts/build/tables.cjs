// Writes the operation tables of README.md from the compiled code, between their markers.
const { readFileSync, writeFileSync } = require('node:fs');
const { resolve } = require('node:path');
const vendors = require('./vendors.cjs');

/** The operation table of a vendor in Markdown. */
function tableOf(vendor) {
	const app = require(resolve('dist/nodes', vendor.folder, `${vendor.key}.js`))[vendor.key];
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

/** Fills every vendor's markers in a text. */
function withTables(text) {
	return vendors.reduce((result, vendor) => {
		const [start, end] = [
			`<!-- operations:${vendor.key} -->`,
			`<!-- /operations:${vendor.key} -->`,
		];
		const [before, rest] = result.split(start);
		if (rest === undefined || !rest.includes(end)) {
			throw new Error(`README.md lacks the lines ${start} and ${end} for the operation table`);
		}
		return `${before}${start}\n\n${tableOf(vendor)}\n\n${end}${rest.split(end)[1]}`;
	}, text);
}

/** Brings README.md up to date; leaves the file alone when nothing changed. */
function writeTables() {
	const before = readFileSync('README.md', 'utf8');
	const after = withTables(before);
	if (after !== before) writeFileSync('README.md', after);
}

module.exports = { writeTables };
