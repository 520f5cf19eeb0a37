// A real n8n for the demo, the end-to-end tests and the benches: its own folder, ports and owner,
// the packed package installed as a user gets it, and its REST interface.
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Client } from './client.mts';
import { n8nEnvironment } from './environment.mts';
import { packPackage, unpackPackage } from './pack.mts';
import { freePort } from './ports.mts';
import { Rest } from './rest.mts';
import type { Owner } from './rest.mts';
import { Server } from './server.mts';
import type { ServerOptions } from './server.mts';

/** How to start n8n; everything has a default. */
export interface N8nOptions {
	/** Kept at the end when given; a temporary one is deleted by `stop()`. */
	userFolder?: string;
	/** Default: any free one. */
	port?: number;
	/** Serve the editor. Default: false. */
	ui?: boolean;
	/** Variables for n8n that win over the quiet defaults. */
	env?: Record<string, string>;
	/** A built package to pack and install. */
	packageDir?: string;
	/** Or a tarball that `packPackage` made, which saves a second when n8n is started often. */
	tarball?: string;
	/** Who owns the instance. */
	owner?: Owner;
	/** Called with every line that n8n prints. */
	log?: (line: string) => void;
	/** Time limit of a start in milliseconds. Default: 120,000. */
	readyTimeoutMs?: number;
}

/** The owner of every instance, unless the caller wants another. */
export const DEFAULT_OWNER: Owner = {
	email: 'demo@example.com',
	password: 'Outbound1',
	firstName: 'Demo',
	lastName: 'Owner',
};

/**
 * Starts n8n, installs the package, creates the owner (or logs in) and returns when n8n answers.
 * Takes about 15 seconds. Always end it with `stop()`.
 */
export async function startN8n(options: N8nOptions = {}): Promise<N8n> {
	const temporary = options.userFolder === undefined;
	const userFolder = options.userFolder ?? (await mkdtemp(join(tmpdir(), 'n8n-user-')));
	try {
		await mkdir(userFolder, { recursive: true });
		await installPackage(options, userFolder);
		const serverOptions = await serverOptionsFor(options, userFolder);
		const rest = new Rest(serverOptions.url);
		const server = await Server.start(serverOptions);
		const n8n = new N8n(rest, server, serverOptions, { userFolder, temporary });
		try {
			await rest.signIn(options.owner ?? DEFAULT_OWNER);
		} catch (error) {
			await n8n.stop();
			throw error;
		}
		return n8n;
	} catch (error) {
		// The log goes with the folder; the error holds its last lines.
		if (temporary) await rm(userFolder, { recursive: true, force: true });
		throw error;
	}
}

/** One n8n; the requests are inherited from Client. */
export class N8n extends Client {
	readonly url: string;
	readonly userFolder: string;
	private server: Server;
	private readonly serverOptions: ServerOptions;
	private readonly temporary: boolean;

	constructor(
		rest: Rest,
		server: Server,
		serverOptions: ServerOptions,
		place: { userFolder: string; temporary: boolean },
	) {
		super(rest);
		this.url = rest.url;
		this.server = server;
		this.serverOptions = serverOptions;
		this.userFolder = place.userFolder;
		this.temporary = place.temporary;
	}

	/** Process ID of n8n's main process. */
	get pid(): number {
		return this.server.pid;
	}

	/** Whether the process runs. */
	get alive(): boolean {
		return this.server.alive;
	}

	/** File with everything that n8n printed. */
	get logFile(): string {
		return this.serverOptions.logFile;
	}

	/** Most memory that n8n's main process has held since its start, in kB (VmHWM; Linux only). */
	peakMemoryKb(): number {
		return this.server.peakMemoryKb();
	}

	/**
	 * Ends n8n and starts it again on the same data and port. The login stays valid.
	 * @param env further variables for the new process
	 */
	async restart(env: Record<string, string> = {}): Promise<void> {
		await this.server.stop();
		await this.start(env);
	}

	/** Starts n8n again after `kill()`. */
	async start(env: Record<string, string> = {}): Promise<void> {
		const environment = { ...this.serverOptions.environment, ...env };
		this.server = await Server.start({ ...this.serverOptions, environment });
	}

	/** Ends n8n at once, as a crash would; the data stays, and `start()` brings it back. */
	async kill(): Promise<void> {
		await this.server.kill();
	}

	/** Ends n8n; a temporary user folder is deleted. */
	async stop(): Promise<void> {
		await this.server.stop();
		if (this.temporary) await rm(this.userFolder, { recursive: true, force: true });
	}
}

async function installPackage(options: N8nOptions, userFolder: string): Promise<void> {
	if (options.tarball !== undefined) {
		await unpackPackage(options.tarball, userFolder);
	} else if (options.packageDir !== undefined) {
		const { tarball } = await packPackage(options.packageDir);
		await unpackPackage(tarball, userFolder);
		await rm(dirname(tarball), { recursive: true });
	}
}

async function serverOptionsFor(options: N8nOptions, userFolder: string): Promise<ServerOptions> {
	const port = options.port ?? (await freePort());
	const brokerPort = await freePort();
	const place = { userFolder, port, brokerPort, ui: options.ui ?? false };
	return {
		url: `http://127.0.0.1:${port}`,
		environment: n8nEnvironment(place, options.env ?? {}),
		logFile: join(userFolder, 'n8n.log'),
		log: options.log,
		readyTimeoutMs: options.readyTimeoutMs ?? 120_000,
	};
}
