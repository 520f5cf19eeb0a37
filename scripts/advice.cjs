// What a person can do about an error of the system or of npm, out of the words that it comes with. The set-up
// script (any Node, nothing installed), the demo (Node 24) and jest all load it.
'use strict';

const { statfsSync } = require('node:fs');

const MORE_SPACE =
	"Free some: the development dependencies need 2 GB, each n8n needs 3 GB. Or set N8N_HOST_DIR to a folder on another disk for n8n, npm_config_cache for npm's downloads.";

/**
 * The first that fits counts: where node-gyp finds no compiler, a download of what others have compiled has
 * failed before. What only npm says is no sign of anything in the log of another program.
 */
const KNOWN = [
	{
		sign: /\bENOSPC\b|\bEDQUOT\b|no space left on device|SQLITE_FULL|disk is full/i,
		advice: (folder) => `no space is left on the disk of ${folder}. ${MORE_SPACE}`,
	},
	{
		onlyNpm: true,
		sign: /ERR! find Python|Could not find any Python|not found: make|make: (command )?not found|spawn make ENOENT|(g\+\+|c\+\+|cc): (command )?not found|(g\+\+|c\+\+|cc): No such file|No Xcode or CLT/i,
		advice: () =>
			`what compiles n8n's database driver is missing: a C++ compiler, make and Python 3. On Debian and Ubuntu: sudo apt-get install -y g++ make python3; on Fedora: sudo dnf install -y gcc-c++ make python3; on macOS: xcode-select --install.`,
	},
	{
		sign: /\b(EACCES|EPERM|EROFS)\b|permission denied|read-only file system/i,
		advice: (folder) =>
			`${folder}, or npm's cache, cannot be written. Give it to your user (npm run with sudo may have taken it), or set N8N_HOST_DIR and npm_config_cache to folders of your own.`,
	},
	{
		onlyNpm: true,
		sign: /\b(CERT_\w+|SELF_SIGNED_CERT_IN_CHAIN|DEPTH_ZERO_SELF_SIGNED_CERT|UNABLE_TO_\w+)\b/,
		advice: () =>
			`a proxy signs with a certificate that Node does not know. Set NODE_EXTRA_CA_CERTS to the file of its certificate authority.`,
	},
	{
		onlyNpm: true,
		sign: /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENETUNREACH|EHOSTUNREACH|ETIMEDOUT|ERR_SOCKET_TIMEOUT|ENOTCACHED|EIDLETIMEOUT)\b|only-if-cached|network (request|timeout)/i,
		advice: () =>
			`npm does not reach its registry. Check the network, and what "npm config get registry", "npm config get https-proxy" and "npm config get offline" say.`,
	},
	{
		sign: /\bSIGKILL\b|out of memory|heap limit|\bENOMEM\b/i,
		advice: () => `the memory was too little: 4 GB should be free. Close other programs.`,
	},
];

/**
 * Says what to do about what a program has printed, or about the message of an error.
 *
 * @param {string} said
 * @param {string} folder where it was writing
 * @returns {string | undefined} undefined where the words are none that are known
 */
function adviceOn(said, folder) {
	return adviceOf(
		KNOWN.filter(({ onlyNpm }) => !onlyNpm),
		said,
		folder,
	);
}

/** The same about what npm has printed. */
function adviceOnNpm(said, folder) {
	return adviceOf(KNOWN, said, folder);
}

function adviceOf(known, said, folder) {
	return known.find(({ sign }) => sign.test(said))?.advice(folder);
}

/**
 * Says what to do when a disk has too little space. npm itself goes on for minutes after its disk is full.
 *
 * @param {string} folder one that is there
 * @param {number} gb how much is needed
 * @returns {string | undefined} undefined where there is enough
 */
function adviceOnSpace(folder, gb) {
	const { bavail, bsize } = statfsSync(folder);
	const free = (bavail * bsize) / 1e9;
	if (free >= gb) return undefined;
	return `${gb} GB are needed on the disk of ${folder}, and ${free.toFixed(1)} GB are free.\nWhat to do: ${MORE_SPACE}`;
}

const OLDEST_NODE = 20;

/**
 * Says what to do when this Node is too old to set the repository up.
 *
 * @param {string} version such as '18.20.4'
 * @returns {string | undefined} undefined where it will do
 */
function adviceOnNode(version) {
	if (Number(version.split('.')[0]) >= OLDEST_NODE) return undefined;
	return `This is Node ${version}, and the set-up needs ${OLDEST_NODE} or newer.\nWhat to do: install it from nodejs.org, or with a version manager (nvm install 24). The Node 24 that n8n needs comes with the set-up.`;
}

module.exports = { adviceOn, adviceOnNode, adviceOnNpm, adviceOnSpace };
