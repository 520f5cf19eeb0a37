// The process of a sandbox: how it is started and ended. Tests run this file as CommonJS: no import.meta
// and no top-level await.
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { z } from 'zod';
import type { Documents } from './shared/settings.mts';

/** How to start the process. */
export interface SpawnOptions {
	/** Default 0: any that is free. */
	readonly port?: number;
	/** Extra milliseconds before every answer of a vendor. Default 0. */
	readonly latencyMs?: number;
	/** Pages per second and GenPage job; 0 = at once. Default 10. */
	readonly leadsPerSecond?: number;
	/** Records finalized per second and LeadGenius campaign; 0 = at once. Default 10. */
	readonly recordsPerSecond?: number;
	/** What vendors do where their documents leave room. Default generous. */
	readonly documents?: Documents;
	/** The Node binary (24 or newer). Default: the one that runs this code. */
	readonly node?: string;
	/** Default `sandbox/main.mts`, from the working directory. */
	readonly mainPath?: string;
	/** How long the start may take. Default 60,000 ms, for a busy machine. */
	readonly timeoutMs?: number;
}

const START_TIMEOUT_MS = 60_000;
const STOP_TIMEOUT_MS = 5_000;

const addressesSchema = z.object({ url: z.string(), foreignUrl: z.string() });

/** The origins of a sandbox: the vendors', and the one of the host that must never see a token. */
export type Addresses = z.infer<typeof addressesSchema>;

/** The process of a sandbox, and where it listens. */
export interface StartedSandbox extends Addresses {
	readonly child: ChildProcess;
}

/**
 * Starts the process alone; the client gives the ways to use it.
 *
 * @throws with what the process wrote when it ends early or is not ready in time
 */
export async function startSandbox(options: SpawnOptions = {}): Promise<StartedSandbox> {
	const child = spawn(
		options.node ?? process.execPath,
		[options.mainPath ?? 'sandbox/main.mts', ...flagsOf(options)],
		// The channel makes the sandbox end when this process ends without stopping it.
		{ stdio: ['ignore', 'pipe', 'pipe', 'ipc'] },
	);
	return { child, ...(await addressesOf(child, options.timeoutMs ?? START_TIMEOUT_MS)) };
}

function flagsOf(options: SpawnOptions): string[] {
	const { port = 0, latencyMs, leadsPerSecond, recordsPerSecond, documents } = options;
	const flags = ['--quiet', '--port', String(port)];
	if (latencyMs !== undefined) flags.push('--latency', String(latencyMs));
	if (leadsPerSecond !== undefined) flags.push('--leads-per-second', String(leadsPerSecond));
	if (recordsPerSecond !== undefined) flags.push('--records-per-second', String(recordsPerSecond));
	if (documents !== undefined) flags.push('--documents', documents);
	return flags;
}

/** Waits for the JSON line of the start. */
async function addressesOf(child: ChildProcess, timeoutMs: number): Promise<Addresses> {
	let output = '';
	let errors = '';
	let timer: NodeJS.Timeout | undefined;
	try {
		return await new Promise((resolve, reject) => {
			const fail = (reason: string): void => {
				reject(new Error(`The sandbox ${reason}.\n${errors}${output}`.trimEnd()));
			};
			child.stderr?.setEncoding('utf8').on('data', (text: string) => {
				errors = (errors + text).slice(-4000);
			});
			child.stdout?.setEncoding('utf8').on('data', (text: string) => {
				output = (output + text).slice(-4000);
				const line = /^\{.*\}$/m.exec(output)?.[0];
				if (line !== undefined) resolve(addressesSchema.parse(JSON.parse(line)));
			});
			child.once('error', (error) => {
				fail(`could not start: ${error.message}`);
			});
			child.once('close', (code) => {
				fail(`ended before it was ready, with exit code ${String(code)}`);
			});
			timer = setTimeout(() => {
				fail(`was not ready after ${timeoutMs} ms`);
			}, timeoutMs);
		});
	} catch (error) {
		child.kill('SIGKILL');
		throw error;
	} finally {
		clearTimeout(timer);
	}
}

/** Ends the process and waits for its end; kills it where it does not end. */
export async function stopChild(child: ChildProcess): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return;
	const ended = new Promise((resolve) => child.once('exit', resolve));
	const timer = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS);
	child.kill('SIGTERM');
	await ended;
	clearTimeout(timer);
}
