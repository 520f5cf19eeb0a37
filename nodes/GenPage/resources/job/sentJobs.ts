import type { IExecuteFunctions, IPollFunctions } from 'n8n-workflow';
import { credentialIdOf } from '../../../shared/vendor';
import { vendor } from '../../vendor';

/** How many jobs a process remembers; the oldest are forgotten first. */
const MOST = 5_000;

/** A job that a GenPage node has sent. */
export interface SentJob {
	readonly id: string;
	/** The workspace that it was sent to, where that is known. */
	readonly workspaceId?: number;
}

/** Who sent a job. */
interface Sender {
	readonly workflow: string | undefined;
	readonly credential: string | undefined;
}

/**
 * The jobs that GenPage nodes of this process have sent, oldest first: the way from an execution to a
 * trigger. n8n has no other for a node of a package. Data tables are closed to it; the workflow's
 * static data a poll of an active workflow sees as it was at activation, and an execution that changes
 * it writes all of it back at its end, over what the workflow's triggers have kept meanwhile.
 */
const sent: Array<SentJob & Sender> = [];

/** Notes the jobs that an execution has sent. */
export function noteSentJobs(context: IExecuteFunctions, jobs: readonly SentJob[]): void {
	const sender = senderOf(context);
	sent.push(...jobs.map((job) => ({ ...job, ...sender })));
	sent.splice(0, sent.length - MOST);
}

/**
 * The jobs that this process has sent with a trigger's credential, oldest first.
 *
 * @param by whether only those of the trigger's own workflow count
 */
export function sentJobs(context: IPollFunctions, by: 'workflow' | 'credential'): SentJob[] {
	const { workflow, credential } = senderOf(context);
	return sent
		.filter((job) => job.credential === credential)
		.filter((job) => by === 'credential' || job.workflow === workflow)
		.map(({ id, workspaceId }) => ({ id, workspaceId }));
}

function senderOf(context: IExecuteFunctions | IPollFunctions): Sender {
	return {
		workflow: context.getWorkflow().id,
		credential: credentialIdOf(context.getNode(), vendor),
	};
}
