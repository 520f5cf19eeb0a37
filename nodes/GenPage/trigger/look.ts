import type { IDataObject, IPollFunctions } from 'n8n-workflow';
import { settingsOf } from '../../shared/form/options';
import { openPollClient } from '../../shared/polling/pollClient';
import { PollTime } from '../../shared/polling/pollTime';
import { pool } from '../../shared/run/pool';
import type { Client } from '../../shared/transport/client';
import { hasStatus } from '../../shared/transport/status';
import type { SentJob } from '../resources/job/sentJobs';
import { fetchStatus, type JobStatus } from '../resources/job/status';
import { fetchLeads, leadOutput } from '../resources/lead/read';
import { workspaceOf } from '../resources/workspace/onlyWorkspace';
import { vendor } from '../vendor';
import type { Settings } from './fields';

/** How many jobs are asked for at once. */
const IN_PARALLEL = 4;

/** Answers by which GenPage says that there is no such job: 422 where the ID cannot be one. */
const NO_SUCH_JOB = ['400', '404', '410', '422'];

/** What a poll found out about a job. */
export type Look =
	| { readonly kind: 'pending' }
	/** It has ended; without records where that is not the event. */
	| { readonly kind: 'ended'; readonly records: readonly IDataObject[] }
	/** GenPage does not know the job, or could not be asked. */
	| { readonly kind: 'refused' | 'fault'; readonly error: Error };

/** Looks at jobs; those for which the poll has no time left are taken to be pending. */
export async function lookAtAll(
	context: IPollFunctions,
	settings: Settings,
	jobs: readonly SentJob[],
): Promise<ReadonlyMap<SentJob, Look>> {
	const client = await openPollClient(context, vendor, 'Watch jobs', settingsOf(settings));
	const time = new PollTime(context, Number.POSITIVE_INFINITY);
	const looks = new Map<SentJob, Look>(jobs.map((job) => [job, { kind: 'pending' }]));
	await pool(
		jobs,
		() => IN_PARALLEL,
		async (job) => {
			if (time.isOver) return;
			const asking = client.for(`Watch job ${job.id}`);
			looks.set(job, await lookAt(asking, settings, job).catch(lookOf));
		},
	);
	return looks;
}

function lookOf(thrown: unknown): Look {
	const error = thrown instanceof Error ? thrown : new Error(String(thrown));
	return { kind: hasStatus(error, NO_SUCH_JOB) ? 'refused' : 'fault', error };
}

async function lookAt(client: Client, settings: Settings, job: SentJob): Promise<Look> {
	const workspaceId = job.workspaceId ?? settings.workspaceId;
	const status = await fetchStatus(client, job.id, workspaceId);
	if (status.status === 'pending') return { kind: 'pending' };
	if (!isWanted(status, settings.event)) return { kind: 'ended', records: [] };
	const leads =
		settings.output === 'leads' ? await leadsOf(client, job.id, workspaceId, status) : [];
	// A job without leads is news all the same: above all one that failed.
	if (leads.length === 0) return { kind: 'ended', records: [status] };
	return { kind: 'ended', records: leads.map((lead) => leadOutput(lead, settings.simplify)) };
}

/** The leads of a job that has ended; one that failed may have made none. */
async function leadsOf(
	client: Client,
	jobId: string,
	workspaceId: number | undefined,
	{ status }: JobStatus,
): Promise<readonly IDataObject[]> {
	const workspace = await workspaceOf(client, workspaceId);
	const made = fetchLeads(client, jobId, workspace);
	return await made.catch((error: unknown) => {
		if (status === 'failed' && hasStatus(error, [...NO_SUCH_JOB, '405'])) return [];
		throw error;
	});
}

function isWanted({ status }: JobStatus, event: Settings['event']): boolean {
	if (event === 'jobFinished') return true;
	return event === (status === 'failed' ? 'jobFailed' : 'jobCompleted');
}
