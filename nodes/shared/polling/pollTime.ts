import type { IPollFunctions } from 'n8n-workflow';

/** What n8n grants a poll of which nobody limits the time, in ms. */
const UNLIMITED_MS = 5 * 60 * 1000;
/** The share of it after which nothing new is begun: the rest is for the request under way. */
const SHARE = 0.8;

/** How long a poll may go on. */
export class PollTime {
	private readonly endsAt: number;

	/** @param longestMs how long the poll itself wants to go on at most, in ms */
	constructor(context: IPollFunctions, longestMs: number) {
		this.endsAt = Date.now() + Math.min(budgetOf(context) * SHARE, longestMs);
	}

	/** How long the poll may still go on, in ms. */
	get leftMs(): number {
		return Math.max(0, this.endsAt - Date.now());
	}

	/** Whether to stop, return what is there, and leave the rest to the next poll. */
	get isOver(): boolean {
		return this.leftMs === 0;
	}
}

/**
 * Whether n8n gives up a poll that takes longer: its scheduler then keeps a poll's state only with what
 * the poll emits, and makes a poll that fails come back later each time.
 */
export function isScheduled(context: IPollFunctions): boolean {
	return budgetOf(context) < UNLIMITED_MS;
}

/** In ms. Hosts before n8n 2.38 set nothing. */
function budgetOf(context: IPollFunctions): number {
	if (typeof context.getPollBudgetMs !== 'function') return UNLIMITED_MS;
	const budget = context.getPollBudgetMs();
	return Number.isFinite(budget) && budget > 0 ? budget : UNLIMITED_MS;
}
