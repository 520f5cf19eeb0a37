import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';
import type { Client } from '../../../shared/transport/client';
import { toRecord } from '../../../shared/values/records';
import { isBlank } from '../../../shared/values/text';
import { withOrWithout } from '../workspace/onlyWorkspace';

/** Where a job's status is read. */
export const GET_STATUS = '/api/external/v1/leads/get-status';

/** What GenPage says of a job (GenPage API documentation, "Get the status of the job"). */
const jobStatus = z.object({
	status: z
		.string()
		.trim()
		.toLowerCase()
		.pipe(z.enum(['pending', 'completed', 'failed'])),
	processed_rows: z.coerce.number().nullish(),
	total_rows: z.coerce.number().nullish(),
});

/** A job's ID and status, with whatever else GenPage says of it. */
export type JobStatus = IDataObject & z.output<typeof jobStatus>;

/** @throws NodeApiError also when the answer is no job status */
export async function fetchStatus(
	client: Client,
	jobId: string,
	workspaceId: number | undefined,
): Promise<JobStatus> {
	const answer = await withOrWithout(client, workspaceId, async (workspace_id) => {
		const query = { workspace_id, job_id: jobId };
		return await client.send({ method: 'GET', path: GET_STATUS, query });
	});
	const record = toRecord(answer);
	const parsed = jobStatus.safeParse(record);
	if (!parsed.success) throw client.unexpected(answer, 'it is no job status');
	const named = isBlank(record?.job_id) ? { job_id: jobId } : undefined;
	return { job_id: jobId, ...record, ...named, ...parsed.data };
}

/** How far a job is, in words: '40 of 100 leads processed'. */
export function progressOf({ processed_rows, total_rows }: JobStatus): string {
	return `${processed_rows ?? '?'} of ${total_rows ?? '?'} leads processed`;
}
