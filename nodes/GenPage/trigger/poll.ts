import {
	NodeOperationError,
	type IDataObject,
	type INodeExecutionData,
	type IPollFunctions,
} from 'n8n-workflow';
import { triggerSettings } from '../../shared/form/triggerSettings';
import { oneAtATime } from '../../shared/polling/oneAtATime';
import { PollState } from '../../shared/polling/state';
import { credentialIdOf } from '../../shared/vendor';
import { sentJobs, type SentJob } from '../resources/job/sentJobs';
import { vendor } from '../vendor';
import { fieldsOf, type Settings } from './fields';
import { lookAtAll, type Look } from './look';
import { report } from './report';
import { afterLooks, isSameWatch, startWatch, toAsk, watchKept, type Watch } from './watch';

/** How many of the jobs that were sent last a test run looks at. */
const SAMPLE = 10;

/**
 * One poll of the GenPage Trigger: emits each watched job once it is finished.
 *
 * A job whose ID is wrong, or that cannot be asked for, does not keep the others from being
 * emitted.
 *
 * @returns the items of the jobs that have finished since the last poll, or null; no item where n8n
 *   has nothing to start, but is to save which jobs were sent
 * @throws NodeOperationError for wrong parameters, NodeApiError when no job can be asked for
 */
export async function poll(context: IPollFunctions): Promise<INodeExecutionData[][] | null> {
	return await oneAtATime(context, async () => await pollJobs(context));
}

async function pollJobs(context: IPollFunctions): Promise<INodeExecutionData[][] | null> {
	const settings = triggerSettings(context, fieldsOf(context.getNode().typeVersion));
	const state = PollState.open(context, scopeOf(context, settings), watchKept);
	const kept = state.value;
	const listed = listedJobs(context, settings);
	const before = kept ?? firstWatch(context, settings, listed);
	const looks = await lookAtAll(context, settings, toAsk(before, listed));
	const step = afterLooks(before, listed, looks);
	const watch = settings.jobs === 'ids' ? { ...step.watch, waiting: [] } : step.watch;
	const items = [...looks.values()]
		.flatMap(recordsOf)
		.map((json): INodeExecutionData => ({ json }));
	const fault = report(context, state, settings, { step, looks });
	const saves = items.length === 0 && hasMore(watch, kept) && !context.getNode().alwaysOutputData;
	const emits = !fault && (items.length > 0 || saves);
	// A poll that fails is not saved: what is new is then the next one's to have saved.
	const next = fault ? { ...watch, waiting: before.waiting } : watch;
	if (!isSameWatch(kept, next)) {
		state.keep(next, { emits, endsFault: false, fails: fault !== undefined });
	}
	if (fault) throw fault;
	if (context.getMode() === 'manual' && items.length === 0) throw nothingFinished(context, looks);
	return emits ? [items] : null;
}

/** The jobs of a trigger whose list is typed in belong to the event; those that are sent end once. */
function scopeOf(context: IPollFunctions, { jobs, event }: Settings): readonly unknown[] {
	const credential = credentialIdOf(context.getNode(), vendor);
	return jobs === 'ids' ? [credential, event] : [credential, { jobs }];
}

/** The jobs that there are now: those in the form, or those that this process has sent. */
function listedJobs(context: IPollFunctions, { jobs, jobIds }: Settings): readonly SentJob[] {
	if (jobs === 'ids') return (jobIds ?? []).map((id) => ({ id }));
	const sent = sentJobs(context, jobs);
	return context.getMode() === 'manual' ? sent.slice(-SAMPLE) : sent;
}

/** At first what was sent before is no news; a test run shows it, and what is typed in is meant. */
function firstWatch(
	context: IPollFunctions,
	{ jobs }: Settings,
	listed: readonly SentJob[],
): Watch {
	return startWatch(jobs === 'ids' || context.getMode() === 'manual' ? [] : listed);
}

/**
 * Whether jobs wait that n8n has not saved. A poll that emits nothing is not saved, and after a restart
 * of n8n only the trigger knows of them: so n8n gets a poll of no item, which it does save.
 */
function hasMore({ waiting }: Watch, kept: Watch | undefined): boolean {
	const known = new Set(kept?.waiting.map(({ id }) => id));
	return waiting.some(({ id }) => !known.has(id));
}

function recordsOf(look: Look): readonly IDataObject[] {
	return look.kind === 'ended' ? look.records : [];
}

function nothingFinished(
	context: IPollFunctions,
	looks: ReadonlyMap<SentJob, Look>,
): NodeOperationError {
	const [message, description] =
		looks.size > 0
			? [
					'None of these jobs has finished yet',
					"Check 'Jobs' and 'Trigger On', or wait until GenPage has made the pages",
				]
			: [
					'No GenPage node has sent a job yet',
					"Run the GenPage node (Lead > Create or Update, without 'Wait for Completion') and try again. n8n's main process knows of jobs since its last start, and not of those that workers send in queue mode.",
				];
	return new NodeOperationError(context.getNode(), message, { description, level: 'warning' });
}
