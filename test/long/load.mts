// Calls the operations all the time, and notes what each said that it has done.
import { setTimeout as sleep } from 'node:timers/promises';
import type { N8n } from '../../host/n8n.mts';
import { hasEnded } from '../../host/execution.mts';
import { call, isRefused, type Item } from './callable.mts';
import { Ledger } from './ledger.mts';
import { STOPPED } from './operations.mts';
import { doOver } from './until.mts';

/** What is asked for in a turn of each kind. */
const MANY = 10;

/** Runs the operations of all vendors. */
export class Load {
	readonly leads = new Ledger();
	readonly contacts = new Ledger();
	readonly skarbe = new Ledger();
	readonly pages = new Ledger();
	readonly records = new Ledger();
	/** The jobs that GenPage nodes have told of. */
	readonly jobs = new Set<string>();
	/** The turns of Upload and Wait that are to come to an end. */
	readonly waits = new Set<number>();
	calls = 0;
	failed = 0;
	cancelled = 0;
	private readonly n8n: N8n;
	private readonly workflows: ReadonlyMap<string, string>;

	/** @param workflows their IDs, by the names that they are called by */
	constructor(n8n: N8n, workflows: ReadonlyMap<string, string>) {
		this.n8n = n8n;
		this.workflows = workflows;
	}

	/** Calls until the signal comes, and waits for all that was begun. */
	async run(signal: AbortSignal): Promise<void> {
		await Promise.all([
			doOver(signal, 1_000, async (turn) => {
				await this.crm(turn);
			}),
			doOver(signal, 2_000, async (turn) => {
				await this.contact(turn);
			}),
			doOver(signal, 4_000, async (turn) => {
				await this.pagesOf('pages-upsert', turn);
			}),
			doOver(signal, 4_000, async (turn) => {
				await this.pagesOf('pages-wait', turn);
			}),
			doOver(signal, 6_000, async (turn) => {
				await this.upload(turn);
			}),
			doOver(signal, 15_000, async (turn) => {
				await this.waitFor(turn);
			}),
			doOver(signal, 30_000, async (turn) => {
				await this.cancelOne(turn);
			}),
		]);
	}

	/** Creates leads, changes them, reads some, and deletes every other one. One name is bad. */
	private async crm(turn: number): Promise<void> {
		const names = namesOf('lead', turn, MANY);
		const items = [...names, ''].map((name) => ({ name }));
		const made = await this.call('lead-create', items);
		this.leads.note(names, made);
		const ids = (made ?? []).filter((item) => !isRefused(item)).map(({ id }) => ({ id }));
		await this.call('lead-update', ids);
		await this.call('lead-many', [{}]);
		const gone = ids.filter((_, at) => at % 2 === 0);
		await this.call('lead-delete', gone);
		const goneIds = new Set(gone.map(({ id }) => id));
		const lost = names.filter((_, at) => goneIds.has(made?.[at]?.id));
		this.leads.forget(lost);
	}

	private async contact(turn: number): Promise<void> {
		const names = namesOf('contact', turn, 5);
		const items = names.map((name) => ({ name }));
		this.contacts.note(names, await this.call('contact-create', items));
		await this.call('contact-many', [{}]);
		const skarbeNames = namesOf('skarbe', turn, 1);
		const skarbeItems = skarbeNames.map((name) => ({ name }));
		this.skarbe.note(skarbeNames, await this.call('skarbe-create', skarbeItems));
		await this.call('skarbe-many', [{}]);
	}

	/** Sends leads in batches; where one was refused, nobody knows of its leads. */
	private async pagesOf(name: string, turn: number): Promise<void> {
		const emails = namesOf(name, turn, 60).map((each) => `${each}@x.example`);
		const jobs = await this.call(
			name,
			emails.map((email) => ({ email })),
		);
		const isWhole = jobs !== undefined && !jobs.some(isRefused);
		this.pages.note(emails, isWhole ? emails.map(() => ({})) : undefined);
		for (const { job_id: job } of jobs ?? []) {
			if (typeof job === 'string' && name === 'pages-upsert') this.jobs.add(job);
		}
	}

	private async upload(turn: number): Promise<void> {
		const ids = namesOf('L', turn, 50);
		const answer = await this.call('records-upload', accounts(ids));
		const isWhole = answer !== undefined && !answer.some(isRefused);
		this.records.note(ids, isWhole ? ids.map(() => ({})) : undefined);
		await this.call('records-many', [{}]);
	}

	/** Begins an execution that sleeps until LeadGenius has finalized its records. */
	private async waitFor(turn: number): Promise<void> {
		const items = accounts(namesOf('W', turn, 20)).map((each) => ({ ...each, turn }));
		if (await this.call('records-wait', items)) this.waits.add(turn);
	}

	/** Begins what takes long and stops it: now an execution that sleeps, now one that asks. */
	private async cancelOne(turn: number): Promise<void> {
		const sleeps = turn % 2 === 0;
		const name = sleeps ? STOPPED.records : STOPPED.pages;
		const ids = namesOf('stopped', turn, sleeps ? 200 : 400);
		const items = sleeps
			? accounts(ids).map((each) => ({ ...each, turn: `stopped-${turn}` }))
			: ids.map((id) => ({ email: `${id}@x.example` }));
		const begun = call(this.n8n.url, name, items);
		await sleep(4_000);
		const runs = await this.n8n.executions(this.workflows.get(name) ?? '');
		for (const { id, status } of runs) if (!hasEnded(status)) await this.cancel(id);
		await begun;
	}

	private async cancel(execution: string): Promise<void> {
		try {
			await this.n8n.rest.request('POST', `/rest/executions/${execution}/stop`, {});
			this.cancelled++;
		} catch {
			// It has ended meanwhile.
		}
	}

	private async call(name: string, items: readonly Item[]): Promise<Item[] | undefined> {
		if (items.length === 0) return [];
		this.calls++;
		const answer = await call(this.n8n.url, name, items);
		if (answer === undefined || answer.some(isRefused)) this.failed++;
		return answer;
	}
}

function namesOf(kind: string, turn: number, count: number): string[] {
	return Array.from({ length: count }, (_, at) => `${kind}-${turn}-${at}`);
}

function accounts(ids: readonly string[]) {
	return ids.map((id) => ({ org_record_id: id, org_website: `${id.toLowerCase()}.example` }));
}
