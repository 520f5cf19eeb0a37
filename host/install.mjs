// Installs the real n8n once per machine, in a folder that clones share, each version in one of its
// own. Plain JavaScript for the set-up script, which runs before anything is installed.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import advice from '../scripts/advice.cjs';
import { npmEnvironment, runStep } from '../scripts/step.mjs';
import location from './location.cjs';

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
	const common = {
		cwd: partial,
		env: npmEnvironment(join(root, 'node_modules', '.bin')),
		log: join(root, '.cache', 'host-install.log'),
	};
	const hash = hostHash(root, version);
	// What was downloaded stays when no compiler was found for the rest.
	if (textOf(join(partial, '.downloaded')) !== hash) {
		rmSync(partial, { recursive: true, force: true });
		const noSpace = advice.adviceOnSpace(dirname(target), 3);
		if (noSpace) throw new Error(noSpace);
		mkdirSync(partial);
		for (const [file, text] of Object.entries(hostFiles(root, version))) {
			writeFileSync(join(partial, file), text);
		}
		await runStep({
			...common,
			title: `Installing n8n ${version}, once for all clones (2.2 GB)`,
			expect: '4 minutes',
			// Without install scripts: some native parts of n8n need libraries that few machines have,
			// and no test needs those parts. sqlite3 is the exception, built next.
			command: npmInstall,
			help: 'check that npm reaches its registry and that 3 GB are free.',
		});
		writeFileSync(join(partial, '.downloaded'), hash);
	}
	await runStep({
		...common,
		title: 'Building sqlite3, n8n\u2019s embedded database',
		expect: '2 minutes',
		command: ['npm', 'rebuild', 'sqlite3'],
		help: 'install a C++ compiler, make and Python 3.',
	});
	writeFileSync(join(partial, '.installed'), `${hash}\n`);
	renameSync(partial, target);
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
