import { Recent } from '../values/recent';
import type { Limit } from '../vendor';
import type { Answer } from './answer';
import { Depth, FIRST_DEPTH, type Place } from './depth';
import { Line } from './line';
import { VendorWord } from './vendorWord';
import { pause, throwIfCancelled } from './pause';
import { Window } from './window';

/** Gives a slot back, with the answer that the request got. */
export type Release = (answer?: Answer) => void;

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
	/** Whether it goes before those that are waiting. */
	readonly goesFirst?: boolean;
	/** Whether it lets others go first, such as a trigger's, which has time. */
	readonly leavesRoom?: boolean;
	/** The run that it is of. */
	readonly run: object;
	/** Where the number of requests under way is to be found out: what tells its times from others. */
	readonly kind?: string;
	/** Called again and again while it waits. */
	readonly onTick?: () => void;
}

/**
 * Holds requests back so that the vendor need not refuse them.
 *
 * One limiter serves all nodes and executions of a process that use the same credential. It keeps
 * a documented limit and follows what the vendor says of its own.
 */
export class Limiter {
	private readonly window: Window | undefined;
	private readonly depth: Depth;
	private readonly word = new VendorWord();
	private readonly groups = new Line<string>();
	/** The lines of those that go before. */
	private readonly first = new Line<string>();
	private readonly runs = new Line<object>();
	/** What wakes those that wait for an answer. */
	private readonly wakers = new Set<() => void>();

	constructor(limit?: Limit) {
		this.window = limit && new Window(limit);
		// What a documented limit allows is soon sent in any case: more at once would be more refused.
		this.depth = new Depth(limit && FIRST_DEPTH);
	}

	/** How many requests may be under way at once, where that is found out. */
	get atOnce(): number {
		return this.depth.atOnce;
	}

	/** Keeps to another documented limit from now on. */
	keepTo(limit: Limit | undefined): void {
		if (limit) this.window?.keepTo(limit);
	}

	/**
	 * Waits until a request may be sent, in the order of the calls. After a ban that is longer than it may
	 * wait it is sent all the same, and its own error says how long the vendor wants.
	 *
	 * @returns a function to call with the answer, or with nothing when there was none
	 * @throws CancelledError when the execution is cancelled while it waits
	 */
	async take(group: string, turn: Turn, signal: AbortSignal | undefined): Promise<Release> {
		if (turn.leavesRoom) await this.waitForRoom(group, signal);
		const place = await this.placeOf(turn, signal);
		const come = async () => await this.wait(group, turn, place, signal);
		const unused = (release: Release) => {
			release();
		};
		const lines = turn.goesFirst ? this.first : this.groups;
		return await lines.take(group, come, unused, signal).catch((error: unknown) => {
			place?.left();
			throw error;
		});
	}

	/** A place among those under way, where their number is to be found out. */
	private async placeOf({ run, kind }: Turn, signal: AbortSignal | undefined) {
		if (kind === undefined) return undefined;
		const come = async () => {
			while (this.depth.isFull(run)) await this.lookLater(LONGEST_LOOK_MS, signal);
			return this.depth.take(run, kind);
		};
		const unused = (place: Place) => {
			place.left();
		};
		return await this.runs.take(run, come, unused, signal);
	}

	/** Whether more is left of a group's limit than is to be left to others. */
	hasRoom(group: string): boolean {
		const now = Date.now();
		return (this.window?.hasFree(now, ROOM) ?? true) && this.word.hasFree(group, now, ROOM);
	}

	private async waitForRoom(group: string, signal: AbortSignal | undefined): Promise<void> {
		const until = Date.now() + LONGEST_YIELD_MS;
		while (!this.hasRoom(group) && Date.now() < until) await pause(LONGEST_LOOK_MS, signal);
	}

	private async wait(
		group: string,
		{ longestMs, goesFirst, run, onTick }: Turn,
		place: Place | undefined,
		signal: AbortSignal | undefined,
	): Promise<Release> {
		for (;;) {
			throwIfCancelled(signal);
			const now = Date.now();
			const letsGo = !goesFirst && this.first.has(group) ? LONGEST_LOOK_MS : 0;
			const inWindow = Math.max(letsGo, this.window?.waitMs(now, run) ?? 0);
			const ms = Math.max(inWindow, this.word.waitMs(group, longestMs, now));
			if (ms <= 0) break;
			await this.lookLater(Math.min(ms, LONGEST_LOOK_MS), signal);
			onTick?.();
		}
		this.word.sent(group);
		const inWindow = this.window?.take(Date.now(), run);
		place?.sent();
		return (answer) => {
			inWindow?.(Date.now(), answer);
			if (signal?.aborted) place?.left();
			else place?.answered(answer);
			if (answer) this.word.learn(group, answer);
			for (const wake of this.wakers) wake();
		};
	}

	/** Waits so many ms, or until an answer comes. @throws CancelledError */
	private async lookLater(ms: number, signal: AbortSignal | undefined): Promise<void> {
		let wake = () => {};
		const answered = new Promise<void>((resolve) => {
			wake = resolve;
		});
		this.wakers.add(wake);
		await Promise.race([pause(ms, signal), answered]).finally(() => this.wakers.delete(wake));
	}
}

/** A credential may hold expressions: the ones whose keys have not been used for long are forgotten. */
const limiters = new Recent<Limiter>(10_000);

/**
 * The limiter that all users of a credential in this process share.
 *
 * @param key the credential's type, ID and origin
 * @param limit the one to keep to from now on
 */
export function limiterFor(key: string, limit: Limit | undefined): Limiter {
	const limiter = limiters.get(key) ?? new Limiter(limit);
	limiter.keepTo(limit);
	limiters.set(key, limiter);
	return limiter;
}
