// An hour of the Geniziz Trigger: a poll a minute, while leads are created and changed.
import { setTimeout as sleep } from 'node:timers/promises';
import { spawnSandbox, type SettingsChange } from '../../sandbox/client.mts';
import { heapUsed } from '../heap.mts';
import { sized } from '../size.mts';
import { Leads, Trigger, type LeadEvent, type Polled } from './geniziz.mts';
import { Clocks, MINUTE } from './time.mts';

/** Among so many leads polls look for news. */
export const LEADS = sized(200_000);
const POLLS = 60;
/** How many more polls there may be until all is out: without an order a list is read bit by bit. */
const MORE_POLLS = 120;
/** Between two gets of the other operation, in ms. */
const PAUSE_MS = 50;

type Order = NonNullable<NonNullable<SettingsChange['geniziz']>['order']>;

/** A list in an order, and whether that is one by time. */
export interface Hour {
	readonly label: string;
	readonly event: LeadEvent;
	readonly order: Order;
	readonly isOrdered: boolean;
}

/** What an hour came to. */
export interface HourFigures {
	/** News that was missed or came twice, and what was none. */
	readonly wrong: number;
	/** Of a poll, at most. */
	readonly requests: number;
	/** Of static data, at most. */
	readonly storedKb: number;
	readonly grownMb: number;
	/** How long a get of the other operation took at most. */
	readonly longestMs: number;
}

/** What an hour showed. */
interface Seen {
	readonly emitted: string[];
	readonly polls: Polled[];
	readonly pollMs: number[];
}

/** Lives through it. */
export async function measureHour({ label, event, order }: Hour): Promise<HourFigures> {
	const sandbox = await spawnSandbox();
	const clocks = new Clocks(sandbox.geniziz);
	try {
		await sandbox.reset({ logBodies: false, geniziz: { order } });
		const leads = await Leads.make(sandbox, event, LEADS);
		const trigger = new Trigger(sandbox, event, `${event}-${order}`);
		const activation = await trigger.poll();
		const before = heapUsed();
		const seen: Seen = { emitted: [], polls: [], pollMs: [] };
		const waits = await whileGetting(trigger, async () => {
			for (let minute = 0; minute < POLLS + MORE_POLLS; minute++) {
				await clocks.pass(MINUTE);
				if (minute < POLLS) await leads.minute();
				else if (new Set(seen.emitted).size >= leads.news.size) break;
				await pollOnce(trigger, leads, seen);
			}
		});
		const figures = figuresOf(`${event}, ${label}`, activation, leads, seen);
		const grownMb = heapUsed() - before;
		console.log(`    heap grown by ${grownMb.toFixed(1)} MB`);
		const longestMs = longestOf(waits);
		return { ...figures, grownMb, longestMs };
	} finally {
		clocks.stop();
		await sandbox.stop();
	}
}

/** How long the other operation waited at most, in ms; printed. */
export function longestOf(waits: readonly number[]): number {
	const longest = Math.max(...waits);
	console.log(`    lead: Get took at most ${longest.toFixed(0)} ms (${waits.length} gets)`);
	return longest;
}

async function pollOnce(trigger: Trigger, leads: Leads, seen: Seen): Promise<void> {
	const started = performance.now();
	const polled = await trigger.poll();
	seen.pollMs.push(performance.now() - started);
	for (const item of polled.items) seen.emitted.push(leads.newsOf(item));
	seen.polls.push({ ...polled, items: [] });
}

/** Gets a lead over and over while something goes on. Returns how long each get took, in ms. */
async function whileGetting(trigger: Trigger, work: () => Promise<void>): Promise<number[]> {
	const waits: number[] = [];
	const end = new AbortController();
	const getting = (async () => {
		while (!end.signal.aborted) {
			waits.push(await trigger.getLead());
			await sleep(PAUSE_MS);
		}
	})();
	try {
		await work();
	} finally {
		end.abort();
		await getting;
	}
	return waits;
}

/** What the hour comes to, printed beside the targets. */
function figuresOf(
	title: string,
	activation: Polled,
	{ news }: Leads,
	{ emitted, polls, pollMs }: Seen,
): Pick<HourFigures, 'wrong' | 'requests' | 'storedKb'> {
	const once = new Set(emitted);
	const twice = emitted.length - once.size;
	const strange = [...once].filter((piece) => !news.has(piece)).length;
	const missed = [...news].filter((piece) => !once.has(piece)).length;
	const requests = Math.max(...polls.map((each) => each.requests));
	const storedKb = Math.max(...polls.map(({ storedBytes }) => storedBytes)) / 1000;
	const slowest = Math.max(...pollMs).toFixed(0);
	console.log(`  ${title}: ${activation.requests} requests at activation,`);
	console.log(`  all out after poll ${polls.length}, which took ${slowest} ms at most`);
	console.log(
		`    emitted ${once.size} of ${news.size}, missed ${missed}, twice ${twice}, no news ${strange}`,
	);
	return { wrong: twice + strange + missed, requests, storedKb };
}
