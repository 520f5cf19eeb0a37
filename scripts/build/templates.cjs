// The importable templates of workflows/ whose nodes of ours are all one vendor's, with the names that nodes have
// in the package of that vendor.
const { globSync, mkdirSync, readFileSync, writeFileSync } = require('node:fs');
const { basename, join } = require('node:path');

const OURS = 'n8n-nodes-outbound.';

/**
 * Writes a vendor's templates for its own package.
 *
 * @param {{key: string, package: string}} vendor
 * @param {string} folder made if it is not there
 * @throws {Error} when there is none: each package shows what it is for
 */
function writeTemplates(vendor, folder) {
	const own = globSync('workflows/*.json')
		.map((file) => ({ file, text: readFileSync(file, 'utf8') }))
		.filter(({ text }) => isOf(vendor, JSON.parse(text)));
	if (own.length === 0) throw new Error(`workflows/ has no template of ${vendor.key} alone`);
	mkdirSync(folder, { recursive: true });
	for (const { file, text } of own) {
		const renamed = text.replaceAll(`"type": "${OURS}`, `"type": "${vendor.package}.`);
		writeFileSync(join(folder, basename(file)), renamed);
	}
}

/** Whether a template has nodes of this vendor and of no other. */
function isOf({ key }, { nodes }) {
	const kinds = nodes
		.map(({ type }) => type)
		.filter((type) => type.startsWith(OURS))
		.map((type) => type.slice(OURS.length).replace(/(Trigger|Tool)$/, ''));
	return kinds.length > 0 && kinds.every((kind) => kind === key);
}

module.exports = { writeTemplates };
