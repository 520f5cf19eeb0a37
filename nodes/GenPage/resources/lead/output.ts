import type { IDataObject, NodeExecutionHint } from 'n8n-workflow';
import { settingsOf } from '../../../shared/form/options';
import type { TakenBatch } from '../../../shared/operations/batch';
import type { BatchItem } from '../../../shared/operations/grouping';
import { hint } from '../../../shared/run/hint';
import { pool } from '../../../shared/run/pool';
import type { Run } from '../../../shared/run/run';
import { toRecord } from '../../../shared/values/records';
import { isBlank } from '../../../shared/values/text';
import type { SentJob } from '../job/sentJobs';
import type { JobStatus } from '../job/status';
import { waitForJob } from '../job/wait';
import type { UpsertInput } from './fields';
import type { LeadValues } from './identity';
import { matchLeads } from './match';
import { fetchLeads, leadOutput } from './read';

/** What one finished job says to the hints of the run. */
interface JobNote {
	readonly status: JobStatus;
	readonly strangers: number;
	readonly unanswered: readonly number[];
	/** How long the job took, in ms. */
	readonly tookMs: number;
}

/** Running the same again is no advice: it might make leads twice. */
const PAGES_LATER =
	"GenPage is making the pages now. To get their addresses, use Job > Wait for Completion next, with the 'job_id' of these items and its option 'Return Leads', or start another workflow with the GenPage Trigger. For later runs there is 'Wait for Completion' in Options here.";

/** An item on its way to GenPage. */
export type LeadItem = BatchItem<UpsertInput, LeadValues>;

/** A batch that has become a job of GenPage's. */
export type UpsertedBatch = TakenBatch<UpsertInput, LeadValues>;

/** What an answer to an upsert says was taken. */
export function jobReceipt(answer: unknown): string | undefined {
	const jobId = toRecord(answer)?.job_id;
	return isBlank(jobId) ? undefined : `job ${String(jobId)}`;
}

/** The jobs that the run does not wait for itself: the trigger may. */
export function jobsLeft(taken: readonly UpsertedBatch[]): SentJob[] {
	return taken
		.filter(({ input }) => !input.options.waitForCompletion)
		.map(({ answer, input: { workspaceId } }) => ({ id: String(answer.job_id), workspaceId }));
}

/**
 * The output of all jobs at once: waiting for one must not delay another.
 *
 * @throws the first failure where the run must not go on
 */
export async function outputJobs(run: Run, taken: readonly UpsertedBatch[]): Promise<void> {
	const { inParallel } = settingsOf(taken[0]?.input);
	const notes: JobNote[] = [];
	await pool(taken, run.atOnce(inParallel), async (batch) => {
		const { input, items } = batch;
		if (!input.options.waitForCompletion) {
			run.outcome.add([{ json: sentJob(batch), items }]);
			return;
		}
		await finishedLeads(run, batch).then(
			(note) => notes.push(note),
			(error: unknown) => {
				run.outcome.fail({ items, error });
			},
		);
	});
	run.context.addExecutionHints(...jobHints(notes));
}

function sentJob({ input, items, answer }: UpsertedBatch): IDataObject {
	return {
		job_id: String(answer.job_id),
		leads_sent: items.length,
		campaign_id: input.campaignId,
		audience_id: input.audienceId,
	};
}

/** Waits for a job and outputs its leads, each linked to its item. @throws when it does not end well */
async function finishedLeads(run: Run, batch: UpsertedBatch): Promise<JobNote> {
	const { client, answer, at, input, entries } = batch;
	const { timeoutSeconds, simplify } = input.options;
	const jobId = String(answer.job_id);
	const job = { id: jobId, workspaceId: input.workspaceId };
	const status = await waitForJob(client, job, at + timeoutSeconds * 1000);
	const leads = await fetchLeads(client, jobId, input.workspaceId);
	const { records, strangers, unanswered } = matchLeads(leads, entries);
	run.outcome.add(records.map(({ json, items }) => ({ json: leadOutput(json, simplify), items })));
	// Leads that match no item are linked to all of the job, and may be those that are missed.
	const isSure = unanswered.length > strangers;
	for (const item of unanswered) {
		const error = client.gaveUp(
			`GenPage returned no lead for this item, though job ${jobId} is completed`,
			`Look for the lead in GenPage, or use Lead > Get Many with the job ID ${jobId}.`,
			item,
		);
		run.outcome.miss({ items: [item], error }, isSure);
	}
	return { status, strangers, unanswered, tookMs: Date.now() - at };
}

/** How to get the pages of jobs that were not waited for; told while a workflow is being built. */
export function pagesHint(run: Run, taken: readonly UpsertedBatch[]): NodeExecutionHint[] {
	const isTried = run.context.getMode() === 'manual';
	return isTried && jobsLeft(taken).length > 0 ? [hint(PAGES_LATER, 'info')] : [];
}

/** The hints above the output: how far GenPage came, and what could not be linked. */
function jobHints(notes: readonly JobNote[]): NodeExecutionHint[] {
	if (notes.length === 0) return [];
	const sum = (pick: (note: JobNote) => number) => notes.reduce((all, note) => all + pick(note), 0);
	const seconds = Math.round(Math.max(...notes.map(({ tookMs }) => tookMs)) / 1000);
	const jobs = notes.length === 1 ? '1 job' : `${notes.length} jobs`;
	const hints = [
		hint(
			`GenPage processed ${sum(({ status }) => status.processed_rows ?? 0)} of ${sum(({ status }) => status.total_rows ?? 0)} leads in ${jobs} (${seconds} s)`,
			'info',
		),
	];
	const strangers = sum((note) => note.strangers);
	if (strangers > 0) {
		hints.push(
			hint(
				`${strangers} leads match no input item by lead_id, genpage_url, email or linkedin_profile_url. They are linked to all items of their job.`,
				'warning',
			),
		);
	}
	const unanswered = notes.flatMap((note) => note.unanswered);
	if (unanswered.length > 0) {
		hints.push(
			hint(
				`GenPage returned no lead for ${unanswered.length} items, the first being Item ${unanswered[0]}`,
				'warning',
			),
		);
	}
	return hints;
}
