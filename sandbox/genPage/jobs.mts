// Jobs. How far a job is follows from the clock each time somebody asks: no timers to clean up.
import type { Lead } from './leads.mts';
import type { JobState, JobStatus } from './shapes.mts';
import type { Workspace } from './workspaces.mts';

/** An upload whose `from` is this text ends as failed when half of its rows are done. */
export const FAILING_SENDER = 'fail';

/** One stored row of a job. */
export interface JobRow {
	readonly lead: Lead;
	/** True when the row made the lead, and so costs a credit. */
	readonly created: boolean;
}

/** What a job is made of. */
export interface JobParts {
	readonly id: string;
	readonly workspace: Workspace;
	readonly campaignId: number;
	readonly audienceId: number;
	readonly from: string;
	/** The rows that will be processed; fewer than `totalRows` where the job will fail. */
	readonly rows: readonly JobRow[];
	readonly totalRows: number;
}

/** How many rows of an upload get done. */
export function rowsThatSucceed(from: string, totalRows: number): number {
	return from === FAILING_SENDER ? Math.floor(totalRows / 2) : totalRows;
}

/** One job. */
export class Job {
	readonly parts: JobParts;
	readonly #startedAt = Date.now();
	readonly #rowsPerSecond: number;
	#chargedRows = 0;

	/** @param rowsPerSecond 0 or Infinity = done at once */
	constructor(parts: JobParts, rowsPerSecond: number) {
		this.parts = parts;
		this.#rowsPerSecond = rowsPerSecond === 0 ? Number.POSITIVE_INFINITY : rowsPerSecond;
	}

	/** As get-status answers it. One look at the clock, so that state and number always agree. */
	get progress(): { status: JobStatus; processed_rows: number; total_rows: number } {
		const processed = this.#processedRows();
		return {
			status: this.#statusAt(processed),
			processed_rows: processed,
			total_rows: this.parts.totalRows,
		};
	}

	/** The leads of the rows done so far, each once. */
	get leads(): Lead[] {
		return [...new Set(this.parts.rows.slice(0, this.#processedRows()).map((row) => row.lead))];
	}

	/** Takes a credit for every page made since the last call. True when the job is over. */
	charge(): boolean {
		const done = this.#processedRows();
		const pages = this.parts.rows.slice(this.#chargedRows, done).filter((row) => row.created);
		this.parts.workspace.credits = Math.max(0, this.parts.workspace.credits - pages.length);
		this.#chargedRows = done;
		return done === this.parts.rows.length;
	}

	/** As `GET /__sandbox/state` shows it. */
	state(): JobState {
		return {
			job_id: this.parts.id,
			workspace_id: this.parts.workspace.seed.id,
			campaign_id: this.parts.campaignId,
			audience_id: this.parts.audienceId,
			from: this.parts.from,
			...this.progress,
			lead_ids: this.parts.rows.map((row) => row.lead.id),
		};
	}

	#processedRows(): number {
		const rows = this.parts.rows.length;
		// 0 seconds times Infinity is NaN.
		if (this.#rowsPerSecond === Number.POSITIVE_INFINITY) return rows;
		const seconds = Math.max(0, (Date.now() - this.#startedAt) / 1000);
		return Math.min(Math.floor(seconds * this.#rowsPerSecond), rows);
	}

	#statusAt(processed: number): JobStatus {
		if (processed < this.parts.rows.length) return 'pending';
		return processed < this.parts.totalRows ? 'failed' : 'completed';
	}
}

/** All jobs. */
export class Jobs {
	readonly #byId = new Map<string, Job>();
	readonly #uncharged = new Set<Job>();
	/** The document's example id. */
	#nextId = 1_234_567_890;

	get all(): Job[] {
		return [...this.#byId.values()];
	}

	byId(id: string): Job | undefined {
		return this.#byId.get(id);
	}

	/** The id of the next job, a string of digits as in the document. */
	newId(): string {
		this.#nextId += 1;
		return String(this.#nextId - 1);
	}

	add(job: Job): void {
		this.#byId.set(job.parts.id, job);
		this.#uncharged.add(job);
	}

	/** Takes the credits for all pages made so far. */
	charge(): void {
		for (const job of this.#uncharged) {
			if (job.charge()) this.#uncharged.delete(job);
		}
	}
}
