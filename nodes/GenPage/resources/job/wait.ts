import type { Client } from '../../../shared/transport/client';
import { fetchStatus, progressOf, type JobStatus } from './status';

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 15_000;
const GROWTH = 1.5;

/**
 * Waits until a job is done, with pauses that grow from 1 s to 15 s.
 *
 * @param deadline when to give up, in ms since the epoch
 * @throws NodeOperationError at the deadline, NodeApiError when the job failed; both name the job
 */
export async function waitForJob(
	client: Client,
	{ id: jobId, workspaceId }: { readonly id: string; readonly workspaceId: number | undefined },
	deadline: number,
): Promise<JobStatus> {
	for (let ms = FIRST_PAUSE_MS; ; ms = Math.min(ms * GROWTH, LONGEST_PAUSE_MS)) {
		const status = await fetchStatus(client, jobId, workspaceId);
		if (status.status === 'completed') return status;
		if (status.status === 'failed') {
			throw client.reported(
				`GenPage could not finish job ${jobId}: ${progressOf(status)}`,
				'See the campaign in GenPage for the reason; Lead > Get Many with this job ID returns the leads that were made',
			);
		}
		const left = deadline - Date.now();
		if (left <= 0) throw gaveUp(client, jobId, status);
		await client.pause(Math.min(ms, left));
	}
}

function gaveUp(client: Client, jobId: string, status: JobStatus): Error {
	return client.gaveUp(
		`GenPage has not finished job ${jobId} within the time limit: ${progressOf(status)}`,
		`GenPage goes on with it. Raise 'Time Limit (Seconds)' in Options, or fetch the result later with Job > Wait for Completion or the GenPage Trigger, with the job ID ${jobId}.`,
	);
}
