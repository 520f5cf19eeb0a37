// Installs the real n8n once per machine, in a folder that clones share, each version in one of its
// own. Plain JavaScript for the set-up script, which runs before anything is installed.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { writeForNpm } from '../scripts/addresses.mjs';
import advice from '../scripts/advice.cjs';
import { npmEnvironment, runStep, sideBySide } from '../scripts/step.mjs';
import location from './location.cjs';
import { buildSqlite, placeSqlite } from './sqlite.mjs';

const { hostDirectory, hostFiles, hostHash, isHostInstalled, mainVersion } = location;

/**
 * Installs n8n unless a finished install is there. The work is done beside the final place and
 * renamed at the end, so a half-finished install is never taken for a whole one.
 * @param {string} root the repository
 * @param {string} version one that host/ knows; by default the main one
 * @returns {Promise<string>} the absolute path of n8n's folder
 */
export async function installHost(root, version = mainVersion(root)) {
	const target = hostDirectory(root, version);
	if (isHostInstalled(root, version)) return target;
	mkdirSync(dirname(target), { recursive: true });
	const unlock = await lock(`${target}.lock`);
	try {
		// Another run may have finished it while this one waited.
		if (!isHostInstalled(root, version)) await installInto(root, version, target);
	} finally {
		unlock();
	}
	return target;
}

async function installInto(root, version, target) {
	if (existsSync(target)) {
		throw new Error(
			`${target} exists, but is not an install of n8n ${version} as in host/.\n` +
				'What to do: delete that folder, or set N8N_HOST_DIR to another one.',
		);
	}
	const partial = `${target}.partial`;
	const sqlite = `${target}.sqlite3`;
	const noSpace = advice.adviceOnSpace(dirname(target), 3);
	if (noSpace) throw new Error(noSpace);
	// With the Node that runs this: the one of the repository may be installed just now.
	const env = npmEnvironment(dirname(process.execPath));
	const logs = join(root, '.cache');
	await sideBySide([
		() => download(partial, hostFiles(root, version), { version, env, logs }),
		() => buildSqlite(sqlite, { env, logs }),
	]);
	placeSqlite(sqlite, partial);
	writeFileSync(join(partial, '.installed'), `${hostHash(root, version)}\n`);
	renameSync(partial, target);
}

async function download(folder, files, { version, env, logs }) {
	rmSync(folder, { recursive: true, force: true });
	await writeForNpm(folder, files, env);
	await runStep({
		name: 'n8n',
		title: `Installing n8n ${version}, once for all clones (2.2 GB)`,
		expect: '3 minutes',
		// Without install scripts: some native parts of n8n need libraries that few machines have,
		// and no test needs those parts. sqlite3 is the exception, built beside.
		command: npmInstall,
		cwd: folder,
		env,
		log: join(logs, 'host-install.log'),
		help: 'check that npm reaches its registry and that 3 GB are free.',
	});
}

function textOf(file) {
	return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

const npmInstall = [
	'npm',
	'install',
	'--no-save',
	'--legacy-peer-deps',
	'--ignore-scripts',
	'--no-audit',
	'--no-fund',
];

/** Waits until no other process installs; a lock whose process is gone is taken over. */
async function lock(file) {
	for (let waited = 0; ; waited++) {
		try {
			writeFileSync(file, String(process.pid), { flag: 'wx' });
			return () => rmSync(file, { force: true });
		} catch (error) {
			if (error.code !== 'EEXIST') throw error;
		}
		const owner = Number(textOf(file) ?? 0);
		if (owner > 0 && !isAlive(owner)) {
			rmSync(file, { force: true });
			continue;
		}
		if (waited % 15 === 0) console.log(`Another run (process ${owner}) installs n8n; waiting ...`);
		await sleep(1000);
	}
}

function isAlive(pid) {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return error.code === 'EPERM';
	}
}
