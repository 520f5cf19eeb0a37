// Where the real n8n lives. CommonJS, because the set-up script (Node 20, nothing installed),
// the demo (Node 24) and jest all load it.
'use strict';

const { createHash } = require('node:crypto');
const { existsSync, readFileSync } = require('node:fs');
const { homedir } = require('node:os');
const { join, resolve } = require('node:path');

/** The lockfile decides the folder's name, so a changed lockfile never meets an old install. */
function lockHash(root) {
	const lock = readFileSync(join(root, 'host', 'package-lock.json'));
	return createHash('sha256').update(lock).digest('hex').slice(0, 8);
}

function n8nVersion(root) {
	const manifest = JSON.parse(readFileSync(join(root, 'host', 'package.json'), 'utf8'));
	return manifest.dependencies.n8n;
}

function hostDirectory(root = process.cwd()) {
	if (process.env.N8N_HOST_DIR) return resolve(process.env.N8N_HOST_DIR);
	const cache = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
	return join(cache, 'n8n-nodes-outbound', `n8n-${n8nVersion(root)}-${lockHash(root)}`);
}

function isHostInstalled(root = process.cwd()) {
	const stamp = join(hostDirectory(root), '.installed');
	return existsSync(stamp) && readFileSync(stamp, 'utf8').trim() === lockHash(root);
}

module.exports = { hostDirectory, isHostInstalled, lockHash, n8nVersion };
