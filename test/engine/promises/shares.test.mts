// Processes that do not know of each other take from one documented limit: by a clock that the test
// sets, against a vendor of either mind.
import fc from 'fast-check';
import { engine, type Limiter } from '../../probe/engine.mts';
import { tried } from '../../support/tried.mts';

const LIMIT = { requests: 50, perMs: 60_000 };
const OK = { status: 201, headers: {}, text: '' };
const TOO_MANY = { status: 429, headers: {}, text: '' };

beforeEach(() => {
	jest.useFakeTimers({ now: 1_000_000, doNotFake: ['nextTick', 'setImmediate'] });
});

afterEach(() => {
	jest.useRealTimers();
});

/** How a vendor counts; no document says. */
interface Counting {
	/** Whether its window slides, or begins anew every minute. */
	readonly slides: boolean;
	/** Whether what it refuses counts as well. */
	readonly countsRefused: boolean;
}

const COUNTINGS: readonly Counting[] = [
	{ slides: true, countsRefused: false },
	{ slides: true, countsRefused: true },
	{ slides: false, countsRefused: false },
	{ slides: false, countsRefused: true },
];

/** A vendor that counts requests by the test's clock. */
class CountingVendor {
	taken = 0;
	refused = 0;
	private arrivals: number[] = [];

	private readonly counting: Counting;
	private readonly requests: number;

	constructor(counting: Counting, requests = LIMIT.requests) {
		this.counting = counting;
		this.requests = requests;
	}

	answer(): typeof OK {
		const now = Date.now();
		const { perMs } = LIMIT;
		const from = this.counting.slides ? now - perMs : Math.floor(now / perMs) * perMs - 1;
		this.arrivals = this.arrivals.filter((at) => at > from);
		const isTaken = this.arrivals.length < this.requests;
		if (isTaken || this.counting.countsRefused) this.arrivals.push(now);
		if (isTaken) this.taken++;
		else this.refused++;
		return isTaken ? OK : TOO_MANY;
	}
}

const wait = async (ms: number) => await new Promise((resolve) => setTimeout(resolve, ms));

/** How a run sends: so many requests, eight at a time, each of which takes so long. */
interface Sending {
	readonly requests: number;
	readonly latencyMs: number;
}

/** A run that repeats what is refused, as the engine does. */
async function send(
	limiter: Limiter,
	vendor: Pick<CountingVendor, 'answer'>,
	{ requests, latencyMs }: Sending,
) {
	const run = {};
	let left = requests;
	const worker = async () => {
		while (left-- > 0) {
			for (let pause = 500; ; pause = Math.min(pause * 2, 30_000)) {
				const release = await limiter.take('', { longestMs: 60_000, run });
				await wait(latencyMs / 2);
				const answer = vendor.answer();
				await wait(latencyMs / 2);
				release(answer);
				if (answer.status !== 429) break;
				await wait(Math.random() * pause);
			}
		}
	};
	await Promise.all(Array.from({ length: 8 }, worker));
}

/** Lets the test's clock run until something has ended. @returns how long it took, in ms */
async function ended(work: Promise<unknown>): Promise<number> {
	const started = Date.now();
	const end = { isReached: false };
	void work.finally(() => {
		end.isReached = true;
	});
	while (!end.isReached) await jest.advanceTimersToNextTimerAsync();
	await work;
	return Date.now() - started;
}

const processes = (count: number) => Array.from({ length: count }, () => new engine.Limiter(LIMIT));

describe.each(COUNTINGS)('%o', (counting) => {
	// Two at a time are under way in each where several runs share it; a lone run may send eight at once.
	test.each([
		{ runs: 2, refused: 5 },
		{ runs: 1, refused: 12 },
	])('two processes with $runs runs each meet: few are refused', async ({ runs, refused }) => {
		const latency = fc.integer({ min: 5, max: 400 });
		const starts = fc.array(fc.integer({ min: 0, max: 5_000 }), { minLength: 4, maxLength: 4 });
		await fc.assert(
			fc.asyncProperty(latency, starts, async (latencyMs, startsMs) => {
				const vendor = new CountingVendor(counting);
				const requests = 30 / runs;
				const work = processes(2).flatMap((limiter, process) =>
					Array.from({ length: runs }, async (_, at) => {
						await wait(startsMs[process * 2 + at] ?? 0);
						await send(limiter, vendor, { requests, latencyMs });
					}),
				);
				await ended(Promise.all(work));
				expect(vendor.taken).toBe(60);
				expect(vendor.refused).toBeLessThanOrEqual(refused);
			}),
			tried(20),
		);
	});

	test.each([
		{ count: 2, refused: 0.05 },
		{ count: 5, refused: 0.15 },
	])('$count processes that send for long share the limit', async ({ count, refused }) => {
		const vendor = new CountingVendor(counting);
		const requests = Math.floor(1_000 / count);
		const work = processes(count).map(async (limiter) => {
			await send(limiter, vendor, { requests, latencyMs: 100 });
		});
		const minutes = (await ended(Promise.all(work))) / LIMIT.perMs;
		// Each finds again and again that the whole is not its own: once in so many minutes as its share.
		expect(vendor.refused / vendor.taken).toBeLessThan(refused);
		expect(vendor.taken / minutes).toBeGreaterThan(0.6 * LIMIT.requests);
	});

	test("a process whose limit is not the vendor's finds that", async () => {
		const vendor = new CountingVendor(counting, 30);
		const [limiter = new engine.Limiter()] = processes(1);
		const work = send(limiter, vendor, { requests: 300, latencyMs: 100 });
		const minutes = (await ended(work)) / LIMIT.perMs;
		expect(vendor.refused).toBeLessThanOrEqual(15);
		expect(vendor.taken / minutes).toBeGreaterThan(0.5 * 30);
	});

	test('a process that is alone is refused nothing, and uses all there is', async () => {
		const vendor = new CountingVendor(counting);
		const [limiter = new engine.Limiter()] = processes(1);
		const ms = await ended(send(limiter, vendor, { requests: 151, latencyMs: 20 }));
		expect(vendor.refused).toBe(0);
		expect(ms).toBeGreaterThan(3 * LIMIT.perMs);
		expect(ms).toBeLessThan(3 * LIMIT.perMs + 3_000);
	});
});

test('a refusal now and then that is no word on the minute costs only its pause', async () => {
	const limiter = new engine.Limiter(LIMIT);
	const vendor = new CountingVendor({ slides: true, countsRefused: true });
	const every = 70_000;
	let next = Date.now() + every;
	const fickle = {
		answer() {
			if (Date.now() < next) return vendor.answer();
			next = Date.now() + every;
			return TOO_MANY;
		},
	};
	// 20 a minute, where 50 are allowed: a share that was halved each time would soon come to six.
	let longest = 0;
	const one = async () => {
		const from = Date.now();
		await send(limiter, fickle, { requests: 1, latencyMs: 300 });
		longest = Math.max(longest, Date.now() - from);
	};
	const all: Array<Promise<void>> = [];
	for (let count = 0; count < 600; count++) {
		all.push(one());
		await jest.advanceTimersByTimeAsync(3_000);
	}
	await ended(Promise.all(all));

	expect(longest).toBeLessThan(10_000);
});
