// One sandbox for a test file, and the GenPage node pointed at it.
import type { IDataObject, INode, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { spawnSandbox } from '../../sandbox/client.mts';
import type { LogEntry, SandboxProcess, SpawnOptions } from '../../sandbox/client.mts';
import type { CredentialData } from './credentials.mts';
import { runNode, type NodeResult } from './engine.mts';

export const API = '/api/external/v1';

/** Marks the requests that tests themselves send, so that they are not taken for the node's. */
const SETUP_HEADER = 'x-test-setup';

/** What a run may say beside its parameters and items. */
export interface RunMore {
	readonly onError?: INode['onError'];
	readonly cancelWhen?: Promise<unknown>;
	readonly credentials?: CredentialData;
}

/** The sandbox of a test file and the ways to use it. */
export interface GenPageSite {
	readonly sandbox: SandboxProcess;
	readonly credentials: CredentialData;
	/** Runs the GenPage node. */
	run(
		parameters: INodeParameters,
		items?: readonly IDataObject[],
		more?: RunMore,
	): Promise<NodeResult>;
	/** Calls the API as somebody else, to prepare a test. */
	call(method: 'POST' | 'GET', path: string, body?: object): Promise<unknown>;
	/** Uploads leads as somebody else. Returns the job's ID. */
	upload(emails: readonly string[], from?: string): Promise<string>;
	/** What the node sent. */
	received(): Promise<LogEntry[]>;
	/** Resolves when the node has sent so many requests. */
	arrived(count?: number): Promise<void>;
}

/** Starts a sandbox before the tests of a file, resets it before each and stops it at the end. */
export function useGenPage(options: SpawnOptions = { leadsPerSecond: 0 }): GenPageSite {
	let running: SandboxProcess | undefined;
	const sandbox = (): SandboxProcess => {
		if (!running) throw new Error('The sandbox runs inside of tests only');
		return running;
	};
	beforeAll(async () => {
		running = await spawnSandbox(options);
	});
	beforeEach(() => sandbox().reset());
	afterAll(() => sandbox().stop());

	const site: GenPageSite = {
		get sandbox() {
			return sandbox();
		},
		get credentials() {
			return { genPageApi: { apiToken: sandbox().token, baseUrl: sandbox().url } };
		},
		run: (parameters, items, more = {}) =>
			runNode({ type: 'genPage', credentials: site.credentials, parameters, items, ...more }),
		async call(method, path, body) {
			const headers = {
				authorization: `Bearer ${sandbox().token}`,
				'content-type': 'application/json',
				[SETUP_HEADER]: 'yes',
			};
			const init = { method, headers, body: body && JSON.stringify(body) };
			const response = await fetch(`${sandbox().url}${API}${path}`, init);
			const answer: unknown = await response.json();
			if (!response.ok) throw new Error(`${path}: ${JSON.stringify(answer)}`);
			return answer;
		},
		async upload(emails, from = 'Somebody') {
			const leads = emails.map((email) => ({ values: { email } }));
			const body = { from, campaign_id: 1, audience_id: 1, leads };
			const answer = await site.call('POST', '/leads/upsert-leads', body);
			return String(recordOf(answer).job_id);
		},
		async received() {
			const all = await sandbox().requests();
			return all.filter(({ headers }) => !(SETUP_HEADER in headers));
		},
		async arrived(count = 1) {
			while ((await site.received()).length < count);
		},
	};
	return site;
}

/** A value as an object; an empty one when it is none. */
export function recordOf(value: unknown): Record<string, unknown> {
	return typeof value === 'object' && value !== null ? { ...value } : {};
}

/** A resource locator's choice by ID. */
export function byId(value: string | number): INodeParameters {
	return { __rl: true, mode: 'id', value: String(value) };
}

/** The indexes of the input items that an output item is linked to. */
export function linksOf({ pairedItem }: INodeExecutionData): number[] {
	const links = Array.isArray(pairedItem) ? pairedItem : [pairedItem ?? []].flat();
	return links.map((link) => (typeof link === 'number' ? link : link.item));
}
