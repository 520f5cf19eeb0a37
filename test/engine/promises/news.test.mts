import type { IDataObject, WorkflowExecuteMode } from 'n8n-workflow';
import { NewsProbe, OVERLAP_MS, vendor, type Item } from '../../probe/news.mts';
import { Random } from '../../probe/random.mts';
import { poll } from '../../support/engine.mts';
import { addNodeType } from '../../support/workflow.mts';

addNodeType(new NewsProbe());

let kept: IDataObject;

beforeEach(() => {
	kept = {};
	vendor.items = [];
	vendor.fault = undefined;
	vendor.reads = [];
});

/** One poll; what is kept goes through JSON before the next one, as in n8n's database. */
async function polled(mode?: WorkflowExecuteMode, scope = 'a'): Promise<unknown[]> {
	const run = { type: 'newsProbeTrigger', parameters: { scope }, credentials: {} };
	const output = await poll(run, kept, mode);
	kept = Object.fromEntries(Object.entries(structuredClone(kept)));
	return (output?.[0] ?? []).map(({ json }) => json.id);
}

const item = (id: string, at: number): Item => ({ id, at });

test('the first poll emits nothing, and later ones only what came since', async () => {
	vendor.items = [item('old', 50_000), item('older', 10_000)];
	expect(await polled()).toEqual([]);
	expect(await polled()).toEqual([]);

	vendor.items.push(item('new', 51_000), item('newer', 52_000));
	expect(await polled()).toEqual(['new', 'newer']);
	expect(await polled()).toEqual([]);
});

test('a vendor that was empty at first has all that it gets emitted', async () => {
	expect(await polled()).toEqual([]);

	vendor.items = [item('b', 2_000), item('a', 1_000)];
	expect(await polled()).toEqual(['a', 'b']);
	expect(await polled()).toEqual([]);
});

test('records of the same time are told apart', async () => {
	vendor.items = [item('a', 5_000)];
	await polled();

	vendor.items.push(item('b', 5_000));
	expect(await polled()).toEqual(['b']);
	vendor.items.push(item('c', 5_000));
	expect(await polled()).toEqual(['c']);
});

test('a record that shows up late is taken in within the overlap, and not beyond it', async () => {
	vendor.items = [item('a', 50_000)];
	await polled();

	vendor.items.push(item('late', 50_000 - OVERLAP_MS), item('too late', 50_000 - OVERLAP_MS - 1));
	expect(await polled()).toEqual(['late']);
	expect(await polled()).toEqual([]);
});

test('a change of a known record is news, its deletion is not', async () => {
	vendor.items = [item('a', 1_000), item('b', 1_500)];
	await polled();

	vendor.items = [item('a', 2_000)];
	expect(await polled()).toEqual(['a']);
	expect(await polled()).toEqual([]);
});

test('a manual run shows the newest record and moves nothing', async () => {
	vendor.items = [item('a', 1_000)];
	await polled();
	const before = structuredClone(kept);
	vendor.items.push(item('c', 3_000), item('b', 2_000));

	expect(await polled('manual')).toEqual(['c']);
	expect(kept).toEqual(before);
	expect(await polled()).toEqual(['b', 'c']);
});

test('a manual run that finds nothing says what to do', async () => {
	await expect(polled('manual')).rejects.toMatchObject({
		message: 'There is nothing to show yet',
		description: 'Make a record first',
	});
});

test('another scope starts from where the vendor stands now', async () => {
	vendor.items = [item('a', 1_000)];
	await polled();
	vendor.items.push(item('b', 2_000));

	expect(await polled(undefined, 'b')).toEqual([]);
	vendor.items.push(item('c', 3_000));
	expect(await polled(undefined, 'b')).toEqual(['c']);
});

test('a fault is thrown once, loses nothing, and is thrown again after good polls', async () => {
	vendor.items = [item('a', 1_000)];
	await polled();
	vendor.items.push(item('b', 2_000));
	vendor.fault = new Error('The vendor is away');

	await expect(polled()).rejects.toThrow('The vendor is away');
	expect(await polled()).toEqual([]);
	vendor.fault = undefined;
	expect(await polled()).toEqual(['b']);
	vendor.fault = new Error('The vendor is away');
	await expect(polled()).rejects.toThrow('The vendor is away');
});

test('what is kept does not grow with what was emitted', async () => {
	vendor.items = [item('start', 0)];
	await polled();
	for (let round = 1; round <= 20; round++) {
		vendor.items = Array.from({ length: 100 }, (_, at) =>
			item(`${round}-${at}`, round * 10_000 + at),
		);
		expect(await polled()).toHaveLength(100);
	}
	expect(JSON.stringify(kept).length).toBeLessThan(5_000);
});

test.each([1, 2, 3, 4, 5, 6, 7, 8])(
	'nothing is missed and nothing comes twice (seed %i)',
	async (seed) => {
		const random = new Random(seed);
		let now = 100_000;
		const expected: string[] = [];
		const emitted: unknown[] = [];
		vendor.items = [item('start', now)];
		await polled();
		for (let round = 0; round < 40; round++) {
			for (let count = random.between(0, 5); count > 0; count--) {
				now += random.between(0, 300);
				// Some show up late, but within the overlap before the newest.
				const at = Math.max(100_000, now - random.between(0, OVERLAP_MS - 300));
				expected.push(`${round}-${count}`);
				vendor.items.push(item(`${round}-${count}`, at));
			}
			vendor.items.sort(() => random.between(-1, 1));
			emitted.push(...(await polled()));
		}
		expect([...emitted].sort()).toEqual([...expected].sort());
	},
);
