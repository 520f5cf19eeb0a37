// Windows of time that are too much for a vendor, and clocks that differ.
import { engine } from '../../probe/engine.mts';
import { Watched } from '../../support/model/watched.mts';
import { pollerOf } from '../../support/pollerOf.mts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const OVERLAP_MS = 10 * MINUTE;
const START = Date.parse('2026-03-01T00:00:00.000Z');

/** The vendor: what it has, and how much it can give at once. */
let items: Array<{ id: string; at: number }>;
let most: number;
let aheadMs: number;
let asked: Array<{ from: number; to: number; count: number }>;
let clock: jest.SpyInstance<number, []>;
/** How long one request takes, in ms. */
let takesMs: number;
let now: number;

class TooMuchError extends Error {}

const type = pollerOf(async (context) => {
	return await engine.pollTimeWindows(context, {
		scope: ['a'],
		overlapMs: OVERLAP_MS,
		longestMs: DAY,
		hintWhenEmpty: '',
		now: () => now + aheadMs,
		read: ({ from, to }) => {
			now += takesMs;
			// What is to come is not there yet.
			const until = Math.min(to, now + aheadMs);
			const its = items.filter(({ at }) => at > from && at < until);
			asked.push({ from, to, count: its.length });
			if (its.length > most) return Promise.reject(new TooMuchError(`${its.length} are too many`));
			return Promise.resolve(its.map(({ id, at }) => ({ key: id, at, json: { id } })));
		},
		isTooMuch: (error) => error instanceof TooMuchError,
	});
});

const watch = (pollBudgetMs?: number) => new Watched({ type, pollBudgetMs });

beforeEach(() => {
	items = [];
	asked = [];
	most = Infinity;
	aheadMs = 0;
	takesMs = 0;
	now = START;
	clock = jest.spyOn(Date, 'now').mockImplementation(() => now);
});

afterEach(() => {
	clock.mockRestore();
});

const idsOf = ({ emitted }: Watched) => emitted.map(({ id }) => id);

/** Records that were changed at random moments of a stretch of time. */
function make(count: number, from: number, to: number): string[] {
	const made = Array.from({ length: count }, (_, index) => ({
		id: `${from}-${index}`,
		at: from + Math.floor(((index * 7919) % count) * ((to - from) / count)),
	}));
	items.push(...made);
	return made.map(({ id }) => id);
}

test('40,000 contacts of one window are read in halves, and none twice', async () => {
	most = 5_000;
	const trigger = watch();
	await trigger.activate();
	const ids = make(40_000, START + MINUTE, START + 6 * 60 * MINUTE);
	now = START + DAY;
	await trigger.poll();
	expect(idsOf(trigger).toSorted()).toEqual(ids.toSorted());
	// Of each window that was too much two halves are asked for, and no more.
	expect(asked.length).toBeLessThan(40);
	await trigger.poll();
	expect(trigger.emitted).toHaveLength(40_000);
});

test('a minute that is dense is read second by second, those around it by day', async () => {
	most = 400;
	const trigger = watch();
	await trigger.activate();
	const dense = make(6_000, START + 60 * MINUTE, START + 61 * MINUTE);
	const late = make(10, START + 2 * DAY, START + 3 * DAY);
	now = START + 4 * DAY;
	for (let count = 0; count < 3; count++) await trigger.poll();
	expect(idsOf(trigger).toSorted()).toEqual([...dense, ...late].toSorted());
	expect(Math.max(...asked.map(({ from, to }) => to - from))).toBeGreaterThan(DAY - MINUTE);
});

test('a second that is too much is told, and what came before it is emitted', async () => {
	most = 5;
	const trigger = watch();
	await trigger.activate();
	const before = make(3, START + MINUTE, START + 2 * MINUTE);
	items.push(
		...Array.from({ length: 6 }, (_, index) => ({ id: `x${index}`, at: START + DAY / 2 })),
	);
	now = START + DAY;
	await trigger.poll();
	expect(idsOf(trigger).toSorted()).toEqual(before.toSorted());
	await expect(trigger.poll()).rejects.toThrow('6 are too many');
});

test.each([undefined, 45_000])('a year is caught up, also slowly (budget %s)', async (budgetMs) => {
	const trigger = watch(budgetMs);
	await trigger.activate();
	const ids = make(500, START + MINUTE, START + 365 * DAY);
	now = START + 366 * DAY;
	takesMs = 4_000;
	let polls = 0;
	while (trigger.emitted.length < ids.length && polls < 100) {
		const before = now;
		await trigger.poll();
		// A poll stops before its time is over.
		expect(now - before).toBeLessThan(45_000);
		polls++;
	}
	expect(idsOf(trigger).toSorted()).toEqual(ids.toSorted());
});

test('a window that is too much for a poll gets on from poll to poll', async () => {
	most = 300;
	const trigger = watch(45_000);
	await trigger.activate();
	const ids = make(4_000, START + MINUTE, START + 2 * MINUTE);
	now = START + DAY;
	takesMs = 9_000;
	for (let polls = 0; polls < 60; polls++) await trigger.poll();
	expect(idsOf(trigger).toSorted()).toEqual(ids.toSorted());
});

test.each([-120, -5, 5, 120])('a clock that is %i minutes ahead loses nothing', async (minutes) => {
	aheadMs = minutes * MINUTE;
	const trigger = watch();
	await trigger.activate();
	const expected: string[] = [];
	for (let round = 0; round < 10; round++) {
		now += 5 * MINUTE;
		items.push({ id: `r${round}`, at: now + aheadMs - 1 });
		expected.push(`r${round}`);
		now += 1;
		await trigger.poll();
		// Not a poll later.
		expect(idsOf(trigger)).toEqual(expected);
	}
});
