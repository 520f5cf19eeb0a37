// An hour of the Geniziz Trigger: a poll a minute, while leads are created and changed.
import { setTimeout as sleep } from 'node:timers/promises';
import { spawnSandbox, type SettingsChange } from '../../sandbox/client.mts';
import { printFigure } from '../figures.mts';
import { heapUsed } from '../heap.mts';
import { Leads, Trigger, type LeadEvent, type Polled } from './geniziz.mts';
import { Clocks, MINUTE } from './time.mts';

const LEADS = 200_000;
const POLLS = 60;
/** How many more polls there may be until all is out: without an order a list is read bit by bit. */
const MORE_POLLS = 120;
/** Between two gets of the other operation, in ms. */
const PAUSE_MS = 50;

const MOST_STORED_BYTES = 200_000;
const MOST_GROWTH_MB = 50;
const LONGEST_WAIT_MS = 2_000;

type Order = NonNullable<NonNullable<SettingsChange['geniziz']>['order']>;

/** A list in an order, and how many requests a poll may send. */
export interface Hour {
	readonly label: string;
	readonly event: LeadEvent;
	readonly order: Order;
	readonly mostRequests: number;
}

/** What an hour showed. */
interface Seen {
	readonly emitted: string[];
	readonly polls: Polled[];
	readonly pollMs: number[];
}

/** Lives through it and prints its figures. */
export async function measureHour({ label, event, order, mostRequests }: Hour): Promise<void> {
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
		print(`${event}, ${label}`, { activation, leads, seen, mostRequests });
		const growth = heapUsed() - before;
		printFigure('heap grown by', `${growth.toFixed(1)} MB`, '< 50 MB', growth < MOST_GROWTH_MB);
		printWait(Math.max(...waits), waits.length);
	} finally {
		clocks.stop();
		await sandbox.stop();
	}
}

/** Prints how long the other operation waited at most. */
export function printWait(longest: number, count: number): void {
	const figure = `${longest.toFixed(0)} ms (${count} gets)`;
	printFigure('lead: Get took at most', figure, '<= 2 s', longest <= LONGEST_WAIT_MS);
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

function print(
	title: string,
	{
		activation,
		leads: { news },
		seen: { emitted, polls, pollMs },
		mostRequests,
	}: {
		readonly activation: Polled;
		readonly leads: Leads;
		readonly seen: Seen;
		readonly mostRequests: number;
	},
): void {
	const once = new Set(emitted);
	const twice = emitted.length - once.size;
	const strange = [...once].filter((piece) => !news.has(piece)).length;
	const missed = [...news].filter((piece) => !once.has(piece)).length;
	const requests = Math.max(...polls.map((each) => each.requests));
	const stored = Math.max(...polls.map(({ storedBytes }) => storedBytes));
	console.log(`  ${title}: ${activation.requests} requests at activation,`);
	console.log(
		`  all out after poll ${polls.length}, which took ${Math.max(...pollMs).toFixed(0)} ms at most`,
	);
	printFigure(
		'emitted, missed, twice, no news',
		[once.size, missed, twice, strange].join(', '),
		`${news.size}, 0, 0, 0`,
		twice + strange + missed === 0,
	);
	printFigure(
		'requests a poll at most',
		String(requests),
		`<= ${mostRequests}`,
		requests <= mostRequests,
	);
	printFigure(
		'static data at most',
		`${(stored / 1000).toFixed(1)} kB`,
		'< 200 kB',
		stored < MOST_STORED_BYTES,
	);
}
