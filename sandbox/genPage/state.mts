// Everything that the stand-in for GenPage remembers.
import { Job, Jobs, rowsThatSucceed } from './jobs.mts';
import { Leads, leadState } from './leads.mts';
import type { GenPageSettings } from './settings.mts';
import type { Row } from './leads.mts';
import { Tokens, Workspaces } from './workspaces.mts';
import type { Workspace } from './workspaces.mts';
import type { GenPageState } from './shapes.mts';

/** An upload that has passed all checks. */
export interface Upload {
	readonly workspace: Workspace;
	readonly campaignId: number;
	readonly audienceId: number;
	readonly from: string;
	readonly rows: readonly Row[];
}

/** The state from one reset to the next. */
export class GenPageStore {
	readonly settings: GenPageSettings;
	readonly workspaces: Workspaces;
	readonly tokens = new Tokens();
	readonly leads = new Leads();
	readonly jobs = new Jobs();

	constructor(settings: GenPageSettings) {
		this.settings = settings;
		this.workspaces = new Workspaces(settings.credits);
	}

	/** Stores the leads and starts the job that makes their pages. Returns the job's id. */
	upload({ rows, ...upload }: Upload): string {
		const id = this.jobs.newId();
		const target = { ...upload, jobId: id };
		const stored = rows
			.slice(0, rowsThatSucceed(upload.from, rows.length))
			.map((row) => this.leads.upsert(target, row));
		const parts = { ...upload, id, rows: stored, totalRows: rows.length };
		this.jobs.add(new Job(parts, this.settings.leadsPerSecond));
		return id;
	}

	/** The workspace's credits after all pages made so far. */
	creditsOf(workspace: Workspace): number {
		this.jobs.charge();
		return workspace.credits;
	}

	/** As `GET /__sandbox/state` shows it. */
	snapshot(): GenPageState {
		this.jobs.charge();
		const workspaces = this.workspaces.all;
		return {
			leads: this.leads.all.map(leadState),
			jobs: this.jobs.all.map((job) => job.state()),
			tokens: this.tokens.all,
			variables: Object.fromEntries(workspaces.map((each) => [each.seed.id, each.variables])),
			credits: Object.fromEntries(workspaces.map((each) => [each.seed.id, each.credits])),
		};
	}
}
