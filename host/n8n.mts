// A real n8n for the demo, the end-to-end tests and the benches: a process, its owner, and its REST
// interface.
import { Client } from './client.mts';
import { Instance } from './instance.mts';
import type { InstanceOptions } from './instance.mts';
import { Rest } from './rest.mts';
import type { Owner } from './rest.mts';

/** How to start n8n; everything has a default. */
export interface N8nOptions extends InstanceOptions {
	/** Who owns the instance. */
	owner?: Owner;
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
	const instance = await Instance.open(options);
	const rest = new Rest(instance.url);
	try {
		await rest.signIn(options.owner ?? DEFAULT_OWNER);
	} catch (error) {
		await instance.stop();
		throw error;
	}
	return new N8n(rest, instance);
}

/** One n8n; the requests are inherited from Client. */
export class N8n extends Client {
	private readonly instance: Instance;

	constructor(rest: Rest, instance: Instance) {
		super(rest);
		this.instance = instance;
	}

	/** n8n's address, without a slash at the end. */
	get url(): string {
		return this.instance.url;
	}

	get userFolder(): string {
		return this.instance.userFolder;
	}

	/** Process ID of n8n's main process. */
	get pid(): number {
		return this.instance.pid;
	}

	/** Whether the process runs. */
	get alive(): boolean {
		return this.instance.alive;
	}

	/** File with everything that n8n printed. */
	get logFile(): string {
		return this.instance.logFile;
	}

	/** Most memory that n8n's main process has held since its start, in kB (VmHWM; Linux only). */
	peakMemoryKb(): number {
		return this.instance.peakMemoryKb();
	}

	/**
	 * Ends n8n and starts it again on the same data and port. The login stays valid.
	 * @param env further variables for the new process
	 */
	async restart(env: Record<string, string> = {}): Promise<void> {
		await this.instance.restart(env);
	}

	/** Starts n8n again after `kill()`. */
	async start(env: Record<string, string> = {}): Promise<void> {
		await this.instance.start(env);
	}

	/** Ends n8n at once, as a crash would; the data stays, and `start()` brings it back. */
	async kill(): Promise<void> {
		await this.instance.kill();
	}

	/** Ends n8n; a temporary user folder is deleted. */
	async stop(): Promise<void> {
		await this.instance.stop();
	}
}
