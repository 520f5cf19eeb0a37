import type { IDataObject } from 'n8n-workflow';
import type { Asker } from '../../shared/asker';
import { recordsIn } from '../../shared/operations/records';
import { leadsRequest, readStatus, statusRequest, type JobStatus } from './status';

/** @throws NodeApiError also when the answer is no job status */
export async function fetchStatus(asker: Asker, jobId: string): Promise<JobStatus> {
	const answer = await asker.send(statusRequest(jobId));
	const status = readStatus(answer);
	if (!status) throw asker.unexpected(answer, 'it is no job status');
	return status;
}

/** The leads that a job made, as GenPage sends them. */
export async function fetchLeads(
	asker: Asker,
	jobId: string,
	workspaceId: number | undefined,
): Promise<IDataObject[]> {
	const answer = await asker.send(leadsRequest(jobId, workspaceId));
	const leads = recordsIn(answer, ['leads']);
	if (!leads) throw asker.unexpected(answer, 'it holds no list of leads');
	return leads;
}
