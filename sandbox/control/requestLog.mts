// What reached the vendors since the last reset.
import type { LogEntry, RequestSummary } from './shapes.mts';

/** What is known of a request when it arrives. */
export type Arrival = Pick<LogEntry, 'vendor' | 'method' | 'path' | 'query' | 'headers' | 'body'>;

/** The request log. */
export class RequestLog {
	#entries: LogEntry[] = [];
	#inFlight = 0;
	#maxInFlight = 0;
	#keepsBodies: boolean;

	/** @param keepsBodies false keeps no bodies, for long benches */
	constructor(keepsBodies: boolean) {
		this.#keepsBodies = keepsBodies;
	}

	get entries(): readonly LogEntry[] {
		return this.#entries;
	}

	/** Notes a request. The entry is filled in later, until `close` says that the request is over. */
	open(arrival: Arrival): LogEntry {
		const entry: LogEntry = {
			n: this.#entries.length + 1,
			at: Date.now(),
			...arrival,
			body: this.#keepsBodies ? arrival.body : null,
			status: null,
			ms: null,
			fault: null,
			accepted: false,
		};
		this.#entries.push(entry);
		this.#inFlight += 1;
		this.#maxInFlight = Math.max(this.#maxInFlight, this.#inFlight);
		return entry;
	}

	/** Notes that a request is over, answered or left. */
	close(entry: LogEntry): void {
		entry.ms = Date.now() - entry.at;
		this.#inFlight -= 1;
	}

	/** Forgets everything but the requests that are under way, which still count as in flight. */
	reset(keepsBodies: boolean): void {
		this.#entries = [];
		this.#maxInFlight = this.#inFlight;
		this.#keepsBodies = keepsBodies;
	}

	summary(): RequestSummary {
		return {
			total: this.#entries.length,
			byPath: countBy(this.#entries, (entry) => entry.path),
			byStatus: countBy(this.#entries, (entry) => String(entry.status ?? 'none')),
			maxInFlight: this.#maxInFlight,
			medianMs: medianOf(this.#entries.flatMap(({ ms }) => ms ?? [])),
		};
	}
}

function medianOf(figures: readonly number[]): number | null {
	const sorted = [...figures].sort((a, b) => a - b);
	return sorted[Math.floor(sorted.length / 2)] ?? null;
}

/** How many entries have each key. */
export function countBy(
	entries: readonly LogEntry[],
	keyOf: (entry: LogEntry) => string,
): Record<string, number> {
	const counts = new Map<string, number>();
	for (const entry of entries) counts.set(keyOf(entry), (counts.get(keyOf(entry)) ?? 0) + 1);
	return Object.fromEntries(counts);
}
