// Starts a sandbox as a process of its own and steers it, for tests, the demo and benches. Tests
// run this file as CommonJS: no import.meta and no top-level await, here or in what it imports.
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { z } from 'zod';
import type { FaultRuleInput } from './control/rules.mts';
import {
	foreignRequestSchema,
	logEntrySchema,
	stateSchema,
	summarySchema,
} from './control/shapes.mts';
import type { ForeignRequest, LogEntry, RequestSummary, SandboxState } from './control/shapes.mts';
import { SANDBOX_TOKEN } from './genPage/token.mts';
import { genizizControl } from './geniziz/client.mts';
import type { GenizizControl } from './geniziz/client.mts';
import { SANDBOX_GENIZIZ_KEY, SANDBOX_GENIZIZ_SECOND_KEY } from './geniziz/key.mts';
import { growthGeniusControl } from './growthGenius/client.mts';
import type { GrowthGeniusControl } from './growthGenius/client.mts';
import {
	SANDBOX_GROWTHGENIUS_KEY,
	SANDBOX_GROWTHGENIUS_SECOND_KEY,
	SANDBOX_GROWTHGENIUS_USER_ID,
} from './growthGenius/key.mts';
import { leadGeniusControl } from './leadGenius/client.mts';
import type { LeadGeniusControl } from './leadGenius/client.mts';
import { SANDBOX_LEADGENIUS_KEY, SANDBOX_LEADGENIUS_SECOND_KEY } from './leadGenius/key.mts';
import type { SettingsChange } from './settings.mts';
import type { Documents } from './shared/settings.mts';
import type { Ask } from './shared/wishes.mts';
import { skarbeControl } from './skarbe/client.mts';
import type { SkarbeControl } from './skarbe/client.mts';
import { SANDBOX_SKARBE_KEY, SANDBOX_SKARBE_SECOND_KEY } from './skarbe/key.mts';

export type { FaultRuleInput, ForeignRequest, LogEntry, RequestSummary, SandboxState };
export type { Documents, LeadGeniusControl, SettingsChange };
export type { GenizizControl };
export { GENIZIZ_SEED } from './geniziz/key.mts';
/** All keys that the stand-ins accept. */
export const SANDBOX_KEYS = [
	SANDBOX_TOKEN,
	SANDBOX_LEADGENIUS_KEY,
	SANDBOX_LEADGENIUS_SECOND_KEY,
	SANDBOX_GENIZIZ_KEY,
	SANDBOX_GENIZIZ_SECOND_KEY,
	SANDBOX_GROWTHGENIUS_KEY,
	SANDBOX_GROWTHGENIUS_SECOND_KEY,
	SANDBOX_SKARBE_KEY,
	SANDBOX_SKARBE_SECOND_KEY,
] as const;
export type { GrowthGeniusControl, SkarbeControl };
export type { DeliverInput, Delivery, Finalized } from './leadGenius/shapes.mts';

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

/** A sandbox that runs in a process of its own. */
export interface SandboxProcess {
	/** The vendors' origin, without a last slash. */
	readonly url: string;
	/** The origin of the host that must never see a token. */
	readonly foreignUrl: string;
	/** A token that GenPage accepts. */
	readonly token: string;
	/** A key that LeadGenius accepts. */
	readonly leadGeniusKey: string;
	/** Another one of the same account; in the generous mind with a rate limit of its own. */
	readonly leadGeniusSecondKey: string;
	/** What a test can make LeadGenius do. */
	readonly leadGenius: LeadGeniusControl;
	/** A key that Geniziz accepts. */
	readonly genizizKey: string;
	/** A key of another workspace, where moved leads land. */
	readonly genizizSecondKey: string;
	/** What a test can make Geniziz do. */
	readonly geniziz: GenizizControl;
	/** A key that GrowthGenius accepts. */
	readonly growthGeniusKey: string;
	/** Another one, with a rate limit of its own. */
	readonly growthGeniusSecondKey: string;
	/** A `user_id` that GrowthGenius knows. */
	readonly growthGeniusUserId: string;
	/** What a test can do to GrowthGenius. */
	readonly growthGenius: GrowthGeniusControl;
	/** A key that Skarbe accepts. */
	readonly skarbeKey: string;
	/** Another one, with a rate limit of its own. */
	readonly skarbeSecondKey: string;
	/** What a test can do to Skarbe. */
	readonly skarbe: SkarbeControl;
	/** Seed data, empty log, no faults; the settings of the start, but for `settings`. */
	reset(settings?: SettingsChange): Promise<void>;
	/** Adds a fault rule. */
	fault(rule: FaultRuleInput): Promise<void>;
	/** The requests since the last reset. */
	requests(): Promise<LogEntry[]>;
	/** Their counts only: cheap with 10,000 requests. */
	summary(): Promise<RequestSummary>;
	/** The requests that reached the foreign host. */
	foreign(): Promise<ForeignRequest[]>;
	state(): Promise<SandboxState>;
	/** Ends the process and waits for its end. */
	stop(): Promise<void>;
}

const START_TIMEOUT_MS = 60_000;
const STOP_TIMEOUT_MS = 5_000;

const addressesSchema = z.object({ url: z.string(), foreignUrl: z.string() });
type Addresses = z.infer<typeof addressesSchema>;

/**
 * Starts the sandbox.
 *
 * @throws with what the process wrote when it ends early or is not ready in time
 */
export async function spawnSandbox(options: SpawnOptions = {}): Promise<SandboxProcess> {
	const child = spawn(
		options.node ?? process.execPath,
		[options.mainPath ?? 'sandbox/main.mts', ...flagsOf(options)],
		// The channel makes the sandbox end when this process ends without stopping it.
		{ stdio: ['ignore', 'pipe', 'pipe', 'ipc'] },
	);
	const { url, foreignUrl } = await addressesOf(child, options.timeoutMs ?? START_TIMEOUT_MS);
	const control = `${url}/__sandbox`;
	const ask: Ask = (path, body) => {
		const target = `${control}/${path}`;
		return body === undefined ? read(target) : post(target, body);
	};
	return {
		url,
		foreignUrl,
		token: SANDBOX_TOKEN,
		leadGeniusKey: SANDBOX_LEADGENIUS_KEY,
		leadGeniusSecondKey: SANDBOX_LEADGENIUS_SECOND_KEY,
		leadGenius: leadGeniusControl(ask),
		genizizKey: SANDBOX_GENIZIZ_KEY,
		genizizSecondKey: SANDBOX_GENIZIZ_SECOND_KEY,
		geniziz: genizizControl(ask),
		growthGeniusKey: SANDBOX_GROWTHGENIUS_KEY,
		growthGeniusSecondKey: SANDBOX_GROWTHGENIUS_SECOND_KEY,
		growthGeniusUserId: SANDBOX_GROWTHGENIUS_USER_ID,
		growthGenius: growthGeniusControl(ask),
		skarbeKey: SANDBOX_SKARBE_KEY,
		skarbeSecondKey: SANDBOX_SKARBE_SECOND_KEY,
		skarbe: skarbeControl(ask),
		reset: async (settings = {}) => {
			await post(`${control}/reset`, settings);
		},
		fault: async (rule) => {
			await post(`${control}/faults`, rule);
		},
		requests: async () => z.array(logEntrySchema).parse(await read(`${control}/requests`)),
		summary: async () => summarySchema.parse(await read(`${control}/requests?summary=1`)),
		foreign: async () => z.array(foreignRequestSchema).parse(await read(`${control}/foreign`)),
		state: async () => stateSchema.parse(await read(`${control}/state`)),
		stop: () => stopChild(child),
	};
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

async function read(url: string, init?: RequestInit): Promise<unknown> {
	const response = await fetch(url, init);
	const text = await response.text();
	if (!response.ok) throw new Error(`The sandbox answered ${response.status} to ${url}: ${text}`);
	const value: unknown = JSON.parse(text);
	return value;
}

async function post(url: string, body: object): Promise<unknown> {
	const headers = { 'content-type': 'application/json' };
	return read(url, { method: 'POST', headers, body: JSON.stringify(body) });
}

async function stopChild(child: ChildProcess): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return;
	const ended = new Promise((resolve) => child.once('exit', resolve));
	const timer = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS);
	child.kill('SIGTERM');
	await ended;
	clearTimeout(timer);
}
