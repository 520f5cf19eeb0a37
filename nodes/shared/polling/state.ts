import type { IDataObject, IPollFunctions } from 'n8n-workflow';
import { faultToReport } from '../transport/reporting';
import { plainMessage } from '../values/text';
import { nodeKey } from './nodeKey';
import { isScheduled } from './pollTime';

/** How what a trigger keeps goes into the workflow's row, and comes out of it. */
export interface Keeping<Value> {
	/** Of bounded size, whatever the value's is. */
	readonly toRow: (value: Value) => IDataObject;
	/** Undefined for what another version of the package left. */
	readonly fromRow: (row: unknown) => Value | undefined;
}

/** How a poll ends with which a value is kept; see PollState.keep. */
interface Keep {
	readonly emits: boolean;
	readonly endsFault?: boolean;
	readonly fails?: boolean;
}

/** What this process knows of a node's state beyond its row. */
interface Remembered {
	readonly scope: string;
	/** The whole value that belongs to a row, by the row's token. */
	readonly values: ReadonlyMap<string, unknown>;
	/**
	 * The tokens of the rows that n8n is to replace, since a poll that began with them has emitted, and
	 * when that was, in ms since the epoch.
	 */
	readonly replaced: ReadonlyMap<string, number>;
}

/**
 * For how long after an emission n8n may still start polls with what it had read before, in ms: it
 * reads a poll's state, prepares the poll, and saves what the last one left meanwhile.
 */
const SAVING_MS = 30_000;

const remembered = new Map<string, Remembered>();

/**
 * What a polling trigger keeps from poll to poll, in the node's static data: n8n saves it together
 * with what the poll emits, so that both are true or neither.
 *
 * It belongs to a scope, such as the credential and the event: with another one it starts anew.
 * Beside the row, this process remembers the whole of what the row holds in short, for that row only,
 * and what n8n does not save: the steps of polls that emitted nothing. With its scheduler those are all
 * of them, with durable cursors the one that activates the workflow. A manual run gets an empty state
 * that is not kept.
 */
export class PollState<Value> {
	private constructor(
		private readonly store: Record<string, unknown>,
		private readonly node: string,
		private readonly keeping: Keeping<Value>,
		private readonly isScheduled: boolean,
	) {}

	/** Opens the state of a scope. */
	static open<Value>(
		context: IPollFunctions,
		scope: readonly unknown[],
		keeping: Keeping<Value>,
	): PollState<Value> {
		const isManual = context.getMode() === 'manual';
		const store = isManual ? {} : context.getWorkflowStaticData('node');
		const key = JSON.stringify(scope);
		const node = isManual ? '' : nodeKey(context);
		if (store.scope !== key) {
			for (const name of Object.keys(store)) delete store[name];
			store.scope = key;
		}
		if (remembered.get(node)?.scope !== key)
			remembered.set(node, { scope: key, values: new Map(), replaced: new Map() });
		return new PollState(store, node, keeping, isScheduled(context));
	}

	/** What was kept last, undefined at the first poll. */
	get value(): Value | undefined {
		const known = remembered.get(this.node)?.values.get(this.token);
		// What stands under a token of this scope was put there by keep(), as this value.
		return isKept<Value>(known, this.keeping) ? known.value : this.keeping.fromRow(this.store.kept);
	}

	/**
	 * Keeps a value. To be called last, when nothing can fail any more.
	 *
	 * @param emits whether the poll has something to emit: then the value counts once n8n has taken
	 *   that, and until then the one before
	 * @param endsFault false where a fault of a part of the poll goes on
	 * @param fails whether the poll ends with an error: n8n tries again to activate a workflow for which
	 *   one does, and is to get the same error again
	 */
	keep(value: Value, { emits, endsFault = true, fails = false }: Keep): void {
		const kept = new Kept(value, this.keeping);
		const before = this.token;
		this.store.token = newToken();
		this.store.kept = this.keeping.toRow(value);
		if (endsFault) delete this.store.fault;
		const values = new Map([[this.token, kept]]);
		if (!emits && (!fails || this.isScheduled)) values.set(before, kept);
		const known = remembered.get(this.node);
		const replaced = new Map([...(known?.replaced ?? [])].filter(([, at]) => isRecent(at)));
		if (this.isScheduled && emits) {
			for (const token of [before, ...(known?.values.keys() ?? [])])
				replaced.set(token, Date.now());
		}
		remembered.set(this.node, { scope: String(this.store.scope), values, replaced });
	}

	/**
	 * Handles a poll that could not be done. Where n8n makes a failing poll come back later each time,
	 * it is told of every failure; elsewhere a fault that stays the same is thrown once an hour.
	 *
	 * @throws the error when it is to be reported
	 */
	report(error: unknown): undefined {
		if (this.shouldReport(plainMessage(error)) || this.isScheduled) throw error;
		return undefined;
	}

	/** Whether a fault is new, or old enough to be reported again; undefined is the end of a fault. */
	shouldReport(fault: string | undefined): boolean {
		if (fault === undefined) {
			delete this.store.fault;
			return false;
		}
		const reported = faultToReport(this.store.fault, fault);
		if (reported) this.store.fault = reported;
		return reported !== undefined;
	}

	private get token(): string {
		return tokenOf(this.store.token);
	}
}

/**
 * Whether a poll begins with a state that another one has just emitted from: n8n had read it before it
 * saved what that poll left. Once the time for that is over, n8n has dropped what was emitted, and the
 * state is right.
 */
export function isBehind(context: IPollFunctions): boolean {
	const { token, scope } = context.getWorkflowStaticData('node');
	const known = remembered.get(nodeKey(context));
	return known?.scope === scope && isRecent(known?.replaced.get(tokenOf(token)));
}

/** A clock that was put back says nothing. */
function isRecent(at = Number.NEGATIVE_INFINITY): boolean {
	const elapsed = Date.now() - at;
	return elapsed >= 0 && elapsed < SAVING_MS;
}

/** A value of one kind of trigger, so that it is not taken for another one's. */
class Kept<Value> {
	constructor(
		readonly value: Value,
		readonly keeping: Keeping<Value>,
	) {}
}

function isKept<Value>(known: unknown, keeping: Keeping<Value>): known is Kept<Value> {
	return known instanceof Kept && known.keeping === keeping;
}

function tokenOf(token: unknown): string {
	return typeof token === 'string' ? token : '';
}

/** Tells a row from all others, also from those of other processes. */
function newToken(): string {
	return Date.now().toString(36) + Math.random().toString(36).slice(2, 8);
}
