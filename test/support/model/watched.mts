// A trigger in n8n: what it emits counts once n8n has taken it.
import type { IDataObject } from 'n8n-workflow';
import { poll, type NodeRun } from '../engine.mts';

/** What is run; it is read anew at each poll. */
type Trigger = Pick<NodeRun, 'type' | 'pollBudgetMs'> & Partial<NodeRun>;

/** A trigger over many polls, as n8n keeps its state. */
export class Watched {
	readonly emitted: IDataObject[] = [];
	/** What n8n's process holds. */
	private memory: IDataObject = {};
	/** What its database holds: saved with what a poll emits, and at activation. */
	private saved: IDataObject = {};
	private node = 0;
	private static nodes = 0;

	private readonly trigger: Trigger;

	constructor(trigger: Trigger) {
		this.trigger = trigger;
		this.node = Watched.nodes++;
	}

	/** The poll with which n8n activates the workflow: its state is saved in any case. */
	async activate(): Promise<void> {
		await poll(this.nodeRun(), this.memory);
		this.save(this.memory);
	}

	/**
	 * @param isTaken false where n8n throws away what comes, and with it the state
	 * @returns whether something was emitted and taken
	 */
	async poll(isTaken = true): Promise<boolean> {
		return await this.begin()(isTaken);
	}

	/** n8n reads the state of a poll, and runs it when it is told to. */
	begin(): (isTaken?: boolean) => Promise<boolean> {
		const before = structuredClone(this.memory);
		return async (isTaken = true) => await this.run(before, isTaken);
	}

	private async run(before: IDataObject, isTaken: boolean): Promise<boolean> {
		// n8n's scheduler loads the workflow for each poll, and saves nothing of one that emits nothing.
		const isScheduled = this.trigger.pollBudgetMs !== undefined;
		const store = isScheduled ? before : this.memory;
		const output = await poll(this.nodeRun(), store);
		if (output === null) return false;
		if (!isTaken) {
			if (!isScheduled) this.memory = before;
			return false;
		}
		this.save(store);
		for (const { json } of output[0] ?? []) this.emitted.push(json);
		return true;
	}

	/** How large what n8n stores is, in bytes. */
	get rowBytes(): number {
		return JSON.stringify(this.saved).length;
	}

	/** n8n ends and starts again: what it did not save is lost. */
	restart(): void {
		this.memory = structuredClone(this.saved);
		this.node = Watched.nodes++;
	}

	private save(store: IDataObject): void {
		this.memory = store;
		this.saved = structuredClone(store);
	}

	private nodeRun(): NodeRun {
		const { trigger, node } = this;
		return { parameters: {}, credentials: {}, ...trigger, nodeId: `watched-${node}` };
	}
}
