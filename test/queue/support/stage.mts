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

/** Brings up what a test in queue mode needs; takes about a minute. */
export async function openQueue(): Promise<QueueStage> {
	const { tarball } = await packPackage();
	const queue = await startQueue({ tarball }).finally(async () => {
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
