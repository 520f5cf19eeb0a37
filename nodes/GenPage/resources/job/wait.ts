import { waitUntil } from '../../../shared/operations/waitUntil';
import type { Client } from '../../../shared/transport/client';
import { fetchStatus, progressOf, type JobStatus } from './status';

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
	let progress = '';
	const completed = await waitUntil(client, deadline, async () => {
		const status = await fetchStatus(client, jobId, workspaceId);
		progress = progressOf(status);
		client.tell(`job ${jobId}: ${progress}`);
		if (status.status === 'completed') return status;
		if (status.status === 'pending') return undefined;
		throw client.reported(
			`GenPage could not finish job ${jobId}: ${progress}`,
			'See the campaign in GenPage for the reason; Lead > Get Many with this job ID returns the leads that were made',
		);
	});
	if (completed) return completed;
	throw client.gaveUp(
		`GenPage has not finished job ${jobId} within the time limit: ${progress}`,
		`GenPage goes on with it. Raise 'Time Limit (Seconds)' in Options, or fetch the result later with Job > Wait for Completion or the GenPage Trigger, with the job ID ${jobId}.`,
	);
}
