// Builds one publishable package per vendor beside the whole: the same code under its own name.
const { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } = require('node:fs');
const { basename, join } = require('node:path');
const { checkImports } = require('./imports.cjs');
const { pageOf } = require('./tables.cjs');
const { writeTemplates } = require('./templates.cjs');
const vendors = require('./vendors.cjs');

const OUTPUT = 'packages';
const TEMPLATES = 'workflows';
/** What a real n8n does with both (test/e2e/packagesBoth.test.mts). */
const BOTH =
	'Beside n8n-nodes-outbound n8n runs it too, at the same version: both use the same stored credentials, which stay when you remove one of the two, but the nodes are listed twice, and each workflow needs the package whose nodes it has.';

/** Builds all vendors' packages from dist. */
function buildPackages() {
	rmSync(OUTPUT, { recursive: true, force: true });
	for (const vendor of vendors) buildPackage(vendor);
}

function buildPackage(vendor) {
	const root = join(OUTPUT, vendor.package);
	mkdirSync(join(root, 'dist/credentials'), { recursive: true });
	for (const room of ['nodes/shared', `nodes/${vendor.folder}`]) {
		cpSync(join('dist', room), join(root, 'dist', room), { recursive: true });
	}
	const credential = `dist/credentials/${vendor.credential}.credentials.js`;
	cpSync(credential, join(root, credential));
	cpSync('LICENSE.md', join(root, 'LICENSE.md'));
	writeJson(join(root, 'package.json'), manifestOf(vendor, credential));
	writeTemplates(vendor, join(root, TEMPLATES));
	writeFileSync(join(root, 'README.md'), readmeOf(vendor));
	for (const node of [vendor.folder, `${vendor.folder}Trigger`]) {
		const file = join(root, 'dist/nodes', vendor.folder, `${node}.node.json`);
		writeJson(file, { ...JSON.parse(readFileSync(file, 'utf8')), node: vendor.package });
	}
	checkImports(join(root, 'dist'));
}

function manifestOf(vendor, credential) {
	const {
		version,
		license,
		homepage,
		author,
		repository,
		bugs,
		files,
		peerDependencies,
		keywords,
	} = JSON.parse(readFileSync('package.json', 'utf8'));
	return {
		name: vendor.package,
		version,
		description: vendor.description,
		license,
		homepage,
		keywords: [...keywords.slice(0, 2), 'sales', vendor.name.toLowerCase()],
		author,
		// n8n's check of a published package looks in its repository for the manifest of that name.
		repository: { ...repository, directory: `${OUTPUT}/${vendor.package}` },
		bugs,
		files: [...files, TEMPLATES],
		n8n: {
			n8nNodesApiVersion: 1,
			strict: true,
			credentials: [credential],
			nodes: ['', 'Trigger'].map(
				(kind) => `dist/nodes/${vendor.folder}/${vendor.folder}${kind}.node.js`,
			),
		},
		peerDependencies,
	};
}

/** The vendor's page under the title of the package, with links that work anywhere. */
function readmeOf(vendor) {
	const { homepage } = JSON.parse(readFileSync('package.json', 'utf8'));
	const page = pageOf(vendor);
	const [, text] = readFileSync(page, 'utf8').split(`# ${vendor.name}\n`);
	if (text === undefined) throw new Error(`${page} lacks its title "# ${vendor.name}"`);
	const linked = text.replace(
		/\]\((?!https?:|#)([^)]+)\)/g,
		(_, link) => `](${targetOf(link, vendor, `${homepage}/blob/main/`)})`,
	);
	const about = `One vendor of [n8n-nodes-outbound](${homepage}) as a package of its own.`;
	return `# ${vendor.package}\n\n${vendor.description}.\n\n${about} Install it in n8n under Settings > Community nodes as \`${vendor.package}\`. ${BOTH}\n${linked}`;
}

/** What a link of the page leads to: of a template that the package has, to its own. */
function targetOf(link, vendor, base) {
	const own = join(OUTPUT, vendor.package, TEMPLATES, basename(link));
	const isOwn = link.startsWith(`../${TEMPLATES}/`) && existsSync(own);
	return new URL(isOwn ? own : link, isOwn ? base : `${base}${pageOf(vendor)}`).href;
}

function writeJson(file, value) {
	writeFileSync(file, `${JSON.stringify(value, null, '\t')}\n`);
}

module.exports = { buildPackages };
