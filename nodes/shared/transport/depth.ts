import { Recent } from '../values/recent';
import { isGood, type Answer } from './answer';
import { Share } from './share';

/** How many requests may be under way before anything is known of the vendor. */
export const FIRST_DEPTH = 8;
const MOST = 64;
/** Answers that are slower by this much still count as equally fast. */
const TOLERANCE = 1.1;
/** Differences below this, in ms, may be the network's or this process's own. */
const FINEST_MS = 10;
/** How long what is known of a vendor's fastest answers counts, in ms. */
const FRESH_MS = 30_000;
/** How long it takes until one request more is tried after the vendor refused or failed one, in ms. */
const REGAIN_MS = 1_000;

/** The answers to requests of one kind that were sent since the depth was last changed. */
interface Round {
	/** How long a usual answer takes when the vendor has time, as far as is known, in ms. */
	best: number | undefined;
	/** When that was first known, in ms since the epoch. */
	bestAt: number;
	/** Which change of the depth the round follows. */
	change: number;
	/** How long each answer took, in ms. */
	times: number[];
	/** Whether the whole depth was used. */
	wasFull: boolean;
}

/** The place of a request; it is given back by its answer, or when it was cancelled. */
export interface Place {
	readonly sent: () => void;
	/** @param answer undefined when the vendor gave none */
	readonly answered: (answer: Answer | undefined) => void;
	readonly left: () => void;
}

/**
 * Finds out how many requests may be under way at once: more while answers do not get slower, fewer
 * when they do, so that no queue builds up at the vendor; half as many as soon as it refuses or fails
 * one (the gradient algorithm of Netflix's concurrency-limits, with medians of rounds for single times).
 */
export class Depth {
	private found = FIRST_DEPTH;
	private change = 0;
	private underWay = 0;
	/** The same for each run that has any. */
	private readonly byRun = new Map<object, number>();
	private readonly rounds = new Recent<Round>(50);
	private readonly share: Share;

	/** @param highest the most that it may come to */
	constructor(private readonly highest = MOST) {
		this.share = new Share({ requests: highest, perMs: REGAIN_MS });
	}

	/** How many requests may be under way at once now. */
	get atOnce(): number {
		return Math.max(1, Math.min(Math.floor(this.found), this.share.requestsAt(Date.now())));
	}

	/** Whether a run must wait; not behind others whose answers take long where it has nothing under way. */
	isFull(run: object): boolean {
		return this.underWay >= (this.byRun.has(run) ? this.atOnce : MOST);
	}

	/**
	 * Takes a place for a request.
	 *
	 * @param run the one that it is of
	 * @param kind the times of what is of another kind say nothing of it
	 */
	take(run: object, kind: string): Place {
		let sentAt = 0;
		let change = 0;
		this.add(run, 1);
		const wasFull = this.isFull(run);
		return {
			sent: () => {
				sentAt = Date.now();
				change = this.change;
			},
			answered: (answer) => {
				this.add(run, -1);
				if (isTooMuch(answer)) this.shrink(sentAt);
				else if (isGood(answer) && change === this.change) {
					this.note(this.roundOf(kind), Date.now() - sentAt, wasFull);
				}
			},
			left: () => {
				this.add(run, -1);
			},
		};
	}

	private add(run: object, requests: 1 | -1): void {
		this.underWay += requests;
		const its = (this.byRun.get(run) ?? 0) + requests;
		if (its > 0) this.byRun.set(run, its);
		else this.byRun.delete(run);
	}

	/** At once, but only once for what was sent before it was known. */
	private shrink(sentAt: number): void {
		const before = this.atOnce;
		this.share.refused(sentAt, Date.now(), before);
		if (this.atOnce < before) this.changeTo(this.atOnce);
	}

	private roundOf(kind: string): Round {
		const known = this.rounds.get(kind);
		const round = known ?? { best: undefined, bestAt: 0, change: 0, times: [], wasFull: false };
		if (round.change !== this.change) {
			Object.assign(round, { change: this.change, times: [], wasFull: false });
		}
		this.rounds.set(kind, round);
		return round;
	}

	private note(round: Round, ms: number, wasFull: boolean): void {
		round.times.push(ms);
		round.wasFull ||= wasFull;
		if (round.times.length >= this.atOnce) this.settle(round);
	}

	private settle(round: Round): void {
		const now = Date.now();
		const usual = Math.max(FINEST_MS, medianOf(round.times));
		if (round.best === undefined) round.bestAt = now;
		round.best = Math.min(round.best ?? usual, usual);
		if (now - round.bestAt > FRESH_MS) {
			// It may have been measured under load, or be out of date: the next round looks with less.
			round.best = undefined;
			this.changeTo(this.found / 2);
			return;
		}
		const gradient = Math.min(1, Math.max(0.5, (TOLERANCE * round.best) / usual));
		const next = this.found * gradient + Math.sqrt(this.found);
		// More than was used was not tried out.
		if (round.wasFull || next < this.found) this.changeTo(next);
		else round.times = [];
	}

	private changeTo(depth: number): void {
		this.found = Math.min(this.highest, Math.max(1, depth));
		this.change++;
	}
}

/** Whether the vendor, or a gateway before it, had more to do than it could. */
function isTooMuch(answer: Answer | undefined): answer is undefined {
	return !answer || answer.status === 429 || answer.status >= 500 || answer.broken !== undefined;
}

function medianOf(times: readonly number[]): number {
	return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}
