// Everything that the stand-in for Geniziz remembers from one reset to the next.
import { Clock } from './clock.mts';
import { GENIZIZ_SEED, SANDBOX_GENIZIZ_KEY, SANDBOX_GENIZIZ_SECOND_KEY } from './key.mts';
import { RateLimit } from './rateLimit.mts';
import { plantMain, plantSecond } from './seed.mts';
import type { GenizizSettings } from './settings.mts';
import type { GenizizState } from './shapes.mts';
import { Workspace } from './workspace.mts';
import type { Placed } from './workspace.mts';

/** Who calls. */
export interface Caller {
	readonly workspace: Workspace;
	readonly userId: string;
	/** The workspaces that the user administers. */
	readonly administers: readonly Workspace[];
}

interface Due {
	/** Milliseconds since 1970 by the real clock. */
	readonly at: number;
	readonly run: (time: string) => void;
}

/** The state. */
export class GenizizStore {
	readonly settings: GenizizSettings;
	readonly clock = new Clock();
	readonly rateLimit: RateLimit;
	readonly main = new Workspace(GENIZIZ_SEED.organization);
	readonly second = new Workspace(GENIZIZ_SEED.secondOrganization);
	readonly #callers: ReadonlyMap<string, Caller>;
	#due: Due[] = [];

	constructor(settings: GenizizSettings) {
		this.settings = settings;
		this.rateLimit = new RateLimit(settings);
		plantMain(this.main);
		plantSecond(this.second);
		const { main, second } = this;
		const { user, secondUser } = GENIZIZ_SEED;
		this.#callers = new Map<string, Caller>([
			[SANDBOX_GENIZIZ_KEY, { workspace: main, userId: user, administers: [main, second] }],
			[
				SANDBOX_GENIZIZ_SECOND_KEY,
				{ workspace: second, userId: secondUser, administers: [second] },
			],
		]);
	}

	/** Whose key it is. */
	callerOf(key: string): Caller | undefined {
		return this.#callers.get(key);
	}

	/** The record with this id in any workspace. */
	find(id: string): Placed | undefined {
		return this.main.find(id) ?? this.second.find(id);
	}

	/**
	 * Does something to a record later, wherever it is by then, unless it is gone.
	 *
	 * @param run is given the record's place and the time as records show it
	 */
	later(ms: number, id: string, run: (placed: Placed, time: string) => void): void {
		const act = (time: string): void => {
			const placed = this.find(id);
			if (placed !== undefined) run(placed, time);
		};
		this.#due.push({ at: Date.now() + ms, run: act });
		this.settle();
	}

	/** Does what is due by now. Called before anybody looks, so that no timer is needed. */
	settle(): void {
		if (this.#due.length === 0) return;
		const now = Date.now();
		const due = this.#due.filter(({ at }) => at <= now);
		this.#due = this.#due.filter(({ at }) => at > now);
		for (const { at, run } of due) run(this.clock.time(at));
	}

	/** As `GET /__sandbox/state` shows it. */
	snapshot(): GenizizState {
		this.settle();
		return { ...this.main.snapshot(), second: this.second.snapshot() };
	}
}
