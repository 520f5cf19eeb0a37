// How many requests are under way where that is found out: by a clock that the test sets, against
// vendors that do so much at once.
import fc from 'fast-check';
import { engine, type Limiter } from '../../probe/engine.mts';
import { tried } from '../../support/tried.mts';

const BASE_MS = 20;
const FIRST = 8;
const MOST = 64;
const OK = { status: 200, headers: {}, text: '' };
const FAILED = { status: 500, headers: {}, text: '' };
const TOO_MANY = { status: 429, headers: {}, text: '' };
const BROKEN = { status: 200, headers: {}, text: '', broken: {} };

type Answer = typeof OK;

beforeEach(() => {
	jest.useFakeTimers({ now: 1_000_000, doNotFake: ['nextTick', 'setImmediate'] });
});

afterEach(() => {
	jest.useRealTimers();
});

const wait = async (ms: number) => await new Promise((resolve) => setTimeout(resolve, ms));

/** A vendor that works on so many requests at once; the others stand in a queue. */
class BusyVendor {
	mostUnderWay = 0;
	/** How long each answer took, in ms. */
	readonly times: number[] = [];
	private underWay = 0;
	private readonly capacity: number;
	private readonly freeAt: number[];

	constructor(capacity = 1_000) {
		this.capacity = capacity;
		this.freeAt = Array.from({ length: capacity }, () => 0);
	}

	/** @param ms how long the work takes */
	async answer(ms = BASE_MS): Promise<Answer> {
		const from = Date.now();
		this.mostUnderWay = Math.max(this.mostUnderWay, ++this.underWay);
		const place = this.freeAt.indexOf(Math.min(...this.freeAt));
		const until = Math.max(from, this.freeAt[place] ?? 0) + ms;
		this.freeAt[place % this.capacity] = until;
		await wait(until - from);
		this.underWay--;
		this.times.push(Date.now() - from);
		return OK;
	}
}

/** Sends so many requests of a kind as fast as the limiter lets it. */
async function send(
	limiter: Limiter,
	count: number,
	ask: (index: number) => Promise<Answer | undefined>,
	kind = 'Create',
): Promise<void> {
	const run = {};
	const one = async (_: unknown, index: number) => {
		const release = await limiter.take('', { longestMs: 0, run, kind });
		release(await ask(index));
	};
	await Promise.all(Array.from({ length: count }, one));
}

/** Lets the clock run until some work is done. @returns how long it took, in ms */
async function timeOf(work: Promise<void>): Promise<number> {
	const from = Date.now();
	const over = new AbortController();
	void work.then(() => {
		over.abort();
	});
	while (!over.signal.aborted) await jest.advanceTimersByTimeAsync(1);
	return Date.now() - from;
}

test('begins with 8 and grows to 64, not further, where answers stay as fast', async () => {
	const vendor = new BusyVendor();
	const limiter = new engine.Limiter();
	expect(limiter.atOnce).toBe(FIRST);
	await timeOf(send(limiter, 3_000, async () => await vendor.answer()));

	expect(limiter.atOnce).toBe(MOST);
	expect(vendor.mostUnderWay).toBe(MOST);
});

test('a vendor that does little at once is used, and not swamped', async () => {
	await fc.assert(
		fc.asyncProperty(fc.integer({ min: 1, max: 48 }), async (capacity) => {
			const vendor = new BusyVendor(capacity);
			const limiter = new engine.Limiter();
			const count = 1_500;
			const ms = await timeOf(send(limiter, count, async () => await vendor.answer()));
			const later = vendor.times.slice(count / 2);
			const usual = later.toSorted((a, b) => a - b)[later.length / 2] ?? 0;

			// At least nine tenths of what it can do, ...
			expect(ms).toBeLessThan(((count / capacity) * BASE_MS) / 0.9 + 300);
			// ... with a queue that does not grow with what is to be sent.
			const queue = Math.max(FIRST - capacity, 2 * Math.sqrt(MOST));
			expect(usual).toBeLessThanOrEqual(BASE_MS * (1 + queue / capacity) + 2);
		}),
		tried(20),
	);
});

test.each([
	['refuses', TOO_MANY],
	['fails', FAILED],
	['breaks an answer off', BROKEN],
	['gives no answer', undefined],
])('halves at once, and once, when the vendor %s', async (_, answer) => {
	const vendor = new BusyVendor();
	const limiter = new engine.Limiter();
	await timeOf(send(limiter, 3_000, async () => await vendor.answer()));
	// All 64 that are under way come back so.
	const bad = async () => {
		await wait(BASE_MS);
		return answer;
	};
	await timeOf(send(limiter, MOST, bad));

	expect(limiter.atOnce).toBe(MOST / 2);
	await timeOf(send(limiter, 100, bad));
	expect(limiter.atOnce).toBeLessThanOrEqual(MOST / 8);
});

test('comes back by one a second after a refusal, however fast the answers are', async () => {
	const vendor = new BusyVendor();
	const limiter = new engine.Limiter();
	await timeOf(send(limiter, 3_000, async () => await vendor.answer()));
	await timeOf(send(limiter, 1, async () => await Promise.resolve(TOO_MANY)));
	expect(limiter.atOnce).toBe(MOST / 2);

	for (let second = 1; second <= 5; second++) {
		const since = Date.now();
		while (Date.now() < since + 990) {
			await timeOf(send(limiter, 50, async () => await vendor.answer()));
		}
		expect(limiter.atOnce).toBeLessThanOrEqual(MOST / 2 + second + 1);
		expect(limiter.atOnce).toBeGreaterThanOrEqual(MOST / 2);
	}
});

test('what was cancelled says nothing', async () => {
	const limiter = new engine.Limiter();
	const cancel = new AbortController();
	const turn = { longestMs: 0, run: {}, kind: 'Create' };
	const release = await limiter.take('', turn, cancel.signal);
	cancel.abort();
	release();

	expect(limiter.atOnce).toBe(FIRST);
});

test('slow work of another kind is no slowing down', async () => {
	const vendor = new BusyVendor();
	const limiter = new engine.Limiter();
	await timeOf(send(limiter, 3_000, async () => await vendor.answer()));
	await timeOf(send(limiter, 3_000, async () => await vendor.answer(900), 'Search'));

	expect(limiter.atOnce).toBe(MOST);
});

test('a vendor that has become slower for good is found out again', async () => {
	const vendor = new BusyVendor();
	const limiter = new engine.Limiter();
	await timeOf(send(limiter, 3_000, async () => await vendor.answer()));
	await timeOf(send(limiter, 20_000, async () => await vendor.answer(200)));

	expect(limiter.atOnce).toBeGreaterThan(MOST / 2);
});

test('a run with nothing under way does not wait for others, as long as there are fewer than 64', async () => {
	const limiter = new engine.Limiter();
	const { promise } = Promise.withResolvers<Answer>();
	const never = async () => await promise;
	for (let run = 0; run < MOST; run++) void send(limiter, 20, never);
	const order: string[] = [];
	const one = async (name: string) => {
		await limiter.take('', { longestMs: 0, run: {}, kind: 'Get' });
		order.push(name);
	};
	void one('the 65th');
	await jest.advanceTimersByTimeAsync(5_000);
	expect(order).toEqual([]);

	const quiet = new engine.Limiter();
	void send(quiet, 20, never);
	const own = quiet.take('', { longestMs: 0, run: {}, kind: 'Get' });
	await jest.advanceTimersByTimeAsync(1_000);
	await expect(own).resolves.toBeInstanceOf(Function);
});

test('what a documented limit allows is not sent all at once', async () => {
	const vendor = new BusyVendor();
	const limiter = new engine.Limiter({ requests: 10_000, perMs: 60_000 });
	await timeOf(send(limiter, 3_000, async () => await vendor.answer()));

	expect(vendor.mostUnderWay).toBe(FIRST);
});

test('one who wants a fixed number is not held back', async () => {
	const vendor = new BusyVendor();
	const limiter = new engine.Limiter();
	const one = async () => {
		const release = await limiter.take('', { longestMs: 0, run: {} });
		release(await vendor.answer());
	};
	const all = async () => {
		await Promise.all(Array.from({ length: 40 }, one));
	};
	await timeOf(all());

	expect(vendor.mostUnderWay).toBe(40);
});
