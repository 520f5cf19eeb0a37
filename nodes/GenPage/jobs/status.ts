import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';
import { toRecord } from '../../shared/operations/records';
import type { ApiRequest } from '../../shared/transport/request';

/** What GenPage says of a job (GenPage API documentation, "Get the status of the job"). */
const jobStatus = z.object({
	status: z.enum(['pending', 'completed', 'failed']),
	processed_rows: z.coerce.number().nullish(),
	total_rows: z.coerce.number().nullish(),
});

/** A job's status, with whatever else GenPage says of it. */
export type JobStatus = IDataObject & {
	status: 'pending' | 'completed' | 'failed';
	processed_rows?: number | null;
	total_rows?: number | null;
};

/** The request for a job's status. */
export function statusRequest(jobId: string): ApiRequest {
	return { method: 'GET', path: '/api/external/v1/leads/get-status', query: { job_id: jobId } };
}

/** The request for the leads that a job made (GenPage API documentation, "Get the leads that were upserted"). */
export function leadsRequest(jobId: string, workspaceId: number | undefined): ApiRequest {
	return {
		method: 'GET',
		path: '/api/external/v1/leads/get-leads',
		query: { workspace_id: workspaceId, job_id: jobId },
	};
}

/** Reads a status answer, undefined when it has another form. */
export function readStatus(answer: unknown): JobStatus | undefined {
	const record = toRecord(answer);
	const parsed = jobStatus.safeParse(record);
	return parsed.success ? { ...record, ...parsed.data } : undefined;
}

/** How far a job is, in words: '40 of 100 leads processed'. */
export function progressOf({ processed_rows, total_rows }: JobStatus): string {
	return `${processed_rows ?? '?'} of ${total_rows ?? '?'} leads processed`;
}
