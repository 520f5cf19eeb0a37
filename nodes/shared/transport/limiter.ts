import { Recent } from '../values/recent';
import type { Vendor } from '../vendor';
import type { Answer } from './answer';
import { msFromNow, retryAfterMs } from './retry';
import { pause, throwIfCancelled, unlessCancelled } from './pause';

/** Gives a slot back, with the answer that the request got. */
export type Release = (answer?: Answer) => void;

/** How long keeping a vendor's pace may hold a request back before it has refused one, in ms. */
const LONGEST_PACE_MS = 60_000;

/** What a vendor has said of the limit of a group of endpoints. */
interface Group {
	remaining: number;
	/** How many requests its window has, as far as is known. */
	readonly limit: number;
	/** When its window ends, in ms since the epoch. */
	readonly freeAt: number;
	/** Whether it refused a request, or only said that the next one would be too many. */
	readonly refused: boolean;
}

/** How long a waiting request sleeps before it looks again, in ms. */
const LONGEST_LOOK_MS = 250;
/** The share of a limit that who leaves room does not touch, ... */
const ROOM = 0.5;
/** ... and how long it waits for the rest, in ms: others may need all of it for hours. */
const LONGEST_YIELD_MS = 10_000;

/** How a request takes its turn. */
export interface Turn {
	/** How long the vendor's word may hold it back, in ms. */
	readonly longestMs: number;
	/** Whether it lets others go first, such as a trigger's, which has time. */
	readonly leavesRoom?: boolean;
}

/**
 * Holds requests back so that the vendor need not refuse them.
 *
 * One limiter serves all nodes and executions of a process that use the same credential. It keeps
 * a documented limit (so many requests in so many ms) and follows the ratelimit-* headers
 * (draft-ietf-httpapi-ratelimit-headers) where the vendor sends them.
 */
export class Limiter {
	/** Slots of the window: when each may be used again, in ms; Infinity while in flight. */
	private readonly slots: number[] = [];
	private readonly groups = new Map<string, Group>();
	private readonly queues = new Map<string, Promise<void>>();

	constructor(private readonly limit?: Vendor['limit']) {}

	/**
	 * Waits until a request may be sent, in the order of the calls. After a ban that is longer than it may
	 * wait it is sent all the same, and its own error says how long the vendor wants.
	 *
	 * @returns a function to call with the answer, or with nothing when there was none
	 * @throws CancelledError when the execution is cancelled while it waits
	 */
	async take(
		group: string,
		{ longestMs, leavesRoom = false }: Turn,
		signal: AbortSignal | undefined,
	): Promise<Release> {
		if (leavesRoom) await this.waitForRoom(group, signal);
		const before = this.queues.get(group) ?? Promise.resolve();
		const turn = before.then(async () => await this.wait(group, longestMs, signal));
		this.queues.set(
			group,
			turn.then(
				() => {},
				() => {},
			),
		);
		// Whoever is cancelled behind another one does not wait for it.
		const release = unlessCancelled(turn, signal);
		// A turn that comes after all is given back.
		release.catch(() => {
			void turn.then(
				(unused) => unused(),
				() => {},
			);
		});
		return await release;
	}

	/** Whether more is left of a group's limit than is to be left to others. */
	hasRoom(group: string): boolean {
		const now = Date.now();
		const { limit, slots } = this;
		const used = slots.filter((usableAt) => usableAt > now).length;
		if (limit && used >= limit.requests * (1 - ROOM)) return false;
		const state = this.groups.get(group);
		return !state || state.freeAt <= now || state.remaining > state.limit * ROOM;
	}

	private async waitForRoom(group: string, signal: AbortSignal | undefined): Promise<void> {
		const until = Date.now() + LONGEST_YIELD_MS;
		while (!this.hasRoom(group) && Date.now() < until) await pause(LONGEST_LOOK_MS, signal);
	}

	private async wait(
		group: string,
		longestMs: number,
		signal: AbortSignal | undefined,
	): Promise<Release> {
		for (;;) {
			throwIfCancelled(signal);
			const now = Date.now();
			const ms = Math.max(this.windowWait(now), this.groupWait(group, longestMs, now));
			if (ms <= 0) break;
			await pause(Math.min(ms, LONGEST_LOOK_MS), signal);
		}
		const state = this.groups.get(group);
		if (state) state.remaining--;
		const slot = this.useSlot();
		return (answer) => {
			// The vendor counted the request at the latest when it answered: counting from here, the
			// window can never hold more than the limit, however slow the network is.
			if (slot !== undefined && this.limit) this.slots[slot] = Date.now() + this.limit.perMs;
			if (answer) this.learn(group, answer);
		};
	}

	private windowWait(now: number): number {
		if (!this.limit || this.slots.length < this.limit.requests) return 0;
		const next = Math.min(...this.slots);
		return next === Number.POSITIVE_INFINITY ? LONGEST_LOOK_MS : next - now;
	}

	private useSlot(): number | undefined {
		if (!this.limit) return undefined;
		const now = Date.now();
		const free = this.slots.findIndex((usableAt) => usableAt <= now);
		const slot = free < 0 ? this.slots.length : free;
		this.slots[slot] = Number.POSITIVE_INFINITY;
		return slot;
	}

	private groupWait(group: string, longestMs: number, now: number): number {
		const state = this.groups.get(group);
		if (!state || state.remaining > 0) return 0;
		const ms = state.freeAt - now;
		if (ms <= 0) this.groups.delete(group);
		// After a refusal the request's own limit counts; keeping the pace is no repeat.
		const longest = state.refused ? longestMs : Math.max(longestMs, LONGEST_PACE_MS);
		return ms > longest ? 0 : ms;
	}

	/** Takes in what the vendor says of its limit: an empty window, or a plain 429. */
	private learn(group: string, answer: Answer): void {
		const remaining = Number(answer.headers['ratelimit-remaining'] ?? Number.NaN);
		const reset = msFromNow(answer.headers['ratelimit-reset']);
		const after = answer.status === 429 ? retryAfterMs(answer) : undefined;
		if (after !== undefined) {
			const freeAt = Date.now() + after;
			this.groups.set(group, { remaining: 0, limit: 0, freeAt, refused: true });
		} else if (Number.isFinite(remaining) && Number.isFinite(reset)) {
			const known = this.groups.get(group);
			// Answers may overtake each other: within a window the smallest number is the latest.
			const freeAt = Date.now() + reset;
			// A reset that is further off by more than its rounding belongs to a new window.
			const same = known && known.freeAt > Date.now() && freeAt < known.freeAt + 2000;
			// Vendors write "100", or "100, 100;w=60".
			const limit = Number.parseInt(answer.headers['ratelimit-limit'] ?? '', 10);
			this.groups.set(group, {
				remaining: same ? Math.min(remaining, known.remaining) : remaining,
				limit: Number.isNaN(limit) ? Math.max(remaining, known?.limit ?? 0) : limit,
				freeAt,
				refused: false,
			});
		}
	}
}

/** A credential may hold expressions: the ones whose keys have not been used for long are forgotten. */
const limiters = new Recent<Limiter>(10_000);

/**
 * The limiter that all users of a credential in this process share.
 *
 * @param key the credential's type, ID and origin
 */
export function limiterFor(key: string, limit: Vendor['limit']): Limiter {
	const limiter = limiters.get(key) ?? new Limiter(limit);
	limiters.set(key, limiter);
	return limiter;
}
