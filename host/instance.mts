// One n8n process with a folder and ports of its own, and the packed package installed as a user gets it.
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { n8nEnvironment } from './environment.mts';
import { packPackage, unpackPackage } from './pack.mts';
import { freePort } from './ports.mts';
import { Server } from './server.mts';
import type { ServerOptions } from './server.mts';

/** How to start a process of n8n; everything has a default. */
export interface InstanceOptions {
	/** What n8n is started as, with its arguments. Default: `start`, the whole of n8n. */
	command?: readonly string[];
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
	/** Called with every line that n8n prints. */
	log?: (line: string) => void;
	/** Time limit of a start in milliseconds. Default: 120,000. */
	readyTimeoutMs?: number;
}

/** A process of n8n that can be ended and started again on the same folder and port. */
export class Instance {
	readonly userFolder: string;
	private server: Server;
	private readonly options: ServerOptions;
	private readonly isTemporary: boolean;

	private constructor(
		server: Server,
		options: ServerOptions,
		place: { userFolder: string; isTemporary: boolean },
	) {
		this.server = server;
		this.options = options;
		this.userFolder = place.userFolder;
		this.isTemporary = place.isTemporary;
	}

	/** Installs the package, starts the process and returns when it answers. */
	static async open(options: InstanceOptions): Promise<Instance> {
		const isTemporary = options.userFolder === undefined;
		const userFolder = options.userFolder ?? (await mkdtemp(join(tmpdir(), 'n8n-user-')));
		try {
			await mkdir(userFolder, { recursive: true });
			await installPackage(options, userFolder);
			const serverOptions = await serverOptionsFor(options, userFolder);
			const server = await Server.start(serverOptions);
			return new Instance(server, serverOptions, { userFolder, isTemporary });
		} catch (error) {
			// The log goes with the folder; the error holds its last lines.
			if (isTemporary) await rm(userFolder, { recursive: true, force: true });
			throw error;
		}
	}

	/** Where it answers, without a slash at the end. */
	get url(): string {
		return this.options.url;
	}

	/** Process ID of n8n's own process. */
	get pid(): number {
		return this.server.pid;
	}

	/** Whether the process runs. */
	get alive(): boolean {
		return this.server.alive;
	}

	/** File with everything that n8n printed. */
	get logFile(): string {
		return this.options.logFile;
	}

	/** Most memory that the process has held since its start, in kB (VmHWM; Linux only). */
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
		const environment = { ...this.options.environment, ...env };
		this.server = await Server.start({ ...this.options, environment });
	}

	/** Ends n8n at once, as a crash would; the data stays, and `start()` brings it back. */
	async kill(): Promise<void> {
		await this.server.kill();
	}

	/** Ends n8n; a temporary user folder is deleted. */
	async stop(): Promise<void> {
		await this.server.stop();
		if (this.isTemporary) await rm(this.userFolder, { recursive: true, force: true });
	}
}

async function installPackage(options: InstanceOptions, userFolder: string): Promise<void> {
	if (options.tarball !== undefined) {
		await unpackPackage(options.tarball, userFolder);
	} else if (options.packageDir !== undefined) {
		const { tarball } = await packPackage(options.packageDir);
		await unpackPackage(tarball, userFolder);
		await rm(dirname(tarball), { recursive: true });
	}
}

async function serverOptionsFor(
	options: InstanceOptions,
	userFolder: string,
): Promise<ServerOptions> {
	const port = options.port ?? (await freePort());
	const brokerPort = await freePort();
	const place = { userFolder, port, brokerPort, ui: options.ui ?? false };
	return {
		command: options.command ?? ['start'],
		url: `http://127.0.0.1:${port}`,
		environment: n8nEnvironment(place, options.env ?? {}),
		logFile: join(userFolder, 'n8n.log'),
		log: options.log,
		readyTimeoutMs: options.readyTimeoutMs ?? 120_000,
	};
}
