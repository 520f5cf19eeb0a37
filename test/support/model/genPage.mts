// GenPage in histories: jobs that are uploaded, take their time, and end well or not.
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { z } from 'zod';
import { FAILING_SENDER } from '../../../sandbox/genPage/jobs.mts';
import { SANDBOX_TOKEN } from '../../../sandbox/genPage/token.mts';
import { DEFAULT_GENPAGE, withGenPage } from '../../../sandbox/genPage/settings.mts';
import { createGenPage } from '../../../sandbox/genPage/vendor.mts';
import type { VendorRequest } from '../../../sandbox/vendor.mts';
import { documentsOfRun } from '../documents.mts';
import { byId } from '../results.mts';
import { genPage } from '../vendors/genPage.mts';
import type { Clocks } from './clocks.mts';
import { News } from './news.mts';
import { pick, type World } from './world.mts';

const WORKSPACE = 16;
/** A job of one lead takes some minutes. */
const LEADS_PER_SECOND = 0.005;

/** A GenPage, and the IDs of the jobs that the trigger watches. */
export class GenPageWorld implements World {
	readonly vendor = genPage;
	readonly key = SANDBOX_TOKEN;
	readonly news = new News();
	private readonly clocks: Clocks;
	private readonly genPage;
	private readonly watched: string[] = [];
	private leads = 0;

	constructor(clocks: Clocks) {
		this.clocks = clocks;
		const change = { documents: documentsOfRun(), leadsPerSecond: LEADS_PER_SECOND };
		this.genPage = createGenPage({ genPage: withGenPage(DEFAULT_GENPAGE, change) });
		// There is no old news: what is watched is output, whenever it was uploaded.
		this.news.begin();
		// A form without a job is refused: this one takes days.
		const id = this.upload(1_000);
		this.news.happened(id, this.pieceOf({ job_id: id }), false);
	}

	get parameters(): INodeParameters {
		const workspaceId = byId(WORKSPACE);
		return { event: 'jobFinished', jobs: 'ids', jobIds: this.watched.join(), workspaceId };
	}

	create(count: number): void {
		const id = this.upload(1 + (count % 3));
		this.news.happened(id, this.pieceOf({ job_id: id }));
	}

	/** The user watches a job again that was watched before, or another one twice. */
	change(which: number): void {
		const id = pick(this.watched, which);
		if (id !== undefined) this.watched.push(id);
	}

	remove(which: number): void {
		const [first, ...others] = this.watched;
		const id = pick(others, which);
		if (first === undefined || id === undefined) return;
		this.watched.splice(0, Infinity, first, ...others.filter((each) => each !== id));
		this.news.gone(id);
	}

	answer(request: VendorRequest) {
		return this.genPage.answer(request);
	}

	pieceOf({ job_id }: IDataObject): string {
		return JSON.stringify(job_id);
	}

	/** Uploads leads, and has the job watched. Returns its ID. */
	private upload(count: number): string {
		const leads = Array.from({ length: count }, () => ({
			values: { email: `lead-${this.leads++}@x.example` },
		}));
		const from = this.leads % 4 === 0 ? FAILING_SENDER : 'n8n';
		const place = { workspace_id: WORKSPACE, campaign_id: 1, audience_id: 1 };
		const request = {
			method: 'POST',
			path: '/api/external/v1/leads/upsert-leads',
			query: {},
			headers: genPage.headers(this.key),
			body: { from, ...place, leads },
		};
		const { body } = this.clocks.atVendor(() => this.genPage.answer(request));
		const { job_id } = z.object({ job_id: z.string() }).parse(body);
		this.watched.push(job_id);
		return job_id;
	}
}
