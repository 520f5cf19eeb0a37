// Puts the output schemas beside the compiled nodes, where n8n looks for them, without their white space.
const { globSync, mkdirSync, readFileSync, writeFileSync } = require('node:fs');
const { dirname, join } = require('node:path');

/** @param {string} folder where the package is built */
function copySchemas(folder) {
	for (const file of globSync('nodes/*/__schema__/**/*.json')) {
		const target = join(folder, file);
		mkdirSync(dirname(target), { recursive: true });
		writeFileSync(target, JSON.stringify(JSON.parse(readFileSync(file, 'utf8'))));
	}
}

module.exports = { copySchemas };
