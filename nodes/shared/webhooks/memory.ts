import type { IDataObject, IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import { faultToReport } from '../transport/reporting';
import type { WholeId } from '../values/wholeId';
import type { Gatherer } from './gatherer';
import { IdRanges } from './idRanges';

/**
 * What a webhook trigger has emitted.
 *
 * Each call of a webhook gets its own copy of n8n's static data and writes all of it back, so that
 * calls at the same time would forget each other's records. Hence one memory in the process, which
 * is written to static data after each call for the time after a restart, and read before each for
 * what other processes have emitted.
 */
export class Memory {
	private readonly emitted = new IdRanges();
	private fault: ReturnType<typeof faultToReport>;

	/** @param gatherer what fetches the records that all calls of the trigger name */
	constructor(readonly gatherer: Gatherer) {}

	/** Takes in what was written before this process began, or by another process. */
	read(stored: IDataObject): void {
		this.emitted.read(stored.emitted);
	}

	/**
	 * Writes what it knows, where that is more than what is there: a call that brought nothing new would
	 * only undo what another process has written meanwhile. To be called last.
	 */
	write(stored: IDataObject): void {
		const written = this.emitted.written();
		if (written.length === 0 || JSON.stringify(written) === JSON.stringify(stored.emitted)) return;
		stored.emitted = written;
	}

	/** Whether a record was emitted before. */
	has(id: WholeId): boolean {
		return this.emitted.has(id);
	}

	/**
	 * Those of some records that are still to be emitted; from here on they count as emitted. Calls
	 * that fetched the same record at the same time get it once.
	 */
	claim<T extends { readonly id: WholeId }>(records: readonly T[]): T[] {
		return records.filter(({ id }) => {
			if (this.emitted.has(id)) return false;
			this.emitted.add(id);
			return true;
		});
	}

	/** Whether a fault is new, or old enough to be reported again. */
	shouldReport(message: string): boolean {
		const reported = faultToReport(this.fault, message);
		this.fault = reported ?? this.fault;
		return reported !== undefined;
	}
}

/**
 * What this process keeps for each trigger, which all calls of it share. It is never dropped, also not
 * when a trigger is deactivated: calls may be under way, and a test of the same trigger ends likewise.
 */
export class PerTrigger<Kept> {
	private readonly kept = new Map<string, Kept>();

	constructor(private readonly create: () => Kept) {}

	/** @param key see memoryKey */
	of(key: string): Kept {
		const kept = this.kept.get(key) ?? this.create();
		this.kept.set(key, kept);
		return kept;
	}
}

/**
 * What tells one trigger's memory from another's.
 *
 * @param watched what it watches at the vendor, such as a campaign
 */
export function memoryKey(context: IHookFunctions | IWebhookFunctions, watched: string): string {
	return JSON.stringify([context.getWorkflow().id, context.getNode().id, watched]);
}
