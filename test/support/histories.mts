// Random histories of a vendor and of n8n, for any way of polling.
import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import { PollerProbe } from '../probe/poller.mts';
import { poll } from './engine.mts';
import { addNodeType } from './workflow.mts';

/** How many histories each way of polling goes through; more by HISTORIES in the environment. */
export const HISTORIES = Number(process.env.HISTORIES ?? 200);

/** What may happen. */
export type Event =
	| { readonly kind: 'create'; readonly count: number; readonly late: number }
	| { readonly kind: 'change'; readonly which: number }
	| { readonly kind: 'remove'; readonly which: number }
	| { readonly kind: 'wait'; readonly ms: number }
	| { readonly kind: 'poll' | 'restart' | 'twice' | 'dropped' }
	| { readonly kind: 'failing'; readonly after: number };

const MINUTE = 60_000;

/** Any event. @param latest how late a record may show up, in ms */
export function anyEvent(latest: number): fc.Arbitrary<Event> {
	return fc.oneof(
		{ weight: 4, arbitrary: fc.constant({ kind: 'poll' as const }) },
		{
			weight: 4,
			arbitrary: fc.record({
				kind: fc.constant('create' as const),
				count: fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 5, max: 30 })),
				late: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: latest })),
			}),
		},
		{
			weight: 3,
			arbitrary: fc.record({ kind: fc.constant('change' as const), which: fc.nat(1000) }),
		},
		{
			weight: 1,
			arbitrary: fc.record({ kind: fc.constant('remove' as const), which: fc.nat(1000) }),
		},
		{
			weight: 3,
			arbitrary: fc.record({
				kind: fc.constant('wait' as const),
				ms: fc.oneof(
					fc.integer({ min: 0, max: MINUTE }),
					fc.integer({ min: 0, max: 600 * MINUTE }),
				),
			}),
		},
		{
			weight: 1,
			arbitrary: fc.constantFrom('restart', 'twice', 'dropped').map((kind) => ({ kind })),
		},
		{
			weight: 1,
			arbitrary: fc.record({ kind: fc.constant('failing' as const), after: fc.nat(6) }),
		},
	);
}

/** A trigger in n8n: what it emits counts once n8n has taken it. */
export class Watched {
	readonly emitted: IDataObject[] = [];
	private memory: IDataObject = {};
	private node = 0;
	private static nodes = 0;

	private readonly type: string;
	private readonly pollBudgetMs: number | undefined;

	constructor(type: string, pollBudgetMs?: number) {
		this.type = type;
		this.pollBudgetMs = pollBudgetMs;
		this.node = Watched.nodes++;
	}

	/** The poll with which n8n activates the workflow: its state is saved in any case. */
	async activate(): Promise<void> {
		await poll(this.run(), this.memory);
	}

	/** @param isTaken false where n8n throws away what comes, and with it the state */
	async poll(isTaken = true): Promise<void> {
		// n8n's scheduler loads the workflow for each poll, and saves nothing of one that emits nothing.
		const isScheduled = this.pollBudgetMs !== undefined;
		const before = structuredClone(this.memory);
		const store = isScheduled ? before : this.memory;
		const output = await poll(this.run(), store);
		const isSaved = output === null ? !isScheduled : isTaken;
		if (isSaved) {
			this.memory = store;
			for (const { json } of output?.[0] ?? []) this.emitted.push(json);
		} else if (!isScheduled) this.memory = before;
	}

	/** Two polls at the same time. */
	async twice(): Promise<void> {
		await Promise.all([this.poll(), this.poll()]);
	}

	/** How large what n8n stores is, in bytes. */
	get rowBytes(): number {
		return JSON.stringify(this.memory).length;
	}

	/** n8n ends and starts again. */
	restart(): void {
		this.memory = structuredClone(this.memory);
		this.node = Watched.nodes++;
	}

	private run() {
		const { type, pollBudgetMs } = this;
		return { type, parameters: {}, credentials: {}, nodeId: `watched-${this.node}`, pollBudgetMs };
	}
}

/** Makes a way of polling known as a trigger. Returns its type. */
export function pollerOf(its: ConstructorParameters<typeof PollerProbe>[0]): string {
	addNodeType(new PollerProbe(its));
	return 'pollerProbeTrigger';
}
