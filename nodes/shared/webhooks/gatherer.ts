import { sleep, type IDataObject } from 'n8n-workflow';
import type { WholeId } from '../values/wholeId';

const MINUTE_MS = 60_000;
/** How long the last of a minute's requests is held back, in ms. */
const LONGEST_GATHER_MS = 5_000;

/** What the vendor allows for records that are fetched by their IDs. */
export interface GatherLimits {
	/** How many records one request may ask for. */
	readonly mostAtOnce: number;
	readonly requestsAMinute: number;
}

/** Fetches records by their IDs; what is not there is left out. */
export type Fetch = (ids: readonly WholeId[]) => Promise<readonly IDataObject[]>;

/** A caller that waits for a record. */
interface Waiting {
	readonly id: WholeId;
	readonly fetch: Fetch;
	readonly resolve: (record: IDataObject | undefined) => void;
	readonly reject: (error: unknown) => void;
}

/**
 * Fetches the records of many calls together: a vendor may send one call a record, and take few
 * requests a minute. While one request is under way, what is asked for is gathered for the next.
 */
export class Gatherer {
	private queue: Waiting[] = [];
	private busy = false;
	/** When the last requests began, in ms since the epoch. */
	private begun: number[] = [];

	constructor(private readonly limits: GatherLimits) {}

	/** A record by its ID, undefined when there is none. @throws what fetch throws */
	async want(id: WholeId, fetch: Fetch): Promise<IDataObject | undefined> {
		return await new Promise((resolve, reject) => {
			this.queue.push({ id, fetch, resolve, reject });
			if (!this.busy) void this.work();
		});
	}

	private async work(): Promise<void> {
		this.busy = true;
		while (this.queue.length > 0) {
			// What arrives in the same moment goes together in any case.
			await sleep(this.gatherMs());
			this.begun.push(Date.now());
			await fetchPart(this.take());
		}
		this.busy = false;
	}

	/**
	 * How long to gather before the next request, in ms: the longer, the more of the minute's are
	 * used up. The first are hardly held back; where 50 a minute are allowed, an endless stream of calls
	 * makes about 37, and the worst minute has 49.
	 */
	private gatherMs(): number {
		const now = Date.now();
		this.begun = this.begun.filter((time) => time > now - MINUTE_MS);
		return LONGEST_GATHER_MS * (this.begun.length / this.limits.requestsAMinute) ** 3;
	}

	private take(): Waiting[] {
		return this.queue.splice(0, this.limits.mostAtOnce);
	}
}

async function fetchPart(part: readonly Waiting[]): Promise<void> {
	const fetch = part[0]?.fetch;
	const ids = [...new Set(part.map(({ id }) => id))];
	try {
		const records = (await fetch?.(ids)) ?? [];
		const byId = new Map(records.map((record) => [String(record.id), record]));
		for (const { id, resolve } of part) resolve(byId.get(String(id)));
	} catch (error) {
		for (const { reject } of part) reject(error);
	}
}
