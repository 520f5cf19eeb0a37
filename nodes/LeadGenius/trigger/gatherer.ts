import type { IDataObject } from 'n8n-workflow';

/** As many as one answer of LeadGenius holds. */
const MOST_AT_ONCE = 100;

/** Fetches records by their IDs; what is not there is left out. */
export type Fetch = (ids: readonly number[]) => Promise<readonly IDataObject[]>;

/** A caller that waits for a record. */
interface Waiting {
	readonly id: number;
	readonly fetch: Fetch;
	readonly resolve: (record: IDataObject | undefined) => void;
	readonly reject: (error: unknown) => void;
}

/**
 * Fetches the records of many deliveries together: LeadGenius may send one call a record, and takes
 * 50 requests a minute. While one request is under way, what is asked for is gathered for the next.
 */
export class Gatherer {
	private queue: Waiting[] = [];
	private busy = false;

	/** A record by its ID, undefined when there is none. @throws what fetch throws */
	async want(id: number, fetch: Fetch): Promise<IDataObject | undefined> {
		return await new Promise((resolve, reject) => {
			this.queue.push({ id, fetch, resolve, reject });
			if (!this.busy) void this.work();
		});
	}

	private async work(): Promise<void> {
		this.busy = true;
		// What arrives in the same moment goes together.
		await Promise.resolve();
		for (let part = this.take(); part.length > 0; part = this.take()) await fetchPart(part);
		this.busy = false;
	}

	private take(): Waiting[] {
		return this.queue.splice(0, MOST_AT_ONCE);
	}
}

async function fetchPart(part: readonly Waiting[]): Promise<void> {
	const fetch = part[0]?.fetch;
	const ids = [...new Set(part.map(({ id }) => id))];
	try {
		const records = (await fetch?.(ids)) ?? [];
		const byId = new Map(records.map((record) => [Number(record.id), record]));
		for (const { id, resolve } of part) resolve(byId.get(id));
	} catch (error) {
		for (const { reject } of part) reject(error);
	}
}
