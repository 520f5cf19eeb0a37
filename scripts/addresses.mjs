// Where npm finds each package of a lockfile. The lockfiles of this repository name no registry, and without
// an address npm asks about each of two thousand packages before it fetches it, which takes a quarter of the time.
import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Small, never changed, and in whatever registry has n8n. */
const KNOWN = { name: 'wrappy', version: '1.0.2' };

const LOCKFILE = 'package-lock.json';
const FOLDER = 'node_modules/';

/**
 * Asks npm, with all its settings, where its registry keeps packages.
 * @param {Record<string, string | undefined>} env of a nested npm
 * @param {string} cwd
 * @returns {Promise<string | undefined>} what its addresses begin with; undefined where they are of another form,
 *   or where there is no answer
 */
async function baseOfRegistry(env, cwd) {
	const { name, version } = KNOWN;
	const question = ['view', `${name}@${version}`, 'dist.tarball'];
	const answer = await run('npm', question, { env, cwd, timeout: 20_000 }).catch(() => undefined);
	const address = answer?.stdout.trim() ?? '';
	const end = pathOf(name, version);
	return address.endsWith(end) ? address.slice(0, -end.length) : undefined;
}

/**
 * Writes files for npm into a folder, the lockfile among them with addresses where npm tells of some.
 * @param {string} folder
 * @param {Record<string, string>} files their texts by name
 * @param {Record<string, string | undefined>} env of the npm that will install them
 * @returns {Promise<void>}
 */
export async function writeForNpm(folder, files, env) {
	mkdirSync(folder, { recursive: true });
	for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
	const lockfile = files[LOCKFILE];
	const base = lockfile && (await baseOfRegistry(env, folder));
	if (base) writeFileSync(join(folder, LOCKFILE), withAddresses(lockfile, base));
}

/**
 * Copies a lockfile, with an address for each package that has none.
 * @param {string} lockfile its text
 * @param {string} base what addresses begin with
 * @returns {string} the text of the copy
 */
function withAddresses(lockfile, base) {
	const lock = JSON.parse(lockfile);
	for (const [path, entry] of Object.entries(lock.packages)) {
		if (!entry.integrity || entry.resolved) continue;
		const name = entry.name ?? path.slice(path.lastIndexOf(FOLDER) + FOLDER.length);
		entry.resolved = base + pathOf(name, entry.version);
	}
	return JSON.stringify(lock);
}

/** As registries have them: `@n8n/config/-/config-2.1.0.tgz`. */
function pathOf(name, version) {
	return `${name}/-/${name.split('/').pop()}-${version}.tgz`;
}
