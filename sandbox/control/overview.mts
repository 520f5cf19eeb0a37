// What each vendor received and keeps, in figures: what the status page shows.
import { countBy } from './requestLog.mts';
import type { LogEntry, SandboxState } from './shapes.mts';

/** How many of a vendor's latest requests are shown. */
const LATEST = 8;

/** One request, as the page shows it. */
export interface ShownRequest {
	/** Milliseconds since 1970. */
	readonly at: number;
	readonly call: string;
	readonly status: number | null;
	/** How long it took, in ms; null while it is under way. */
	readonly ms: number | null;
}

/** What one vendor received and keeps. */
export interface VendorOverview {
	readonly vendor: string;
	readonly requests: number;
	/** Those that were answered with 400 or more, or not at all. */
	readonly refused: number;
	/** How often each call came, the most frequent first. */
	readonly calls: ReadonlyArray<{ readonly call: string; readonly count: number }>;
	/** How many records there are of each kind. */
	readonly records: ReadonlyArray<{ readonly kind: string; readonly count: number }>;
	/** Newest first. */
	readonly latest: readonly ShownRequest[];
}

/** All vendors, in the order of the state. */
export function overviewOf(log: readonly LogEntry[], state: SandboxState): VendorOverview[] {
	const { campaigns } = state.leadGenius;
	const records = campaigns.flatMap((campaign) => campaign.records);
	const all = { ...state, leadGenius: { ...state.leadGenius, records } };
	return Object.entries(all).map(([vendor, its]) => {
		const requests = log.filter((entry) => entry.vendor === vendor);
		return {
			vendor,
			requests: requests.length,
			refused: requests.filter(isRefused).length,
			calls: Object.entries(countBy(requests, callOf))
				.map(([call, count]) => ({ call, count }))
				.sort((one, other) => other.count - one.count),
			records: kindsIn(its),
			latest: requests
				.slice(-LATEST)
				.reverse()
				.map((entry) => ({
					at: entry.at,
					call: callOf(entry),
					status: entry.status,
					ms: entry.ms,
				})),
		};
	});
}

function isRefused({ status, ms }: LogEntry): boolean {
	return ms !== null && (status === null || status >= 400);
}

/** IDs are left out, so that one call is one line. */
function callOf({ method, path }: LogEntry): string {
	return `${method} ${path.replace(/\/[^/]*\d[^/]*(?=\/|$)/g, (part) => (/^\/v\d+$/.test(part) ? part : '/…'))}`;
}

/** How many records a vendor has, by the name of their list; empty lists are left out. */
function kindsIn(state: object): Array<{ kind: string; count: number }> {
	return Object.entries(state)
		.map(([kind, list]: [string, unknown]) => ({
			kind,
			count: Array.isArray(list) ? list.length : 0,
		}))
		.filter(({ count }) => count > 0);
}
