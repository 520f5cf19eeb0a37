// The Geniziz Trigger through random histories: whatever order the lists keep, each piece of news
// comes once.
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { z } from 'zod';
import { PLAIN_POLL } from '../../support/model/events.mts';
import { genizizWorld, orders, type Order, type Watching } from '../../support/model/geniziz.mts';
import { checkHistories, type History } from '../../support/model/live.mts';

const load = createRequire(resolve('package.json'));
const { paging } = z
	.object({ paging: z.custom<{ pageSize: number }>() })
	.parse(load(resolve('dist/nodes/Geniziz/resources/reading')));

/** Small pages, so that small lists have many. */
const PAGE_SIZE = 5;

const options = { wholeListHours: 1 };

interface Watched extends Watching {
	readonly pageSize?: number;
	/** Histories that once went wrong. */
	readonly examples?: Parameters<typeof checkHistories<Order>>[2];
}

/** The whole was read no further when the list had become longer than it was. */
const GROWN: History = {
	before: 13,
	aheadMs: 0,
	events: [
		{ ...PLAIN_POLL, between: [{ at: 0, event: { kind: 'create', count: 1, late: 0 } }] },
		{ kind: 'change', which: 0 },
		{ kind: 'create', count: 3, late: 0 },
	],
	budgetMs: undefined,
};

/** So many came at once that the first reading of the whole, whose end is not known, took days. */
const LONG: History = {
	before: 386,
	aheadMs: 0,
	events: [
		{ kind: 'change', which: 0 },
		{ kind: 'create', count: 11, late: 0 },
		{
			...PLAIN_POLL,
			between: [
				{ at: 0, event: { kind: 'create', count: 4, late: 0 } },
				{ at: 0, event: { kind: 'create', count: 5, late: 0 } },
			],
		},
		{ kind: 'create', count: 2, late: 0 },
		{ kind: 'create', count: 40, late: 0 },
		{ kind: 'restart' },
		{ kind: 'create', count: 2, late: 0 },
		{ kind: 'create', count: 3, late: 0 },
	],
	budgetMs: undefined,
};

const EVENTS: readonly Watched[] = [
	{ event: 'leadCreated', collection: 'leads', news: 'creation', parameters: { options } },
	{
		event: 'leadUpdated',
		collection: 'leads',
		news: 'change',
		parameters: { options },
		examples: [
			['newest', GROWN],
			['newest', LONG],
		],
	},
	{
		event: 'activityCreated',
		collection: 'activities',
		news: 'creation',
		values: { type: 'note' },
		parameters: { options },
	},
	{
		event: 'leadStatusChanged',
		collection: 'activities',
		news: 'creation',
		values: { type: 'status_change/lead' },
		parameters: { options },
	},
	// All of them are read at each poll.
	{ event: 'opportunityUpdated', collection: 'opportunities', news: 'change', pageSize: 50 },
];

test.each(EVENTS)(
	'$event',
	async (watching) => {
		jest.replaceProperty(paging, 'pageSize', watching.pageSize ?? PAGE_SIZE);
		await checkHistories(orders, genizizWorld(watching), watching.examples);
	},
	3_600_000,
);
