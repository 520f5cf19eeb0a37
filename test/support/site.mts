// One sandbox for a test file, and a vendor's node pointed at it.
import type { IDataObject, INode, INodeParameters } from 'n8n-workflow';
import type { Documents, LogEntry, Sandbox, SettingsChange } from '../../sandbox/client.mts';
import { contractOf, type Contract } from './contract.mts';
import type { CredentialData } from './credentials.mts';
import { runNode, type SeenResult } from './engine.mts';
import { documentsOfRun } from './documents.mts';
import { keptSandbox } from './keptSandbox.mts';
import type { PreparedVendor, TestedVendor } from './vendor.mts';

/** Marks the requests that tests themselves send, so that they are not taken for the node's. */
const SETUP_HEADER = 'x-test-setup';

/** What a run may say beside its parameters and items. */
export interface RunMore {
	readonly onError?: INode['onError'];
	/** The workflow's time zone; UTC by default. */
	readonly timezone?: string;
	readonly cancelWhen?: Promise<unknown>;
	readonly credentials?: CredentialData;
	/** Tells credentials apart; the test's own by default. */
	readonly credentialId?: string;
	/** Tells workflows apart; one and the same by default. */
	readonly workflowId?: string;
}

/** A vendor whose nodes a test runs, and with which credential. */
export interface NodeOwner {
	readonly vendor: { readonly type: string };
	readonly credentials: CredentialData;
	/** One for each test: what the limiter of one has learnt does not hold the next one up. */
	readonly credentialId: string;
}

/** The sandbox of a test file and the ways to use it. */
export interface VendorSite extends NodeOwner, PreparedVendor {
	readonly vendor: TestedVendor;
	readonly contract: Contract;
	/** What the vendor does where its documents leave room. */
	readonly documents: Documents;
	/** The key that the credential holds. */
	readonly key: string;
	/** The credential with another key or address. */
	credentialsWith(key: string, baseUrl?: string): CredentialData;
	/** Runs the vendor's app node. */
	run(
		parameters: INodeParameters,
		items?: readonly IDataObject[],
		more?: RunMore,
	): Promise<SeenResult>;
	/** What the node sent. */
	received(): Promise<LogEntry[]>;
	/** Resolves when the node has sent so many requests. */
	arrived(count?: number): Promise<void>;
}

/** A sandbox as the tests of a file share it. */
interface FileSandbox {
	readonly documents: Documents;
	readonly sandbox: Sandbox;
	readonly credentialId: string;
}

/**
 * Resets the worker's sandbox before each test of a file.
 *
 * @param documents what the vendor does where its documents leave room; by default that of the jest
 *   project, since every flow runs in both minds
 */
export function useVendor(
	vendor: TestedVendor,
	documents: Documents = documentsOfRun(),
): VendorSite {
	return siteOf(vendor, useSandbox(vendor.settings, documents));
}

/** The same of several vendors, with one sandbox for all of them. Their sites are in the same order. */
export function useVendors(vendors: readonly TestedVendor[]): VendorSite[] {
	const settings = vendors.reduce<SettingsChange>(
		(all, vendor) => ({ ...all, ...vendor.settings }),
		{},
	);
	const shared = useSandbox(settings, documentsOfRun());
	return vendors.map((vendor) => siteOf(vendor, shared));
}

function useSandbox(settings: SettingsChange | undefined, documents: Documents): FileSandbox {
	let running: Sandbox | undefined;
	let tests = 0;
	const sandbox = (): Sandbox => {
		if (!running) throw new Error('The sandbox runs inside of tests only');
		return running;
	};
	beforeAll(async () => {
		running = await keptSandbox(documents);
	});
	beforeEach(async () => {
		tests++;
		await sandbox().reset(settings);
	});
	return {
		documents,
		get sandbox() {
			return sandbox();
		},
		get credentialId() {
			return `test-${tests}`;
		},
	};
}

function siteOf(vendor: TestedVendor, shared: FileSandbox): VendorSite {
	const contract = contractOf(vendor);
	const { documents } = shared;
	const site: VendorSite = {
		vendor,
		contract,
		documents,
		get sandbox() {
			return shared.sandbox;
		},
		get key() {
			return vendor.key(shared.sandbox);
		},
		get credentials() {
			return site.credentialsWith(site.key);
		},
		get credentialId() {
			return shared.credentialId;
		},
		credentialsWith: (key, baseUrl = shared.sandbox.url) => ({
			[contract.node.credential]: vendor.credential(key, baseUrl),
		}),
		run(parameters, items, more = {}) {
			const { credentials, credentialId } = site;
			return runNode({ type: vendor.type, credentials, credentialId, parameters, items, ...more });
		},
		async call(method, path, body) {
			const headers = {
				...vendor.headers(site.key),
				'content-type': 'application/json',
				[SETUP_HEADER]: 'yes',
			};
			const init = { method, headers, body: body && JSON.stringify(body) };
			const response = await fetch(`${shared.sandbox.url}${path}`, init);
			const text = await response.text();
			if (!response.ok) throw new Error(`${path}: ${text}`);
			const answer: unknown = text === '' ? undefined : JSON.parse(text);
			return answer;
		},
		async received() {
			const all = await shared.sandbox.requests();
			return all.filter(({ headers }) => !(SETUP_HEADER in headers));
		},
		async arrived(count = 1) {
			while ((await site.received()).length < count);
		},
	};
	return site;
}
