// Parts of a document that the build writes, each between two markers.
const { readFileSync, writeFileSync } = require('node:fs');

/**
 * Puts tables between their markers; leaves the file alone when nothing has changed.
 *
 * @param {string} file
 * @param {Readonly<Record<string, string>>} tables by what their markers are called, such as 'operations:skarbe'
 * @throws {Error} that names the markers which the file lacks
 */
function writeTablesInto(file, tables) {
	const before = readFileSync(file, 'utf8');
	const after = Object.entries(tables).reduce((text, [mark, table]) => {
		const [start, end] = [`<!-- ${mark} -->`, `<!-- /${mark} -->`];
		const [head, rest = ''] = text.split(start);
		const [, tail] = rest.split(end);
		if (tail === undefined) throw new Error(`${file} lacks the lines ${start} and ${end}`);
		return `${head}${start}\n\n${table}\n\n${end}${tail}`;
	}, before);
	if (after !== before) writeFileSync(file, after);
}

module.exports = { writeTablesInto };
