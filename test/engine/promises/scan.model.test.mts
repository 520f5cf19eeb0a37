// Lists that have pages only, through random histories: whatever order they keep, each piece of news
// comes once.
import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import { engine, type PageRequest } from '../../probe/engine.mts';
import { anyEvent, HISTORIES, pollerOf, Watched, type Event } from '../../support/histories.mts';

const MINUTE = 60_000;
const OVERLAP_MS = 10 * MINUTE;
const PAGE_SIZE = 5;
const START = Date.parse('2026-03-01T00:00:00.000Z');

interface Stored {
	readonly id: string;
	readonly created: number;
	readonly updated: number;
}

const ORDERS = ['newest', 'oldest', 'updated', 'id'] as const;
type Order = (typeof ORDERS)[number];
type ByClock = 'created' | 'updated';

const COMPARE: Readonly<Record<Order, (one: Stored, other: Stored) => number>> = {
	newest: (one, other) => other.created - one.created,
	oldest: (one, other) => one.created - other.created,
	updated: (one, other) => other.updated - one.updated,
	id: (one, other) => (one.id < other.id ? -1 : 1),
};

/** The vendor of one history. */
class Vendor {
	records: Stored[] = [];
	now = START;
	/** After how many requests one fails. */
	failAfter = Infinity;
	requests = 0;
	private made = 0;
	private readonly order: Order;

	constructor(order: Order) {
		this.order = order;
	}

	create(count: number, late: number): string[] {
		const ids = Array.from({ length: count }, () => {
			// IDs in no order of time.
			const id = `r${(this.made++ * 7919) % 10_007}`;
			const at = this.now - late;
			this.records.push({ id, created: at, updated: at });
			return id;
		});
		return ids;
	}

	page({ query = {} }: PageRequest): unknown {
		if (this.requests++ >= this.failAfter) throw new Error('The vendor is away');
		const sorted = this.records.toSorted(COMPARE[this.order]);
		const skip = Number(query._skip);
		const limit = Number(query._limit);
		if (limit < 1 || limit > PAGE_SIZE) throw new Error(`A page of ${limit} cannot be had`);
		const data = sorted.slice(skip, skip + limit).map(shown);
		return { data, has_more: skip + limit < sorted.length };
	}

	get(id: string): IDataObject | undefined {
		const record = this.records.find((each) => each.id === id);
		return record && shown(record);
	}
}

function shown({ id, created, updated }: Stored): IDataObject {
	return {
		id,
		created: new Date(created).toISOString(),
		updated: new Date(updated).toISOString(),
	};
}

/** A value of a record, all of which are text. */
const textOf = (value: unknown) => (typeof value === 'string' ? value : '');
/** What tells a change of a record from all others. */
const changeOf = ({ id, updated }: IDataObject) => `${textOf(id)} ${textOf(updated)}`;

let vendor: Vendor;
let by: ByClock;

const type = pollerOf(async (context) => {
	const client = {
		get vendorNow() {
			return vendor.now;
		},
		send: (request: PageRequest) =>
			new Promise<unknown>((resolve) => {
				resolve(vendor.page(request));
			}),
		unexpected: (_: unknown, why: string) => new Error(why),
	};
	return await engine.pollScan(context, {
		scope: [by],
		overlapMs: OVERLAP_MS,
		sweepMs: 60 * MINUTE,
		hintWhenEmpty: '',
		open: () => Promise.resolve(client),
		list: {
			request: { method: 'GET', path: '/' },
			paging: {
				kind: 'offset',
				limitKey: '_limit',
				offsetKey: '_skip',
				pageSize: PAGE_SIZE,
				moreKey: 'has_more',
			},
			records: ['data'],
			thin: { _fields: 'id' },
			orderedBy: by === 'created' ? ['created', 'updated'] : ['updated'],
			glimpse: (record) => {
				const at = Date.parse(textOf(record[by]));
				const isNews = by === 'created' || record.created !== record.updated;
				const version = by === 'updated' ? String(at) : undefined;
				return { key: textOf(record.id), version, at, isNews };
			},
			get: (_, id) => Promise.resolve(vendor.get(id)),
		},
	});
});

let clock: jest.SpyInstance<number, []>;

beforeAll(() => {
	clock = jest.spyOn(Date, 'now');
});

afterAll(() => {
	clock.mockRestore();
});

/** Lives through a history. Returns what came out and what there was to come. */
async function live(order: Order, before: number, events: readonly Event[], budgetMs?: number) {
	vendor = new Vendor(order);
	clock.mockImplementation(() => vendor.now);
	vendor.create(before, 30 * MINUTE);
	vendor.now += MINUTE;
	const trigger = new Watched(type, budgetMs);
	await trigger.activate();
	// What is created within the same ms as the first poll is old or new: nobody can tell.
	vendor.now += 1;
	const made = new Set<string>();
	const removed = new Set<string>();
	const poll = async () => {
		await trigger.poll().catch(() => {});
	};
	for (const event of events) {
		switch (event.kind) {
			case 'create':
				// Nothing shows up as older than the first poll: that is no news.
				for (const id of vendor.create(
					event.count,
					Math.min(event.late, vendor.now - START - MINUTE - 1),
				))
					made.add(id);
				break;
			case 'change':
			case 'remove': {
				const at = event.which % Math.max(1, vendor.records.length);
				const old = vendor.records[at];
				if (!old) break;
				vendor.records.splice(at, 1);
				if (event.kind === 'remove') removed.add(old.id);
				else vendor.records.push({ ...old, updated: Math.max(vendor.now, old.updated + 1) });
				break;
			}
			case 'wait':
				vendor.now += event.ms;
				break;
			case 'restart':
				trigger.restart();
				break;
			case 'twice':
				await trigger.twice();
				break;
			case 'dropped':
				await trigger.poll(false);
				break;
			case 'failing':
				vendor.requests = 0;
				vendor.failAfter = event.after;
				await poll();
				vendor.failAfter = Infinity;
				break;
			case 'poll':
				await poll();
		}
		vendor.now += 1;
	}
	// Until a list without an order was read three times over, and one that seems to keep an order, but
	// has news elsewhere, once as a whole.
	for (let count = 0; count < 30; count++) {
		vendor.now += 5 * MINUTE;
		await poll();
	}
	return { trigger, made, removed };
}

const history = fc.record({
	before: fc.oneof(
		fc.integer({ min: 0, max: 12 }),
		fc.integer({ min: 13, max: 120 }),
		fc.integer({ min: 300, max: 400 }),
	),
	events: fc.array(anyEvent(OVERLAP_MS - MINUTE), { minLength: 1, maxLength: 40 }),
	budgetMs: fc.constantFrom(undefined, 45_000),
});

describe.each(ORDERS)('a list ordered by %s', (order) => {
	test('gives each new record once', async () => {
		by = 'created';
		await fc.assert(
			fc.asyncProperty(history, async ({ before, events, budgetMs }) => {
				const { trigger, made, removed } = await live(order, before, events, budgetMs);
				const ids = trigger.emitted.map(({ id }) => textOf(id));
				expect(ids).toHaveLength(new Set(ids).size);
				expect(ids.filter((id) => !made.has(id))).toEqual([]);
				// One that was removed may have gone before it was seen.
				const missed = [...made].filter((id) => !ids.includes(id) && !removed.has(id));
				expect(missed).toEqual([]);
			}),
			{ numRuns: HISTORIES },
		);
	}, 600_000);

	test('gives the last change of each record, and no change twice', async () => {
		by = 'updated';
		await fc.assert(
			fc.asyncProperty(history, async ({ before, events, budgetMs }) => {
				const { trigger } = await live(order, before, events, budgetMs);
				const changes = trigger.emitted.map(changeOf);
				expect(changes).toHaveLength(new Set(changes).size);
				const changed = vendor.records.filter(({ created, updated }) => created !== updated);
				const missed = changed
					.map(shown)
					.map(changeOf)
					.filter((change) => !changes.includes(change));
				expect(missed).toEqual([]);
			}),
			{ numRuns: HISTORIES },
		);
	}, 600_000);
});
