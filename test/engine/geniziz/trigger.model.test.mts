// The Geniziz Trigger through random histories: whatever order the lists keep, each piece of news
// comes once.
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { z } from 'zod';
import { genizizWorld, orders, type Watching } from '../../support/model/geniziz.mts';
import { checkHistories } from '../../support/model/live.mts';

const load = createRequire(resolve('package.json'));
const { paging } = z
	.object({ paging: z.custom<{ pageSize: number }>() })
	.parse(load(resolve('dist/nodes/Geniziz/resources/reading')));

/** Small pages, so that small lists have many. */
const PAGE_SIZE = 5;

const options = { wholeListHours: 1 };

const EVENTS: ReadonlyArray<Watching & { readonly pageSize?: number }> = [
	{ event: 'leadCreated', collection: 'leads', news: 'creation', parameters: { options } },
	{ event: 'leadUpdated', collection: 'leads', news: 'change', parameters: { options } },
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
		await checkHistories(orders, genizizWorld(watching));
	},
	3_600_000,
);
