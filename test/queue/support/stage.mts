import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { storeCredentials, withCredentials, type Credentials } from '../../../demo/credentials.mts';
import { packPackage } from '../../../host/pack.mts';
import { startQueue, type Queue } from '../../../host/queue.mts';
import type { Workflow } from '../../../host/workflow.mts';
import { spawnSandbox, type SandboxProcess } from '../../../sandbox/client.mts';
import { documentsOfRun } from '../../support/documents.mts';

/** n8n in queue mode with the packed package, the sandbox, and the credentials that connect them. */
export interface QueueStage {
	readonly queue: Queue;
	readonly sandbox: SandboxProcess;
	/** One of each vendor. */
	readonly credentials: Credentials;
	/** Stores a workflow, with the credentials in its nodes. @returns its ID */
	store(workflow: Workflow): Promise<string>;
	stop(): Promise<void>;
}

/** n8n then gives an execution up soon after its worker has died; by default a minute and a half. */
export const GIVEN_UP_SOON = {
	QUEUE_WORKER_LOCK_DURATION: '10000',
	QUEUE_WORKER_LOCK_RENEW_TIME: '3000',
	QUEUE_WORKER_STALLED_INTERVAL: '5000',
};

/**
 * Brings up what a test in queue mode needs; takes about a minute.
 *
 * @param env further variables for all processes of n8n
 */
export async function openQueue(env: Record<string, string> = {}): Promise<QueueStage> {
	const { tarball } = await packPackage();
	const queue = await startQueue({ tarball, env }).finally(async () => {
		await rm(dirname(tarball), { recursive: true });
	});
	const sandbox = await spawnSandbox({ documents: documentsOfRun(), leadsPerSecond: 0 });
	const credentials = await storeCredentials(queue.main, sandbox);
	return {
		queue,
		sandbox,
		credentials,
		store: async (workflow) => {
			const connected = withCredentials(workflow, credentials);
			const [stored] = await queue.main.importWorkflows([connected]);
			return stored?.id ?? '';
		},
		stop: async () => {
			await queue.stop();
			await sandbox.stop();
		},
	};
}

/** Waits until something is so. */
export async function until(isSo: () => Promise<boolean>): Promise<void> {
	while (!(await isSo())) await sleep(200);
}
