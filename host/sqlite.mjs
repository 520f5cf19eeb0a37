// n8n's database driver, the one native part that the real n8n needs here. It is built in a folder of its own
// while npm downloads the rest, and built once: its binary goes with every Node (Node-API).
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runStep } from '../scripts/step.mjs';

/** What each n8n of host/ depends on. */
const VERSION = '5.1.7';
const BINARY = join('build', 'Release', 'node_sqlite3.node');

/**
 * Installs the driver by itself, downloaded where its makers' server answers, compiled elsewhere.
 * @param {string} folder
 * @param {{env: Record<string, string | undefined>, logs: string}} common
 * @returns {Promise<void>}
 * @throws {Error} that says what to do, as where there is no compiler
 */
export async function buildSqlite(folder, { env, logs }) {
	if (existsSync(binaryIn(folder))) return;
	mkdirSync(folder, { recursive: true });
	writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true }));
	await runStep({
		name: 'sqlite3',
		title: 'Building sqlite3, n8n\u2019s embedded database',
		expect: '1 minute',
		command: ['npm', 'install', `sqlite3@${VERSION}`, '--no-audit', '--no-fund'],
		cwd: folder,
		// A compiler that thinks less takes half the time.
		env: { CFLAGS: '-O1', CXXFLAGS: '-O1', JOBS: 'max', ...env },
		log: join(logs, 'sqlite3-build.log'),
		help: 'install a C++ compiler, make and Python 3.',
	});
}

/**
 * Puts what was built into n8n's own copy of the driver, and removes the rest.
 * @param {string} from the folder of buildSqlite
 * @param {string} to n8n's folder
 * @returns {void}
 * @throws {Error} where n8n has another version of it
 */
export function placeSqlite(from, to) {
	const own = join(to, 'node_modules', 'sqlite3');
	const { version } = JSON.parse(readFileSync(join(own, 'package.json'), 'utf8'));
	if (version !== VERSION) {
		throw new Error(
			`n8n has sqlite3 ${version}.\nWhat to do: set VERSION in host/sqlite.mjs to it, and run the same command again.`,
		);
	}
	cpSync(binaryIn(from), join(own, BINARY));
	rmSync(from, { recursive: true });
}

function binaryIn(folder) {
	return join(folder, 'node_modules', 'sqlite3', BINARY);
}
