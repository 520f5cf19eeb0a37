// The Geniziz Trigger on 200,000 leads: a poll a minute for an hour, in compressed time, while 20 leads
// a minute are created and 50 are changed.
import { plainRow } from './results/rows.mts';
import type { Measurements, Row } from './results/shapes.mts';
import { count } from './size.mts';
import { LEADS, measureHour, type Hour, type HourFigures } from './triggers/hour.mts';
import { measureLimit } from './triggers/limit.mts';

const HOURS: readonly Hour[] = [
	{ event: 'leadCreated', order: 'newest', label: 'the newest first', isOrdered: true },
	{ event: 'leadCreated', order: 'oldest', label: 'the oldest first', isOrdered: true },
	{ event: 'leadCreated', order: 'id', label: 'shuffled', isOrdered: false },
	{ event: 'leadUpdated', order: 'updated', label: 'the latest change first', isOrdered: true },
	{ event: 'leadUpdated', order: 'updatedLast', label: 'the latest change last', isOrdered: true },
	{ event: 'leadUpdated', order: 'newest', label: 'the newest first', isOrdered: false },
	{ event: 'leadUpdated', order: 'id', label: 'shuffled', isOrdered: false },
];

const WORK = `Geniziz Trigger, ${count(LEADS)} leads, a poll a minute`;

/** The worst of all hours beside what it may be. */
function rowsOf(
	ordered: readonly HourFigures[],
	unordered: readonly HourFigures[],
	limitedMs: number,
): Row[] {
	const all = [...ordered, ...unordered];
	const row = (what: string, unit: string, figures: readonly number[], value: number) =>
		plainRow(`${WORK}: ${what}`, unit, [Math.max(...figures)], { is: 'at most', value });
	const requests = (hours: readonly HourFigures[]) => hours.map((hour) => hour.requests);
	const waits = [...all.map(({ longestMs }) => longestMs), limitedMs];
	return [
		row('requests a poll, the vendor keeps an order', '', requests(ordered), 3),
		row('requests a poll, it keeps none', '', requests(unordered), 60),
		row(
			'news missed, twice, or none',
			'',
			all.map(({ wrong }) => wrong),
			0,
		),
		row(
			'static data',
			'kB',
			all.map(({ storedKb }) => storedKb),
			200,
		),
		row(
			'heap grown in an hour',
			'MB',
			all.map(({ grownMb }) => grownMb),
			50,
		),
		row('another operation waits', 'ms', waits, 2_000),
	];
}

/** Measures the hours and the limit. */
export async function benchTriggers(): Promise<Measurements> {
	console.log(`\n${WORK}, 20 created and 50 changed a minute`);
	const ordered: HourFigures[] = [];
	const unordered: HourFigures[] = [];
	for (const hour of HOURS) (hour.isOrdered ? ordered : unordered).push(await measureHour(hour));
	return { rows: rowsOf(ordered, unordered, await measureLimit()) };
}
