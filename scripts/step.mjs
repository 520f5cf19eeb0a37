// Runs long commands with visible progress, several at a time; the whole output of each goes to a log file.
import { spawn } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import advice from './advice.cjs';

// npm exports its own settings to the scripts that it runs. A nested npm in another folder would
// take them for its own, so only those go through that say how to reach the registry or how to
// build native code.
const KEPT =
	/^npm_config_(registry|cache|userconfig|globalconfig|cafile|ca|strict_ssl|nodedir|offline|prefer_offline|fetch_\w+)$|proxy$/i;

/**
 * The environment for a nested npm.
 * @param {string} binFolder put first on the PATH
 * @returns {Record<string, string | undefined>}
 */
export function npmEnvironment(binFolder) {
	const entries = Object.entries(process.env).filter(
		([name]) => !/^npm_/.test(name) || KEPT.test(name),
	);
	const env = Object.fromEntries(entries);
	delete env.INIT_CWD;
	delete env.NODE_ENV;
	const path = (process.env.PATH ?? '').split(':').filter((part) => part !== binFolder);
	return { ...env, PATH: [binFolder, ...path].join(':') };
}

/** What runs now: each step with its process and when it started (ms since 1970). */
const running = new Map();
let ticker;
/** Whether one has failed: then none is begun any more. */
let stopped = false;

/**
 * Runs a command and prints that it goes on, in seconds.
 * @param {{name: string, title: string, expect: string, command: string[], cwd: string, log: string,
 *   env?: Record<string, string | undefined>, help: string}} step `name` in two words; `help` says what to do
 *   when the command fails with words that are not known
 * @returns {Promise<void>}
 * @throws {Error} when the command fails: with its last lines and what to do
 */
export async function runStep(step) {
	if (stopped) throw new Error(`${step.title}: not begun, since another step failed.`);
	tell(`${step.title} (takes about ${step.expect}; log: ${step.log})`);
	const started = Date.now();
	const code = await spawnLogged(step, started);
	if (code === 0) {
		tell(`  ${step.name}: done in ${seconds(started)} s`);
		return;
	}
	const said = existsSync(step.log) ? readFileSync(step.log, 'utf8').trim() : '';
	const tail = said.split('\n').slice(-25).join('\n');
	const how = typeof code === 'number' ? `exit code ${code}` : code;
	const help = advice.adviceOnNpm(`${said}\n${how}`, step.cwd) ?? step.help;
	throw new Error(
		`${step.title}: failed (${how}).\n\n${tail}\n\nWhat to do: ${help}\nThen run the same command again.`,
	);
}

/**
 * Runs lines of steps side by side. The first that fails is told at once, and what else runs is stopped.
 * @param {Array<() => Promise<void>>} lines
 * @returns {Promise<void>}
 * @throws {Error} the first that a line has thrown
 */
export async function sideBySide(lines) {
	try {
		await Promise.all(lines.map((line) => line()));
	} catch (error) {
		stopped = true;
		for (const { child } of running.values()) child.kill();
		throw error;
	}
}

/** Resolves to the exit code, or to a text when the command could not run or was killed. */
function spawnLogged(step, started) {
	mkdirSync(dirname(step.log), { recursive: true });
	const log = createWriteStream(step.log);
	const [program, ...args] = step.command;
	const child = spawn(program, args, {
		cwd: step.cwd,
		env: step.env,
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	child.stdout.pipe(log, { end: false });
	child.stderr.pipe(log, { end: false });
	running.set(step, { child, started });
	ticker ??= setInterval(showElapsed, process.stdout.isTTY ? 1000 : 15_000);
	return new Promise((resolve) => {
		const finish = (result) => {
			ended(step);
			log.end(() => resolve(result));
		};
		child.once('error', (error) => finish(error.message));
		// A log that cannot be written, since its disk is full, ends the step: nothing could be told any more.
		log.once('error', (error) => {
			child.kill();
			ended(step);
			resolve(`${step.log}: ${error.message}`);
		});
		child.once('close', (code, signal) => finish(code ?? `stopped by ${signal}`));
	});
}

function ended(step) {
	running.delete(step);
	if (running.size > 0) return;
	clearInterval(ticker);
	ticker = undefined;
}

function seconds(started) {
	return Math.round((Date.now() - started) / 1000);
}

function showElapsed() {
	const each = [...running].map(([{ name }, { started }]) => `${name} ${seconds(started)} s`);
	const text = `  ... ${each.join(', ')}`;
	if (process.stdout.isTTY) process.stdout.write(`\r\u001b[K${text}`);
	else console.log(text);
}

/** Prints a line of its own, in the place of what was shown of the time. */
function tell(line) {
	if (process.stdout.isTTY) process.stdout.write('\r\u001b[K');
	console.log(line);
}
