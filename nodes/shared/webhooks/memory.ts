import type { IDataObject, IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import { faultToReport } from '../transport/reporting';
import type { Gatherer } from './gatherer';
import { IdRanges } from './idRanges';

/**
 * What a webhook trigger has emitted.
 *
 * Each call of a webhook gets its own copy of n8n's static data and writes all of it back, so that
 * calls at the same time would forget each other's records. Hence one memory in the process, which
 * is written to static data after each call for the time after a restart.
 */
export class Memory {
	private readonly emitted = new IdRanges();
	private completed = '';
	private fault: ReturnType<typeof faultToReport>;

	/** @param gatherer what fetches the records that all calls of the trigger name */
	constructor(readonly gatherer: Gatherer) {}

	/** Takes in what was written before this process began, or by another process. */
	read(stored: IDataObject): void {
		this.emitted.read(stored.emitted);
		if (this.completed === '' && typeof stored.completed === 'string') {
			this.completed = stored.completed;
		}
	}

	/** Writes what it knows. To be called last. */
	write(stored: IDataObject): void {
		stored.emitted = this.emitted.written();
		stored.completed = this.completed;
	}

	/** Whether a record was emitted before. */
	has(id: number): boolean {
		return this.emitted.has(id);
	}

	/**
	 * Those of some records that are still to be emitted; from here on they count as emitted. Calls
	 * that fetched the same record at the same time get it once.
	 */
	claim<T extends { readonly id: number }>(records: readonly T[]): T[] {
		return records.filter(({ id }) => {
			if (this.emitted.has(id)) return false;
			this.emitted.add(id);
			return true;
		});
	}

	/** Whether an end, such as a campaign's, is news; from here on it is none. */
	claimEnd(end: string): boolean {
		if (this.completed === end) return false;
		this.completed = end;
		return true;
	}

	/** Whether a fault is new, or old enough to be reported again. */
	shouldReport(message: string): boolean {
		const reported = faultToReport(this.fault, message);
		this.fault = reported ?? this.fault;
		return reported !== undefined;
	}
}

const memories = new Map<string, Memory>();

/** The memory of a trigger, which all its calls in this process share. */
export function memoryOf(key: string, create: () => Memory): Memory {
	let memory = memories.get(key);
	if (!memory) memories.set(key, (memory = create()));
	return memory;
}

/** Drops a trigger's memory; what is in static data stays. */
export function forget(key: string): void {
	memories.delete(key);
}

/**
 * What tells one trigger's memory from another's.
 *
 * @param watched what it watches at the vendor, such as a campaign
 */
export function memoryKey(context: IHookFunctions | IWebhookFunctions, watched: string): string {
	return JSON.stringify([context.getWorkflow().id, context.getNode().id, watched]);
}
