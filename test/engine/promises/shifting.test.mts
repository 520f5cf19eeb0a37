// Lists that change while they are read.
import fc from 'fast-check';
import { engine } from '../../probe/engine.mts';
import type { PageRequest } from '../../probe/pages.mts';
import { tried } from '../../support/tried.mts';

interface Change {
	/** Before which request, counted from 0. */
	readonly at: number;
	/** Where in the list, from 0 (its start) to 1. */
	readonly place: number;
	/** So many records are removed there, or added when below 0. */
	readonly remove: number;
}

const change = fc.record<Change>({
	at: fc.integer({ min: 0, max: 30 }),
	place: fc.double({ min: 0, max: 1, noNaN: true }),
	remove: fc.integer({ min: -6, max: 6 }),
});

/** What has been read comes again twice in a row: it is pushed back by as much as is read further. */
const PUSHED_BACK: Change[] = [
	{ at: 0, place: 0, remove: -2 },
	{ at: 3, place: 0, remove: -3 },
	{ at: 4, place: 0, remove: -1 },
];

/** A vendor whose list changes before some of its answers. */
function vendorOf(total: number, changes: readonly Change[]) {
	let list = Array.from({ length: total }, (_, id) => ({ id }));
	const always = new Set(list.map(({ id }) => id));
	let added = total;
	let requests = 0;
	const send = ({ query }: PageRequest): Promise<unknown> => {
		for (const { place, remove } of changes.filter(({ at }) => at === requests)) {
			const from = Math.floor(place * list.length);
			for (const { id } of list.slice(from, from + Math.max(0, remove))) always.delete(id);
			const more = Array.from({ length: Math.max(0, -remove) }, () => ({ id: added++ }));
			list = [...list.slice(0, from), ...more, ...list.slice(from + Math.max(0, remove))];
		}
		requests++;
		const skip = Number(query?.skip);
		const things = list.slice(skip, skip + Number(query?.limit));
		return Promise.resolve({ things, more: skip + things.length < list.length });
	};
	return { always, send, count: () => requests };
}

test('what was there all the time is read once, whatever comes and goes', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.integer({ min: 0, max: 120 }),
			fc.integer({ min: 2, max: 20 }),
			fc.array(change, { maxLength: 6 }),
			async (total, pageSize, changes) => {
				const vendor = vendorOf(total, changes);
				const client = {
					base: new URL('https://vendor.example'),
					send: vendor.send,
					unexpected: (_: unknown, why: string) => new Error(why),
				};
				const records = await engine.readPages({
					client: { ...client, until: () => client },
					request: { method: 'GET', path: '/' },
					paging: {
						kind: 'offset',
						limitKey: 'limit',
						offsetKey: 'skip',
						pageSize,
						moreKey: 'more',
					},
					limit: Infinity,
					records: ['things'],
				});
				const ids = records.map(({ id }) => Number(id));
				expect(new Set(ids).size).toBe(ids.length);
				expect([...vendor.always].filter((id) => !ids.includes(id))).toEqual([]);
				const pages = Math.ceil((total + 40) / Math.max(1, pageSize - 1));
				expect(vendor.count()).toBeLessThan(10 + 10 * pages);
			},
		),
		{ ...tried(500), examples: [[3, 2, PUSHED_BACK]] },
	);
});
