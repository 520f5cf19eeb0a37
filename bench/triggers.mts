// The Geniziz Trigger on 200,000 leads: a poll a minute for an hour, in compressed time, while 20 leads
// a minute are created and 50 are changed.
import { measureHour, type Hour } from './triggers/hour.mts';
import { measureLimit } from './triggers/limit.mts';

/** Requests of a poll where the vendor keeps an order, and where not. */
const ORDERED = 3;
const UNORDERED = 60;

const HOURS: readonly Hour[] = [
	{ event: 'leadCreated', order: 'newest', label: 'the newest first', mostRequests: ORDERED },
	{ event: 'leadCreated', order: 'oldest', label: 'the oldest first', mostRequests: ORDERED },
	{ event: 'leadCreated', order: 'id', label: 'shuffled', mostRequests: UNORDERED },
	{
		event: 'leadUpdated',
		order: 'updated',
		label: 'the latest change first',
		mostRequests: ORDERED,
	},
	{
		event: 'leadUpdated',
		order: 'updatedLast',
		label: 'the latest change last',
		mostRequests: ORDERED,
	},
	{ event: 'leadUpdated', order: 'newest', label: 'the newest first', mostRequests: UNORDERED },
	{ event: 'leadUpdated', order: 'id', label: 'shuffled', mostRequests: UNORDERED },
];

/** Prints each figure beside its target. */
export async function benchTriggers(): Promise<void> {
	console.log('\n200,000 leads of Geniziz, 20 created and 50 changed a minute, a poll a minute');
	for (const hour of HOURS) await measureHour(hour);
	await measureLimit();
}
