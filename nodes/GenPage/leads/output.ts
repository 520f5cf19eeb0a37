import type { NodeExecutionHint } from 'n8n-workflow';
import type { Call } from '../../shared/operations/call';
import type { Made } from '../../shared/operations/batch';
import type { Member } from '../../shared/operations/sendBatches';
import { fetchLeads } from '../jobs/fetch';
import type { JobStatus } from '../jobs/status';
import { waitForJob } from '../jobs/wait';
import { matchLeads } from './match';
import { shown } from './shown';
import type { LeadValues } from './values';

/** What one finished job says to the hints of the run. */
export interface JobNote {
	readonly status: JobStatus;
	readonly strangers: number;
	readonly unanswered: readonly number[];
	/** How long the job took, in ms. */
	readonly tookMs: number;
}

/** A job whose leads are waited for. */
interface Waiting {
	readonly call: Call;
	readonly jobId: string;
	readonly workspaceId: number | undefined;
	readonly members: ReadonlyArray<Member<unknown, LeadValues>>;
	/** When GenPage took it, in ms since the epoch. */
	readonly at: number;
	readonly timeLimitMs: number;
	readonly simplify: boolean;
}

/** Waits for a job and outputs its leads, each linked to its item. */
export async function finishedLeads(job: Waiting): Promise<Made<JobNote>> {
	const status = await waitForJob(job.call, job.jobId, job.at + job.timeLimitMs);
	const leads = await fetchLeads(job.call, job.jobId, job.workspaceId);
	const { records, strangers, unanswered } = matchLeads(leads, job.members);
	return {
		records: records.map(({ json, items }) => ({ json: shown(json, job.simplify), items })),
		missing: unanswered.map((item) => ({
			item,
			error: job.call.gaveUp(
				`GenPage returned no lead for this item, though job ${job.jobId} is completed`,
				`Look for the lead in GenPage, or use Lead > Get Many with the job ID ${job.jobId}.`,
				item,
			),
		})),
		note: { status, strangers, unanswered, tookMs: Date.now() - job.at },
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
