// Lives through a history: every piece of news is emitted once, whatever happens.
import fc from 'fast-check';
import { Clocks, MINUTE } from './clocks.mts';
import {
	aheadOfN8n,
	anyEvent,
	HISTORIES,
	type Event,
	type PollEvent,
	type VendorEvent,
} from './events.mts';
import { ModelNetwork } from './network.mts';
import { Watched } from './watched.mts';
import type { MakeWorld, World } from './world.mts';
import { tried } from '../tried.mts';

/** So long before and after the activation nothing happens: a Date header has seconds only. */
const PAUSE = 10_000;
/** How long after a history everything must be out, in polls, and how far these are apart, in ms. */
const LAST_POLLS = 150;
const LAST_PAUSE = 10 * MINUTE;

/** One history. */
export interface History {
	/** How many records there were before. */
	readonly before: number;
	/** How far n8n's clock is ahead then, in ms. */
	readonly aheadMs: number;
	readonly events: readonly Event[];
	/** How long n8n lets a poll go on; undefined where it does not count. */
	readonly budgetMs: number | undefined;
}

/** A trigger that lives through a history. */
class Life {
	readonly world: World;
	readonly trigger: Watched;
	private readonly clocks: Clocks;
	private readonly network: ModelNetwork;

	constructor(makeWorld: MakeWorld, clocks: Clocks, pollBudgetMs: number | undefined) {
		this.clocks = clocks;
		const world = makeWorld(clocks);
		this.world = world;
		this.network = new ModelNetwork(world, clocks);
		const { vendor, key } = world;
		this.trigger = new Watched({
			type: `${vendor.type}Trigger`,
			credentials: { [`${vendor.type}Api`]: vendor.credential(key, 'https://vendor.example') },
			network: this.network.send,
			pollBudgetMs,
			get parameters() {
				return world.parameters;
			},
		});
	}

	async begin({ before, aheadMs }: Pick<History, 'before' | 'aheadMs'>): Promise<void> {
		const { clocks, world } = this;
		clocks.n8nAheadMs = aheadMs;
		if (before > 0) world.create(before, 30 * MINUTE);
		clocks.now += PAUSE;
		await this.trigger.activate();
		clocks.now += PAUSE;
		clocks.begin();
		world.news.begin();
	}

	async happen(event: Event): Promise<void> {
		const { clocks, trigger } = this;
		switch (event.kind) {
			case 'poll':
				await this.poll(event);
				break;
			case 'wait':
				clocks.now += event.ms;
				break;
			case 'clock':
				if (event.whose === 'n8n') clocks.n8nAheadMs = event.ms;
				else clocks.setVendor(event.ms);
				break;
			case 'restart':
				trigger.restart();
				break;
			default:
				this.atVendor(event);
		}
		clocks.now += 1;
	}

	/** Polls until all is out, and then twice more. */
	async end(): Promise<void> {
		for (let count = 0, more = 2; count < LAST_POLLS && more > 0; count++) {
			this.clocks.now += LAST_PAUSE;
			await this.trigger.poll().catch(() => {});
			if (this.missed.length === 0) more--;
		}
	}

	get pieces(): string[] {
		return this.trigger.emitted.map((item) => this.world.pieceOf(item));
	}

	get missed(): string[] {
		const emitted = new Set(this.pieces);
		return this.world.news.due.filter((piece) => !emitted.has(piece));
	}

	private async poll({ atOnce, isTaken, between, ...how }: PollEvent): Promise<void> {
		const acts = between.map(({ at, event }) => ({
			at,
			act: () => {
				this.atVendor(event);
			},
		}));
		const isPlain = between.length === 0 && !how.refusal && how.takesMs === 0;
		await this.network.disturbed({ ...how, between: acts }, async () => {
			const once = async () => await this.trigger.poll(isTaken).catch(() => false);
			const saved = await Promise.all(Array.from({ length: atOnce }, once));
			if (isPlain && saved.includes(true)) this.world.settle?.();
		});
	}

	private atVendor(event: VendorEvent): void {
		const { world } = this;
		if (event.kind === 'create') world.create(event.count, event.late);
		else if (event.kind === 'change') world.change(event.which);
		else world.remove(event.which);
		// No two changes at the same moment.
		this.clocks.now += 1;
	}
}

const history: fc.Arbitrary<History> = fc.record({
	before: fc.oneof(
		{ weight: 4, arbitrary: fc.integer({ min: 0, max: 12 }) },
		{ weight: 3, arbitrary: fc.integer({ min: 13, max: 120 }) },
		{ weight: 1, arbitrary: fc.integer({ min: 300, max: 400 }) },
	),
	aheadMs: aheadOfN8n,
	events: fc.array(anyEvent, { minLength: 1, maxLength: 40, size: 'max' }),
	budgetMs: fc.constantFrom(undefined, 45_000),
});

/**
 * Checks for random histories of a vendor that each piece of news is emitted once.
 *
 * @param worlds makes a vendor for one history
 * @param examples histories to live through first: those that once failed
 */
export async function checkHistories<Setting>(
	settings: fc.Arbitrary<Setting>,
	makeWorld: (setting: Setting) => MakeWorld,
	examples: ReadonlyArray<readonly [Setting, History]> = [],
): Promise<void> {
	const clock = jest.spyOn(Date, 'now');
	const lives = fc.asyncProperty(
		settings,
		history,
		async (setting, { events, budgetMs, ...start }) => {
			const clocks = new Clocks();
			clock.mockImplementation(() => clocks.shown);
			const life = new Life(makeWorld(setting), clocks, budgetMs);
			await life.begin(start);
			for (const event of events) await life.happen(event);
			await life.end();
			const { pieces, world } = life;
			expect(pieces.filter((piece, at) => pieces.indexOf(piece) < at)).toEqual([]);
			expect(pieces.filter((piece) => !world.news.possible.has(piece))).toEqual([]);
			expect(life.missed).toEqual([]);
		},
	);
	try {
		await fc.assert(lives, {
			...tried(HISTORIES),
			examples: examples.map(([setting, its]): [Setting, History] => [setting, its]),
		});
	} finally {
		clock.mockRestore();
	}
}
