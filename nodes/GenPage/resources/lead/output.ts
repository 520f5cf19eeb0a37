import type { NodeExecutionHint } from 'n8n-workflow';
import type { BatchOutput, TakenBatch } from '../../../shared/operations/batch';
import { toRecord } from '../../../shared/values/records';
import { isBlank } from '../../../shared/values/text';
import type { JobStatus } from '../job/status';
import { waitForJob } from '../job/wait';
import type { UpsertInput } from './fields';
import type { LeadValues } from './identity';
import { matchLeads } from './match';
import { fetchLeads, leadOutput } from './read';

/** What one finished job says to the hints of the run. */
export interface JobNote {
	readonly status: JobStatus;
	readonly strangers: number;
	readonly unanswered: readonly number[];
	/** How long the job took, in ms. */
	readonly tookMs: number;
}

type UpsertedBatch = TakenBatch<UpsertInput, LeadValues>;

/** What an answer to an upsert says was taken. */
export function jobReceipt(answer: unknown): string | undefined {
	const jobId = toRecord(answer)?.job_id;
	return isBlank(jobId) ? undefined : `job ${String(jobId)}`;
}

/** The output of a batch: its job, or its leads when they are waited for. */
export async function upsertOutput(batch: UpsertedBatch): Promise<BatchOutput<JobNote>> {
	const { input, items, answer } = batch;
	if (input.options.waitForCompletion) return await finishedLeads(batch);
	const json = {
		job_id: String(answer.job_id),
		leads_sent: items.length,
		campaign_id: input.campaignId,
		audience_id: input.audienceId,
	};
	return { records: [{ json, items }] };
}

/** Waits for a job and outputs its leads, each linked to its item. */
async function finishedLeads(batch: UpsertedBatch): Promise<BatchOutput<JobNote>> {
	const { client, answer, at, input, entries } = batch;
	const { timeoutSeconds, simplify } = input.options;
	const jobId = String(answer.job_id);
	const status = await waitForJob(client, jobId, at + timeoutSeconds * 1000);
	const leads = await fetchLeads(client, jobId, input.workspaceId);
	const { records, strangers, unanswered } = matchLeads(leads, entries);
	return {
		records: records.map(({ json, items }) => ({ json: leadOutput(json, simplify), items })),
		missing: unanswered.map((item) => ({
			items: [item],
			error: client.gaveUp(
				`GenPage returned no lead for this item, though job ${jobId} is completed`,
				`Look for the lead in GenPage, or use Lead > Get Many with the job ID ${jobId}.`,
				item,
			),
		})),
		note: { status, strangers, unanswered, tookMs: Date.now() - at },
	};
}

/** The hints above the output: how far GenPage came, and what could not be linked. */
export function jobHints(notes: readonly JobNote[]): NodeExecutionHint[] {
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

function hint(message: string, type: NodeExecutionHint['type']): NodeExecutionHint {
	return { message, type, location: 'outputPane' };
}
