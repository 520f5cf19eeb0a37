import type { IPollFunctions } from 'n8n-workflow';
import type { PollState } from '../../shared/polling/state';
import type { SentJob } from '../resources/job/sentJobs';
import type { Settings } from './fields';
import type { Look } from './look';
import type { Step, Watch } from './watch';

/** What a poll has seen. */
interface Seen {
	readonly step: Step;
	readonly looks: ReadonlyMap<SentJob, Look>;
}

/**
 * Tells of jobs that could not be asked for: of one that GenPage does not know once, and once more when
 * it is given up; of a fault that stays the same once an hour.
 *
 * @returns what to throw where no job could be asked for, so that the poll fails
 */
export function report(
	context: IPollFunctions,
	state: PollState<Watch>,
	settings: Settings,
	{ step, looks }: Seen,
): Error | undefined {
	const failed = [...looks].flatMap(([{ id }, look]) => ('error' in look ? [{ id, ...look }] : []));
	const faults = failed.filter(({ kind }) => kind === 'fault');
	const isNews = state.shouldReport(faults[0]?.error.message);
	const refused = failed.filter(({ id }) => step.refused.includes(id));
	const told = [...(isNews ? faults : []), ...refused];
	const isManual = context.getMode() === 'manual';
	const [first] = isManual ? failed : told;
	// One that was sent is no mistake in the form, and must not keep the workflow from being activated.
	const isThrown = first?.kind === 'fault' || settings.jobs === 'ids' || isManual;
	if (first && isThrown && failed.length === looks.size) return first.error;
	if (isNews && faults[0]) {
		context.logger.warn(`GenPage Trigger: ${faults.length} jobs: ${faults[0].error.message}`);
	}
	for (const { id, error } of refused) {
		context.logger.warn(`GenPage Trigger: job ${id} is asked for one more day: ${error.message}`);
	}
	for (const id of step.givenUp) {
		context.logger.warn(`GenPage Trigger: job ${id} is not asked for any more`);
	}
	return undefined;
}
