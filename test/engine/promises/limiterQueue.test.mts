// The limiter on its own, by a clock that the test sets: who waits for whom, and how long.
import { engine, type Limiter } from '../../probe/engine.mts';

/** How long the service's word may hold a request back, in ms. */
const LONGEST = 3_600_000;
/** The run of all requests, where it does not matter. */
const run = {};

beforeEach(() => {
	jest.useFakeTimers({ now: 1_000_000, doNotFake: ['nextTick', 'setImmediate'] });
});

afterEach(() => {
	jest.useRealTimers();
});

function says(remaining: number, reset: number) {
	const headers = {
		'ratelimit-limit': '100',
		'ratelimit-remaining': String(remaining),
		'ratelimit-reset': String(reset),
	};
	return { status: 200, headers, text: '' };
}

/** Takes a slot and tells in `order` when it got it. */
async function take(
	limiter: Limiter,
	order: string[],
	name: string,
	group = '',
	signal?: AbortSignal,
	leavesRoom = false,
): Promise<void> {
	await limiter.take(group, { longestMs: LONGEST, leavesRoom, run }, signal).then(
		() => order.push(name),
		() => order.push(`${name} cancelled`),
	);
}

async function spend(limiter: Limiter, group: string, answer: ReturnType<typeof says>) {
	const release = await limiter.take(group, { longestMs: LONGEST, run });
	release(answer);
}

test('a window that is used up holds back the next request until it ends', async () => {
	const limiter = new engine.Limiter({ requests: 2, perMs: 1000 });
	const order: string[] = [];
	for (let count = 0; count < 2; count++) await spend(limiter, '', says(99, 1));
	void take(limiter, order, 'third');

	await jest.advanceTimersByTimeAsync(999);
	expect(order).toEqual([]);
	await jest.advanceTimersByTimeAsync(1);
	expect(order).toEqual(['third']);
});

test('a slot is free only so long after its answer as the limit says', async () => {
	const limiter = new engine.Limiter({ requests: 1, perMs: 1000 });
	const order: string[] = [];
	const release = await limiter.take('', { longestMs: LONGEST, run });
	void take(limiter, order, 'second');

	await jest.advanceTimersByTimeAsync(5000);
	expect(order).toEqual([]);
	release();
	await jest.advanceTimersByTimeAsync(1250);
	expect(order).toEqual(['second']);
});

test('requests are let through in the order of the calls', async () => {
	const limiter = new engine.Limiter({ requests: 1, perMs: 10 });
	const order: string[] = [];
	const turns = ['a', 'b', 'c', 'd'].map(async (name) => {
		const release = await limiter.take('', { longestMs: LONGEST, run });
		order.push(name);
		release();
	});
	await jest.advanceTimersByTimeAsync(1000);
	await Promise.all(turns);

	expect(order).toEqual(['a', 'b', 'c', 'd']);
});

test('who is waited for goes before those that stand in line', async () => {
	const limiter = new engine.Limiter({ requests: 1, perMs: 1000 });
	const order: string[] = [];
	const turn = async (name: string, goesFirst = false) => {
		const release = await limiter.take('', { longestMs: LONGEST, goesFirst, run });
		order.push(name);
		release();
	};
	await turn('a');
	const turns = [turn('b'), turn('c'), turn('a call', true), turn('a second', true)];
	await jest.advanceTimersByTimeAsync(10_000);
	await Promise.all(turns);

	expect(order).toEqual(['a', 'a call', 'a second', 'b', 'c']);
});

test('a group that waits does not hold back another group', async () => {
	const limiter = new engine.Limiter();
	const order: string[] = [];
	await spend(limiter, 'slow', says(0, 60));
	void take(limiter, order, 'slow', 'slow');
	void take(limiter, order, 'other', 'other');

	await jest.advanceTimersByTimeAsync(1000);
	expect(order).toEqual(['other']);
	await jest.advanceTimersByTimeAsync(60_000);
	expect(order).toEqual(['other', 'slow']);
});

test('a request that is cancelled behind a waiting one ends at once', async () => {
	const limiter = new engine.Limiter();
	const order: string[] = [];
	const cancel = new AbortController();
	await spend(limiter, '', says(0, 60));
	void take(limiter, order, 'first');
	void take(limiter, order, 'second', '', cancel.signal);

	await jest.advanceTimersByTimeAsync(1000);
	cancel.abort();
	await jest.advanceTimersByTimeAsync(1000);
	expect(order).toEqual(['second cancelled']);
	await jest.advanceTimersByTimeAsync(60_000);
	expect(order).toEqual(['second cancelled', 'first']);
});

test('a cancelled request leaves its place in the window to others', async () => {
	const limiter = new engine.Limiter({ requests: 1, perMs: 1000 });
	const order: string[] = [];
	const cancel = new AbortController();
	await spend(limiter, '', says(99, 1));
	void take(limiter, order, 'first', '', cancel.signal);
	void take(limiter, order, 'second');
	cancel.abort();

	await jest.advanceTimersByTimeAsync(1000);
	expect(order).toEqual(['first cancelled', 'second']);
});

test('a new window is believed, though its start is known only to the second', async () => {
	const limiter = new engine.Limiter();
	const order: string[] = [];
	// The old window ends within the second: by its own count one request is left.
	await spend(limiter, '', says(1, 1));
	await jest.advanceTimersByTimeAsync(500);
	await spend(limiter, '', says(49, 60));
	void take(limiter, order, 'next');

	await jest.advanceTimersByTimeAsync(2000);
	expect(order).toEqual(['next']);
});

test('answers that overtake each other do not free what is used up', async () => {
	const limiter = new engine.Limiter();
	const order: string[] = [];
	const first = await limiter.take('', { longestMs: LONGEST, run });
	const second = await limiter.take('', { longestMs: LONGEST, run });
	second(says(0, 10));
	first(says(1, 10));
	void take(limiter, order, 'third');

	await jest.advanceTimersByTimeAsync(9000);
	expect(order).toEqual([]);
	await jest.advanceTimersByTimeAsync(1000);
	expect(order).toEqual(['third']);
});

test('a ban that is longer than the request may wait does not hold it back', async () => {
	const limiter = new engine.Limiter();
	const order: string[] = [];
	const release = await limiter.take('', { longestMs: LONGEST, run });
	release({ status: 429, headers: { 'retry-after': '60' }, text: '' });
	void limiter.take('', { longestMs: 59_000, run }).then(() => order.push('sent'));

	await jest.advanceTimersByTimeAsync(0);
	expect(order).toEqual(['sent']);
});

test('who leaves room waits while half of the limit is used, and others go first', async () => {
	const limiter = new engine.Limiter();
	const order: string[] = [];
	await spend(limiter, '', says(51, 60));
	expect(limiter.hasRoom('')).toBe(true);
	await spend(limiter, '', says(50, 60));
	expect(limiter.hasRoom('')).toBe(false);
	void take(limiter, order, 'poll', '', undefined, true);
	void take(limiter, order, 'other');

	await jest.advanceTimersByTimeAsync(9_000);
	expect(order).toEqual(['other']);
	// Others may need all there is for hours.
	await jest.advanceTimersByTimeAsync(1_000);
	expect(order).toEqual(['other', 'poll']);
});

test('who leaves room goes on when a window ends', async () => {
	const limiter = new engine.Limiter({ requests: 4, perMs: 1000 });
	const order: string[] = [];
	for (let count = 0; count < 2; count++) await spend(limiter, '', says(99, 1));
	void take(limiter, order, 'poll', '', undefined, true);

	await jest.advanceTimersByTimeAsync(750);
	expect(order).toEqual([]);
	await jest.advanceTimersByTimeAsync(500);
	expect(order).toEqual(['poll']);
});
