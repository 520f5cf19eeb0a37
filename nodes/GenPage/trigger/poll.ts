import {
	NodeOperationError,
	type IDataObject,
	type INodeExecutionData,
	type IPollFunctions,
} from 'n8n-workflow';
import type { InputOf } from '../../shared/form/field';
import { settingsOf } from '../../shared/form/options';
import { triggerSettings } from '../../shared/form/triggerSettings';
import { idsKept, withIds, type EmittedIds } from '../../shared/polling/emittedIds';
import { oneAtATime } from '../../shared/polling/oneAtATime';
import { PollState } from '../../shared/polling/state';
import { pool } from '../../shared/run/pool';
import { absent } from '../../shared/transport/absent';
import { openClient, type Client } from '../../shared/transport/client';
import { fetchStatus, type JobStatus } from '../resources/job/status';
import { fetchLeads, leadOutput } from '../resources/lead/read';
import { workspaceOf } from '../resources/workspace/onlyWorkspace';
import { vendor } from '../vendor';
import { triggerFields } from './fields';

/** How many jobs are asked for at once. */
const IN_PARALLEL = 4;

type Settings = InputOf<typeof triggerFields>;

/** What a poll found out about a job. */
type Look = { records: readonly IDataObject[] } | 'pending' | 'otherEvent' | { fault: Error };

/**
 * One poll of the GenPage Trigger: emits each watched job once it is finished.
 *
 * A job whose ID is wrong, or that cannot be asked for, does not keep the others from being
 * emitted. Only when none can be asked for does the poll fail, and then once an hour at most.
 *
 * @returns the items of the jobs that have finished since the last poll, or null
 * @throws NodeOperationError for wrong parameters, NodeApiError when no job can be asked for
 */
export async function poll(context: IPollFunctions): Promise<INodeExecutionData[][] | null> {
	return await oneAtATime(context, async () => await pollJobs(context));
}

async function pollJobs(context: IPollFunctions): Promise<INodeExecutionData[][] | null> {
	const settings = triggerSettings(context, triggerFields);
	const credential = context.getNode().credentials?.[vendor.credential]?.id;
	const state = PollState.open(context, [credential, settings.event], idsKept);
	const known: EmittedIds = state.value ?? new Set();
	const watched = settings.jobIds.filter((id) => !known.has(id));
	const looks = await lookAtAll(context, settings, watched);
	report(context, state, looks);
	const done = watched.filter((id) => isDone(looks.get(id)));
	const items = done.flatMap((id) =>
		recordsFound(looks.get(id)).map((json): INodeExecutionData => ({ json })),
	);
	if (context.getMode() === 'manual' && items.length === 0) throw nothingFinished(context);
	const still = settings.jobIds.filter((id) => known.has(id));
	const emits = items.length > 0;
	if (done.length > 0) {
		state.keep(withIds(known, [...still, ...done]), { emits, endsFault: false });
	}
	return emits ? [items] : null;
}

async function lookAtAll(
	context: IPollFunctions,
	settings: Settings,
	jobIds: readonly string[],
): Promise<Map<string, Look>> {
	const client = await openClient(context, vendor, 'Watch jobs', settingsOf(settings));
	const looks = new Map<string, Look>();
	await pool(jobIds, IN_PARALLEL, async (id) => {
		const look = await lookAt(client.for(`Watch job ${id}`), settings, id).catch(
			(error: unknown): Look => ({
				fault: error instanceof Error ? error : new Error(String(error)),
			}),
		);
		looks.set(id, look);
	});
	return looks;
}

async function lookAt(client: Client, settings: Settings, jobId: string): Promise<Look> {
	const status = await fetchStatus(client, jobId, settings.workspaceId);
	if (status.status === 'pending') return 'pending';
	if (!isWanted(status, settings.event)) return 'otherEvent';
	const leads = settings.output === 'leads' ? await leadsOf(client, settings, jobId, status) : [];
	// A job without leads is news all the same: above all one that failed.
	if (leads.length === 0) return { records: [{ job_id: jobId, ...status }] };
	return { records: leads.map((lead) => leadOutput(lead, settings.simplify)) };
}

/** The leads of a job that has ended; one that failed may have made none. */
async function leadsOf(
	client: Client,
	{ workspaceId }: Settings,
	jobId: string,
	{ status }: JobStatus,
): Promise<readonly IDataObject[]> {
	const workspace = await workspaceOf(client, workspaceId);
	const made = fetchLeads(client, jobId, workspace);
	return (status === 'failed' ? await made.catch(absent) : await made) ?? [];
}

function isWanted({ status }: JobStatus, event: Settings['event']): boolean {
	if (event === 'jobFinished') return true;
	return event === (status === 'failed' ? 'jobFailed' : 'jobCompleted');
}

function isDone(look: Look | undefined): boolean {
	return look === 'otherEvent' || (typeof look === 'object' && 'records' in look);
}

function recordsFound(look: Look | undefined): readonly IDataObject[] {
	return typeof look === 'object' && 'records' in look ? look.records : [];
}

/** @throws the fault when no job could be asked for and it was not reported lately */
function report(
	context: IPollFunctions,
	state: PollState<EmittedIds>,
	looks: ReadonlyMap<string, Look>,
): void {
	const faults = [...looks.values()].flatMap((look) =>
		typeof look === 'object' && 'fault' in look ? [look.fault] : [],
	);
	const [first] = faults;
	const isNews = state.shouldReport(first?.message);
	if (!first) return;
	const all = faults.length === looks.size;
	if (all && (isNews || context.getMode() === 'manual')) throw first;
	if (isNews) context.logger.warn(`GenPage Trigger: ${faults.length} jobs: ${first.message}`);
}

function nothingFinished(context: IPollFunctions): NodeOperationError {
	return new NodeOperationError(context.getNode(), 'None of these jobs has finished yet', {
		description: "Check 'Job IDs' and 'Trigger On', or wait until GenPage has made the pages",
		level: 'warning',
	});
}
