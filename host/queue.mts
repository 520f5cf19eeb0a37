// n8n in queue mode: main, workers and a webhook process, on a database and keys of their own in the
// PostgreSQL and the Redis of this machine.
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { hasEnded, parseExecution } from './execution.mts';
import type { Execution } from './execution.mts';
import { Instance } from './instance.mts';
import type { InstanceOptions } from './instance.mts';
import { startN8n } from './n8n.mts';
import type { N8n } from './n8n.mts';
import { freePort } from './ports.mts';
import { dropKeys, pingRedis, POSTGRES, query, REDIS } from './services.cjs';

/** How to start n8n in queue mode. */
export interface QueueOptions {
	/** A tarball that `packPackage` made; every process gets it. */
	tarball: string;
	/** How many workers. Default: 2. */
	workers?: number;
	/** Variables for all processes. */
	env?: Record<string, string>;
}

const statusRow = z.object({ status: z.string(), count: z.coerce.number() });

/**
 * Starts n8n in queue mode; takes about a minute. Always end it with `stop()`.
 *
 * @throws Error that says how to start PostgreSQL or Redis where one of them does not answer
 */
export async function startQueue(options: QueueOptions): Promise<Queue> {
	const name = `outbound_${randomBytes(6).toString('hex')}`;
	await pingRedis();
	await query('postgres', `CREATE DATABASE ${name}`);
	const processes: Array<{ stop(): Promise<void> }> = [];
	const stop = async () => {
		await Promise.all(
			processes.map(async (each) => {
				await each.stop();
			}),
		);
		await query('postgres', `DROP DATABASE ${name} WITH (FORCE)`);
		await dropKeys(name);
	};
	const open = async (more: InstanceOptions) => {
		const instance = await Instance.open(more);
		processes.push(instance);
		return instance;
	};
	try {
		const webhookPort = await freePort();
		const env = { ...environment(name, webhookPort), ...options.env };
		const { tarball } = options;
		// First of all, since it makes the tables.
		const main = await startN8n({ tarball, env });
		processes.push(main);
		const workers = Array.from({ length: options.workers ?? 2 }, async () => {
			return await openWorker(open, tarball, env);
		});
		const webhook = open({ command: ['webhook'], port: webhookPort, tarball, env });
		return new Queue(main, await Promise.all(workers), await webhook, { name, stop });
	} catch (error) {
		await stop();
		throw error;
	}
}

async function openWorker(
	open: (options: InstanceOptions) => Promise<Instance>,
	tarball: string,
	env: Record<string, string>,
): Promise<Instance> {
	const port = await freePort();
	// A worker answers only whether it is ready, at a port with a variable of its own.
	const own = { QUEUE_HEALTH_CHECK_PORT: String(port), N8N_WORKER_SERVER_ADDRESS: '127.0.0.1' };
	const command = ['worker', '--concurrency=10'];
	return await open({ command, port, tarball, env: { ...env, ...own } });
}

function environment(name: string, webhookPort: number): Record<string, string> {
	return {
		EXECUTIONS_MODE: 'queue',
		OFFLOAD_MANUAL_EXECUTIONS_TO_WORKERS: 'true',
		N8N_DISABLE_PRODUCTION_MAIN_PROCESS: 'true',
		N8N_WEBHOOK_URL: `http://127.0.0.1:${webhookPort}/`,
		DB_TYPE: 'postgresdb',
		DB_POSTGRESDB_HOST: POSTGRES.host,
		DB_POSTGRESDB_PORT: String(POSTGRES.port),
		DB_POSTGRESDB_USER: POSTGRES.user,
		DB_POSTGRESDB_PASSWORD: POSTGRES.password,
		DB_POSTGRESDB_DATABASE: name,
		// By default, 2 connections and short limits, a process that is called many times at once takes its
		// own waiting for a lost database, and answers 503.
		DB_POSTGRESDB_POOL_SIZE: '10',
		DB_POSTGRESDB_CONNECTION_TIMEOUT: '120000',
		DB_CONNECTION_ACQUISITION_TIMEOUT_MS: '120000',
		DB_PING_TIMEOUT_MS: '60000',
		QUEUE_BULL_REDIS_HOST: REDIS.host,
		QUEUE_BULL_REDIS_PORT: String(REDIS.port),
		QUEUE_BULL_PREFIX: `${name}:bull`,
		N8N_REDIS_KEY_PREFIX: name,
		QUEUE_HEALTH_CHECK_ACTIVE: 'true',
	};
}

/** n8n in queue mode. */
export class Queue {
	/** The process with the REST interface, the timers and the polls. */
	readonly main: N8n;
	/** The processes that run executions. */
	readonly workers: readonly Instance[];
	/** The process that takes the calls of webhooks. */
	readonly webhook: Instance;
	private readonly database: string;
	/** Ends all processes and deletes what they stored. */
	readonly stop: () => Promise<void>;

	constructor(
		main: N8n,
		workers: readonly Instance[],
		webhook: Instance,
		{ name, stop }: { name: string; stop: () => Promise<void> },
	) {
		this.main = main;
		this.workers = workers;
		this.webhook = webhook;
		this.database = name;
		this.stop = stop;
	}

	/** How many executions of a workflow n8n has stored, by their status. */
	async statuses(workflowId: string): Promise<Map<string, number>> {
		const rows = await query(
			this.database,
			'SELECT status, count(*) AS count FROM execution_entity WHERE "workflowId" = $1 GROUP BY status',
			[workflowId],
		);
		return new Map(rows.map((row) => statusRow.parse(row)).map((row) => [row.status, row.count]));
	}

	/** Whether n8n has stored so many executions of a workflow, or more, and none is under way. */
	async hasEnded(workflowId: string, count: number): Promise<boolean> {
		const statuses = [...(await this.statuses(workflowId))];
		const total = statuses.reduce((sum, [, number]) => sum + number, 0);
		return total >= count && statuses.every(([status]) => hasEnded(status));
	}

	/** All executions of a workflow as the database holds them, the oldest first. */
	async executions(workflowId: string): Promise<Execution[]> {
		const rows = await query(
			this.database,
			`SELECT e.id, e."workflowId", e.status, e.mode, e."startedAt"::text, e."stoppedAt"::text, d.data
			FROM execution_entity e JOIN execution_data d ON d."executionId" = e.id
			WHERE e."workflowId" = $1 ORDER BY e.id`,
			[workflowId],
		);
		return rows.map(parseExecution);
	}

	/** The workers that have begun to run an execution, or to run it on, by what they print. */
	async workersOf(executionId: string): Promise<Instance[]> {
		const logs = await Promise.all(
			this.workers.map(async ({ logFile }) => await readFile(logFile, 'utf8')),
		);
		const line = `Worker started execution ${executionId} `;
		return this.workers.filter((_, at) => logs[at]?.includes(line));
	}
}
