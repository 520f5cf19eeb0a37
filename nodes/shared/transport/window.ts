import type { Limit } from '../vendor';
import type { Answer } from './answer';
import { retryAfterMs } from './retry';
import { Share } from './share';

/** Whoever is refused with so much of its share in use has met the limit. */
const MUCH_OF = 1 / 2;
/** How many requests may be under way at once where others may take from the same limit. */
const CAREFUL = 2;
/** The part of a window for which a first refusal holds all requests back; it doubles with each further one. */
const FIRST_HOLD = 1 / 32;

/** The part of a limit that is always a process's: as many as eight may share one by themselves. */
const LEAST = 1 / 8;
/** The part of its share from which on a process is one of the main users of a limit. */
const MAIN = 1 / 4;

/** One request comes back in the first window, two in the next, and so on: what others left is soon in use again. */
const faster = (windows: number) => (windows * (windows + 1)) / 2;

/** A request's place in the window. */
interface Place {
	readonly run: object;
	/** In ms since the epoch, ... */
	readonly sentAt: number;
	/** ... and until when it counts; Infinity while the request is under way. */
	until: number;
}

/**
 * Keeps requests within a documented limit, in a window that slides.
 *
 * Who is alone may use all of it at once. Where several runs of this process have a part in it, other
 * processes may have one as well: then few requests are under way at a time, so that only few can be
 * refused when the others have used up the rest.
 */
export class Window {
	private readonly share: Share;
	private places: Place[] = [];
	/** How often requests were refused since one was taken. */
	private refusals = 0;
	private refusedAt = Number.NEGATIVE_INFINITY;
	private heldUntil = 0;

	constructor(limit: Limit) {
		this.share = new Share(limit, LEAST, faster);
	}

	/** Keeps to another limit from now on. */
	keepTo(limit: Limit): void {
		this.share.limit = limit;
	}

	/**
	 * How long the next request is to wait, in ms; Infinity until an answer comes.
	 *
	 * @param run the one that it is of
	 */
	waitMs(now: number, run: object): number {
		const used = this.used(now);
		const share = this.share.requestsAt(now);
		if (used.length >= share) return (used[used.length - share] ?? now) - now;
		const underWay = used.filter((until) => until === Number.POSITIVE_INFINITY).length;
		if (underWay >= this.atOnce(now, run)) return Number.POSITIVE_INFINITY;
		return Math.max(0, this.heldUntil - now);
	}

	/** Takes a place for a request that is sent now. @returns a function to call with its answer, if there was one */
	take(now: number, run: object): (answeredAt: number, answer?: Answer) => void {
		const place = { run, sentAt: now, until: Number.POSITIVE_INFINITY };
		this.places.push(place);
		return (answeredAt, answer) => {
			// The vendor counted the request at the latest when it answered: counting from here, the
			// window can never hold more than the limit, however slow the network is.
			place.until = answeredAt + this.share.limit.perMs;
			if (answer?.status === 429) this.refused(place, answeredAt, answer);
			else if (answer) this.refusals = 0;
		};
	}

	/** Whether a part of the share is still free. @param part 0 to 1 */
	hasFree(now: number, part: number): boolean {
		return this.used(now).length < this.share.requestsAt(now) * (1 - part);
	}

	/** Until when the places that are taken are, earliest first, in ms since the epoch. */
	private used(now: number): number[] {
		this.places = this.places.filter(({ until }) => until > now);
		return this.places.map(({ until }) => until).toSorted((a, b) => a - b);
	}

	/** How many requests may be under way. */
	private atOnce(now: number, run: object): number {
		// One to see whether the vendor takes requests again.
		if (this.refusals > 0) return 1;
		const isShared = this.places.some((place) => place.run !== run);
		return isShared || this.share.isPart(now) ? CAREFUL : Number.POSITIVE_INFINITY;
	}

	private refused({ sentAt }: Place, now: number, answer: Answer): void {
		const { perMs } = this.share.limit;
		const used = this.used(now);
		const share = this.share.requestsAt(now);
		// One alone may have another reason, such as too many in a second: the next one tells.
		const isSure = now - this.refusedAt <= perMs || used.length >= share * MUCH_OF;
		if (sentAt > this.refusedAt) {
			if (isSure) this.share.refused(sentAt, now);
			this.refusedAt = now;
		}
		if (now < this.heldUntil) return;
		this.refusals++;
		// The vendor knows best when to come back.
		if (retryAfterMs(answer) !== undefined) return;
		const longest = Math.min(perMs, perMs * FIRST_HOLD * 2 ** (this.refusals - 1));
		// Who was refused together does not come back together.
		const hold = now + longest * (0.5 + Math.random() / 2);
		// Where much of what fills the vendor's window is this process's, it is free again when that is.
		const isMain = isSure && used.length > this.share.requestsAt(now) * MAIN;
		this.heldUntil = isMain ? Math.max(hold, used[0] ?? 0) : hold;
	}
}
