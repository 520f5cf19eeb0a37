// Where the real n8n lives, in each of its versions. CommonJS, because the set-up script (Node 20,
// nothing installed), the demo (Node 24) and jest all load it.
'use strict';

const { createHash } = require('node:crypto');
const { existsSync, readFileSync } = require('node:fs');
const { homedir } = require('node:os');
const { join, resolve } = require('node:path');

function readJson(root, file) {
	return JSON.parse(readFileSync(join(root, 'host', file), 'utf8'));
}

/** The version that everything but the tests of other versions runs in; it has a lockfile. */
function mainVersion(root) {
	return readJson(root, 'package.json').dependencies.n8n;
}

function otherVersions(root) {
	return Object.keys(readJson(root, 'versions.json'));
}

function n8nVersion(root) {
	return process.env.N8N_HOST_VERSION || mainVersion(root);
}

function hostFiles(root, version) {
	const files = ['package.json', 'package-lock.json'];
	if (version === mainVersion(root)) {
		return Object.fromEntries(
			files.map((name) => [name, readFileSync(join(root, 'host', name), 'utf8')]),
		);
	}
	const known = readJson(root, 'versions.json')[version];
	if (!known) throw new Error(`n8n ${version} is not in host/versions.json.`);
	const dependencies = { ...known.dependencies, n8n: version };
	const manifest = { name: 'n8n-host', private: true, dependencies, overrides: known.overrides };
	return { 'package.json': JSON.stringify(manifest, null, '\t') };
}

/** What is installed decides the folder's name, so a change of it never meets an old install. */
function hostHash(root, version = n8nVersion(root)) {
	const files = hostFiles(root, version);
	const decisive = files['package-lock.json'] ?? files['package.json'];
	return createHash('sha256').update(decisive).digest('hex').slice(0, 8);
}

function hostDirectory(root = process.cwd(), version = n8nVersion(root)) {
	const chosen = process.env.N8N_HOST_DIR;
	if (chosen) return resolve(version === mainVersion(root) ? chosen : `${chosen}-${version}`);
	const cache = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
	return join(cache, 'n8n-nodes-outbound', `n8n-${version}-${hostHash(root, version)}`);
}

function isHostInstalled(root = process.cwd(), version = n8nVersion(root)) {
	const stamp = join(hostDirectory(root, version), '.installed');
	return existsSync(stamp) && readFileSync(stamp, 'utf8').trim() === hostHash(root, version);
}

module.exports = {
	hostDirectory,
	hostFiles,
	hostHash,
	isHostInstalled,
	mainVersion,
	n8nVersion,
	otherVersions,
};
