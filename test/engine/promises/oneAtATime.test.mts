// n8n starts polls without a lock, drops what they bring, and runs them twice.
import type { IPollFunctions } from 'n8n-workflow';
import { engine } from '../../probe/engine.mts';
import { Watched } from '../../support/model/watched.mts';
import { pollerOf } from '../../support/pollerOf.mts';

const OVERLAP_MS = 10 * 60_000;

/** What the vendor has, and when it answers. */
let items: Array<{ id: string; at: number }>;
let reads: number;
let answered: Promise<unknown>;

const type = pollerOf(async (context: IPollFunctions) => {
	return await engine.pollNewRecords(context, {
		scope: ['a'],
		overlapMs: OVERLAP_MS,
		hintWhenEmpty: '',
		read: async () => {
			reads++;
			const now = items.map(({ id, at }) => ({ key: id, at, json: { id } }));
			await answered;
			return now;
		},
	});
});

const watch = (pollBudgetMs?: number) => new Watched({ type, pollBudgetMs });

beforeEach(() => {
	const now = Date.now();
	items = [{ id: 'old', at: now - 60_000 }];
	reads = 0;
	answered = Promise.resolve();
});

const idsOf = ({ emitted }: Watched) => emitted.map(({ id }) => id);

test.each([undefined, 45_000])('with a budget of %s ms', async (budgetMs) => {
	const trigger = watch(budgetMs);
	await trigger.activate();
	items.push({ id: 'new', at: Date.now() - 1_000 });
	let answer = () => {};
	answered = new Promise<void>((resolve) => {
		answer = resolve;
	});
	const polls = [trigger.poll(), trigger.poll(), trigger.poll()];
	answer();
	await Promise.all(polls);
	expect(idsOf(trigger)).toEqual(['new']);
	// The later ones wait for the first, and ask nobody.
	expect(reads).toBe(2);
	await trigger.poll();
	expect(idsOf(trigger)).toEqual(['new']);
});

test('what n8n drops is emitted by the next poll', async () => {
	const trigger = watch(45_000);
	await trigger.activate();
	items.push({ id: 'new', at: Date.now() - 1_000 });
	await trigger.poll(false);
	// Until it is certain that n8n did not merely read the state before it saved it, nothing is emitted.
	await trigger.poll();
	expect(idsOf(trigger)).toEqual([]);
	const later = Date.now() + 30_000;
	const clock = jest.spyOn(Date, 'now').mockReturnValue(later);
	await trigger.poll();
	clock.mockRestore();
	expect(idsOf(trigger)).toEqual(['new']);
});

test('a poll whose state n8n read before it saved the last emission emits nothing', async () => {
	const trigger = watch(45_000);
	await trigger.activate();
	items.push({ id: 'new', at: Date.now() - 1_000 });
	const [late, later] = [trigger.begin(), trigger.begin()];
	await trigger.poll();
	await late();
	items.push({ id: 'newer', at: Date.now() });
	await trigger.poll();
	await later();
	expect(idsOf(trigger)).toEqual(['new', 'newer']);
	await trigger.poll();
	expect(idsOf(trigger)).toEqual(['new', 'newer']);
});

test('two nodes do not wait for each other', async () => {
	const [one, other] = [watch(), watch()];
	await Promise.all([one.activate(), other.activate()]);
	expect(reads).toBe(2);
});

test.each([
	['that fails', 45_000, 3],
	['that fails, where nobody counts failures', undefined, 1],
] as const)('a poll %s throws where n8n lets it come back later', async (_, budgetMs, times) => {
	const trigger = watch(budgetMs);
	await trigger.activate();
	answered = Promise.reject(new Error('The vendor is away'));
	answered.catch(() => {});
	let thrown = 0;
	for (let count = 0; count < 3; count++) await trigger.poll().catch(() => thrown++);
	expect(thrown).toBe(times);
});

describe('50,000 records in one minute', () => {
	test('are all emitted once, and the row stays small', async () => {
		const trigger = watch();
		await trigger.activate();
		const now = Date.now();
		const made = Array.from({ length: 50_000 }, (_, index) => ({
			id: `record-${index}`,
			at: now - (index % 60_000),
		}));
		items = [...items, ...made.slice(0, 30_000)];
		await trigger.poll();
		// The rest shows up late, between those that were emitted.
		items = [...items, ...made.slice(30_000)];
		await trigger.poll();
		await trigger.poll();
		expect(trigger.emitted).toHaveLength(50_000);
		expect(new Set(idsOf(trigger)).size).toBe(50_000);
		expect(trigger.rowBytes).toBeLessThan(200_000);
		trigger.restart();
		await trigger.poll();
		expect(trigger.emitted).toHaveLength(50_000);
	});

	test('also where all have the same time', async () => {
		const trigger = watch();
		await trigger.activate();
		const at = Date.now() - 1_000;
		items = Array.from({ length: 50_000 }, (_, index) => ({ id: `record-${index}`, at }));
		await trigger.poll();
		trigger.restart();
		await trigger.poll();
		expect(trigger.emitted).toHaveLength(50_000);
		expect(trigger.rowBytes).toBeLessThan(200_000);
	});
});

test('a record dated in the future holds nothing up, and comes once', async () => {
	const trigger = watch();
	await trigger.activate();
	items.push({ id: 'future', at: Date.now() + 365 * 24 * 60 * 60_000 });
	await trigger.poll();
	trigger.restart();
	items.push({ id: 'new', at: Date.now() });
	await trigger.poll();
	await trigger.poll();
	expect(idsOf(trigger)).toEqual(['future', 'new']);
});
