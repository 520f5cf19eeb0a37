// One n8n process: start, wait until it answers, stop, kill.
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createWriteStream, existsSync, readFileSync } from 'node:fs';
import type { WriteStream } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { hostDirectory, isHostInstalled } from './location.cjs';

/** How to run n8n. */
export interface ServerOptions {
	/** n8n's command and its arguments: `start`, or `worker` and `webhook` of queue mode. */
	command: readonly string[];
	/** Address that n8n will answer at, without a slash at the end. */
	url: string;
	environment: Record<string, string>;
	/** File that all of n8n's output is appended to. */
	logFile: string;
	/** Called with every line that n8n prints. */
	log?: ((line: string) => void) | undefined;
	/** Time limit of the start in milliseconds. */
	readyTimeoutMs: number;
}

const KEPT_LINES = 40;
const STOP_MS = 15_000;

/** Process groups that must not outlive this process, however it ends. */
const running = new Set<number>();
process.once('exit', () => {
	for (const pid of running) killGroup(pid);
});

/** A running n8n. */
export class Server {
	readonly pid: number;
	private readonly child: ChildProcess;
	private readonly lines: string[] = [];
	private readonly exited: Promise<void>;
	private readonly options: ServerOptions;

	private constructor(options: ServerOptions) {
		this.options = options;
		this.child = spawnN8n(options);
		this.pid = this.child.pid ?? 0;
		if (this.pid > 0) running.add(this.pid);
		const file = createWriteStream(options.logFile, { flags: 'a' });
		this.collect(this.child.stdout, file);
		this.collect(this.child.stderr, file);
		this.exited = new Promise((done) => {
			this.child.once('error', (error) => {
				this.lines.push(error.message);
			});
			this.child.once('close', () => {
				// Whatever n8n started itself goes with it.
				killGroup(this.pid);
				running.delete(this.pid);
				file.end();
				done();
			});
		});
	}

	/** Starts n8n and resolves when it is ready for requests. */
	static async start(options: ServerOptions): Promise<Server> {
		const server = new Server(options);
		try {
			await server.waitUntilReady();
		} catch (error) {
			await server.kill();
			throw error;
		}
		return server;
	}

	get alive(): boolean {
		return running.has(this.pid);
	}

	/** The last lines that n8n printed. */
	lastLines(): string {
		return this.lines.join('\n');
	}

	/** Most memory that n8n's main process ever held, in kB (Linux only). */
	peakMemoryKb(): number {
		const status = readFileSync(`/proc/${this.pid}/status`, 'utf8');
		const found = /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1];
		if (found === undefined) throw new Error('This system does not tell the peak memory (VmHWM).');
		return Number(found);
	}

	/** Asks n8n to end, as a service manager would; after 15 s it is killed. */
	async stop(): Promise<void> {
		if (this.alive) process.kill(this.pid, 'SIGTERM');
		const timer = setTimeout(() => {
			killGroup(this.pid);
		}, STOP_MS);
		await this.exited;
		clearTimeout(timer);
	}

	/** Ends n8n at once, as a crash would. */
	async kill(): Promise<void> {
		killGroup(this.pid);
		await this.exited;
	}

	private collect(stream: ChildProcess['stdout'], file: WriteStream): void {
		if (stream === null) return;
		createInterface({ input: stream }).on('line', (line) => {
			file.write(`${line}\n`);
			this.lines.push(line);
			if (this.lines.length > KEPT_LINES) this.lines.shift();
			this.options.log?.(line);
		});
	}

	private async waitUntilReady(): Promise<void> {
		const limit = Date.now() + this.options.readyTimeoutMs;
		while (Date.now() < limit) {
			if (!this.alive) throw this.failure('n8n ended before it was ready');
			if (await this.isReady()) return;
			await sleep(150);
		}
		const seconds = Math.round(this.options.readyTimeoutMs / 1000);
		throw this.failure(`n8n was not ready within ${seconds} s`);
	}

	private async isReady(): Promise<boolean> {
		const { url, command } = this.options;
		if (!(await answers(`${url}/healthz/readiness`, [200]))) return false;
		// n8n 1.123 says that it is ready before its REST interface is there, which only `start` has.
		return command[0] !== 'start' || (await answers(`${url}/rest/login`, [200, 401]));
	}

	private failure(what: string): Error {
		return new Error(
			`${what}. Its last lines (all of them: ${this.options.logFile}):\n\n${this.lastLines()}`,
		);
	}
}

function spawnN8n({ command, environment }: ServerOptions): ChildProcess {
	if (!isHostInstalled()) {
		throw new Error(
			'The real n8n is not installed. Run this first: npm run setup -- --host --hosts',
		);
	}
	const node = resolve('node_modules', '.bin', 'node');
	const n8n = join(hostDirectory(), 'node_modules', 'n8n', 'bin', 'n8n');
	const guard = resolve('host', 'orphan.cjs');
	const args = ['--require', guard, n8n, ...command];
	return spawn(existsSync(node) ? node : process.execPath, args, {
		env: environment,
		stdio: ['ignore', 'pipe', 'pipe'],
		// A process group of its own: n8n's children can then be ended with it.
		detached: true,
	});
}

/** Whether an address answers with one of some statuses. */
async function answers(url: string, statuses: readonly number[]): Promise<boolean> {
	try {
		const response = await fetch(url, { signal: AbortSignal.timeout(2000) });
		await response.arrayBuffer();
		return statuses.includes(response.status);
	} catch {
		return false;
	}
}

function killGroup(pid: number): void {
	if (pid <= 0) return;
	try {
		process.kill(-pid, 'SIGKILL');
	} catch {
		// Already gone.
	}
}
