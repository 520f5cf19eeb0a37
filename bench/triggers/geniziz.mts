// The Geniziz Trigger on 200,000 leads: what happens to them, and what a poll costs.
import type { IDataObject } from 'n8n-workflow';
import { GENIZIZ_SEED, type SandboxProcess } from '../../sandbox/client.mts';
import { poll, runNode, type NodeRun } from '../../test/support/engine.mts';
import { geniziz } from '../../test/support/vendors/geniziz.mts';
import { locator } from '../flow.mts';
import { LEADS_PATH } from '../geniziz/leads.mts';
import { inParallel } from '../inParallel.mts';
import { MINUTE } from './time.mts';

const CREATED_A_MINUTE = 20;
const CHANGED_A_MINUTE = 50;
/** So many changes are told to the sandbox at once. */
const AT_ONCE = 10;

/** What the trigger can start on. */
export type LeadEvent = 'leadCreated' | 'leadUpdated';

/** The leads of a workspace, to which something happens each minute. */
export class Leads {
	/** What the trigger should emit, each once: an ID, or an ID and the time of its change. */
	readonly news = new Set<string>();
	private readonly ids: readonly string[];
	private changed = 0;
	private readonly sandbox: SandboxProcess;
	private readonly event: LeadEvent;

	private constructor(sandbox: SandboxProcess, event: LeadEvent, ids: readonly string[]) {
		this.sandbox = sandbox;
		this.event = event;
		this.ids = ids;
	}

	/** Makes leads, the last one an hour ago. */
	static async make(sandbox: SandboxProcess, event: LeadEvent, count: number): Promise<Leads> {
		const from = new Date(Date.now() - (count + 60) * MINUTE).toISOString();
		const ids = await sandbox.geniziz.makeLeads({ count, from, stepMs: MINUTE });
		return new Leads(sandbox, event, ids);
	}

	/** What happens in the minute that has passed. */
	async minute(): Promise<void> {
		const { geniziz } = this.sandbox;
		const began = Date.now() - MINUTE;
		const stepMs = MINUTE / CREATED_A_MINUTE;
		const from = new Date(began).toISOString();
		const ids = await geniziz.makeLeads({ count: CREATED_A_MINUTE, from, stepMs });
		if (this.event === 'leadCreated') for (const id of ids) this.news.add(this.newsOf({ id }));
		await inParallel(CHANGED_A_MINUTE, AT_ONCE, async (index) => {
			const at = new Date(began + (index * MINUTE) / CHANGED_A_MINUTE).toISOString();
			const id = this.next();
			await geniziz.change(id, { name: `Changed at ${at}`, date_updated: at });
			if (this.event === 'leadUpdated') this.news.add(this.newsOf({ id, date_updated: at }));
		});
	}

	/** The news that an item of the trigger is. */
	newsOf({ id, date_updated }: IDataObject): string {
		return JSON.stringify(this.event === 'leadCreated' ? [id] : [id, date_updated]);
	}

	/** A lead that was not changed before, anywhere among them. */
	private next(): string {
		// Coprime to the number of leads: all of them come, far from each other.
		return this.ids[(this.changed++ * 77_773) % this.ids.length] ?? '';
	}
}

/** What a poll brought and cost. */
export interface Polled {
	readonly items: readonly IDataObject[];
	readonly requests: number;
	/** How large what n8n keeps of the trigger is, in bytes. */
	readonly storedBytes: number;
}

/** The trigger in n8n's engine, and the node beside it with the same credential. */
export class Trigger {
	private readonly memory: IDataObject = {};
	private readonly credentials: NodeRun['credentials'];
	private readonly sandbox: SandboxProcess;
	private readonly event: LeadEvent;
	private readonly name: string;

	/** @param name tells it from others of the process */
	constructor(sandbox: SandboxProcess, event: LeadEvent, name: string) {
		this.sandbox = sandbox;
		this.event = event;
		this.name = name;
		const credential = geniziz.credential(sandbox.genizizKey, sandbox.url);
		this.credentials = { genizizApi: credential };
	}

	/** One poll. */
	async poll(): Promise<Polled> {
		const { credentials, name, event } = this;
		const before = await this.requests();
		const run = { type: 'genizizTrigger', parameters: { event }, credentials };
		const output = await poll({ ...run, credentialId: name, nodeId: name }, this.memory);
		return {
			items: (output?.[0] ?? []).map(({ json }) => json),
			requests: (await this.requests()) - before,
			storedBytes: JSON.stringify(this.memory).length,
		};
	}

	/** Gets a lead with the same credential. Returns how long that took, in ms. @throws Error */
	async getLead(): Promise<number> {
		const { credentials, name: credentialId } = this;
		const parameters = { resource: 'lead', operation: 'get', leadId: locator(GENIZIZ_SEED.lead) };
		const started = performance.now();
		const { error } = await runNode({ type: 'geniziz', parameters, credentials, credentialId });
		if (error) throw new Error(error.message);
		return performance.now() - started;
	}

	/** Those that polls sent: all but the gets of the other operation. */
	private async requests(): Promise<number> {
		const { byPath } = await this.sandbox.summary();
		const own = Object.entries(byPath).filter(
			([path]) => path !== `${LEADS_PATH}${GENIZIZ_SEED.lead}/`,
		);
		return own.reduce((sum, [, count]) => sum + count, 0);
	}
}
