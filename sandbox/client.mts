// Starts a sandbox as a process of its own and steers it, for tests, the demo and benches. Tests
// run this file as CommonJS: no import.meta and no top-level await, here or in what it imports.
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
import { startSandbox, stopChild, type Addresses, type SpawnOptions } from './process.mts';
import type { SettingsChange } from './settings.mts';
import type { Documents } from './shared/settings.mts';
import type { Ask } from './shared/wishes.mts';
import { skarbeControl } from './skarbe/client.mts';
import type { SkarbeControl } from './skarbe/client.mts';
import { SANDBOX_SKARBE_KEY, SANDBOX_SKARBE_SECOND_KEY } from './skarbe/key.mts';

export type { FaultRuleInput, ForeignRequest, LogEntry, RequestSummary, SandboxState };
export { startSandbox, type Addresses } from './process.mts';
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

/** A sandbox that runs somewhere. */
export interface Sandbox {
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
}

/** A sandbox that runs in a process of its own. */
export interface SandboxProcess extends Sandbox {
	/** Ends the process and waits for its end. */
	stop(): Promise<void>;
}

/**
 * Starts the sandbox.
 *
 * @throws with what the process wrote when it ends early or is not ready in time
 */
export async function spawnSandbox(options: SpawnOptions = {}): Promise<SandboxProcess> {
	const { child, ...addresses } = await startSandbox(options);
	return { ...sandboxAt(addresses), stop: () => stopChild(child) };
}

/** The ways to use a sandbox that runs. */
export function sandboxAt({ url, foreignUrl }: Addresses): Sandbox {
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
	};
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
