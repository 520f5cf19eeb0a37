import type { IPollFunctions } from 'n8n-workflow';
import { faultToReport } from '../transport/reporting';
import { isRecord } from '../values/records';
import { plainMessage } from '../values/text';
import { readCursor, type Cursor } from './cursor';

/** How many IDs a trigger remembers as emitted; the oldest are forgotten first. */
const MEMORY = 10_000;

/**
 * What a polling trigger keeps from poll to poll, in the node's static data.
 *
 * It belongs to a scope, such as the credential and the event: with another one it starts anew.
 * A manual run gets an empty state that is not kept.
 */
export class PollState {
	private constructor(
		private readonly store: Record<string, unknown>,
		private readonly seen: Set<string>,
	) {}

	/** Opens the state of a scope. */
	static open(context: IPollFunctions, scope: readonly unknown[]): PollState {
		const store = context.getMode() === 'manual' ? {} : context.getWorkflowStaticData('node');
		const key = JSON.stringify(scope);
		if (store.scope !== key) {
			store.scope = key;
			store.emitted = [];
			delete store.cursor;
			delete store.prints;
			delete store.fault;
		}
		const emitted: unknown[] = Array.isArray(store.emitted) ? store.emitted : [];
		return new PollState(store, new Set(emitted.filter((id) => typeof id === 'string')));
	}

	/** Whether something was emitted before. */
	has(id: string): boolean {
		return this.seen.has(id);
	}

	/** Keeps what was emitted. To be called last, when nothing can fail any more. */
	commit(ids: readonly string[]): void {
		for (const id of ids) {
			// What is still there counts as the newest, so that it is forgotten last.
			this.seen.delete(id);
			this.seen.add(id);
		}
		this.store.emitted = [...this.seen].slice(-MEMORY);
	}

	/** Where the trigger stands in the vendor's records, undefined at its first poll. */
	get cursor(): Cursor | undefined {
		return readCursor(this.store.cursor);
	}

	/** Keeps where the trigger stands. To be called last; it also ends a fault. */
	moveTo(cursor: Cursor): void {
		this.store.cursor = cursor;
		this.shouldReport(undefined);
	}

	/** What records looked like at the last poll, by ID; empty at the first poll. */
	get fingerprints(): ReadonlyMap<string, string> {
		const prints = isRecord(this.store.prints) ? this.store.prints : {};
		return new Map(
			Object.entries(prints).filter(
				(each): each is [string, string] => typeof each[1] === 'string',
			),
		);
	}

	/** Keeps what records look like. To be called last; it also ends a fault. */
	keepFingerprints(fingerprints: ReadonlyMap<string, string>): void {
		this.store.prints = Object.fromEntries(fingerprints);
		this.shouldReport(undefined);
	}

	/**
	 * Handles a poll that could not be done.
	 *
	 * @throws the error when it is to be reported
	 */
	report(error: unknown): undefined {
		const message = plainMessage(error);
		if (this.shouldReport(message)) throw error;
		return undefined;
	}

	/** Whether a fault is new, or old enough to be reported again; an end of faults is kept too. */
	shouldReport(fault: string | undefined): boolean {
		if (fault === undefined) {
			delete this.store.fault;
			return false;
		}
		const reported = faultToReport(this.store.fault, fault);
		if (reported) this.store.fault = reported;
		return reported !== undefined;
	}
}
