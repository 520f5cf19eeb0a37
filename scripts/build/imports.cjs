// The gate against a package that only works here: at run time nothing may be required but the
// package's own files, n8n-workflow and zod, since n8n installs no dependencies with it.
const { globSync, readFileSync } = require('node:fs');
const { preProcessFile } = require('typescript');

const ALLOWED = new Set(['n8n-workflow', 'zod']);

/**
 * @param {string} folder the compiled package
 * @throws {Error} that lists each file with each module it must not require
 */
function checkImports(folder) {
	const wrong = globSync(`${folder}/**/*.js`).flatMap((file) =>
		preProcessFile(readFileSync(file, 'utf8'), true, true)
			.importedFiles.map(({ fileName }) => fileName)
			.filter((name) => !name.startsWith('.') && !ALLOWED.has(name))
			.map((name) => `${file} requires '${name}'`),
	);
	if (wrong.length > 0) {
		throw new Error(
			`Only n8n-workflow and zod may be required at run time:\n  ${wrong.join('\n  ')}\nUse a helper of n8n-workflow, or write it in nodes/shared.`,
		);
	}
}

module.exports = { checkImports };
