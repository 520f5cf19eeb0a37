// A vendor that works on so many requests at a time and lets the others wait: how deep our node goes by
// itself, beside a fixed depth and beside HTTP Request, which sends all at once.
import {
	ANSWER_MS,
	creator,
	httpRequestNode,
	skarbeCredential,
	skarbeNode,
} from './creates/contacts.mts';
import { longerRow, moreRow, plainRow } from './results/rows.mts';
import type { ContenderRuns, Measurements, Row } from './results/shapes.mts';
import { count, sized } from './size.mts';
import { LATENCY_MS, onStage, type Stage } from './stage.mts';
import { inTurn, kept, type Contender } from './turns.mts';

const CONTACTS = sized(2_000);
const TURNS = 3;
/** Fewer than the fixed depth, and more. */
const CAPACITIES = [4, 16];
const FIXED = 8;

const LONGEST = { is: 'at most', value: 1.3 } as const;
const MOST_IN_FLIGHT = { is: 'at most', value: 64 } as const;
/** The vendor is not made slower than a careful depth makes it, but for some that wait at its door. */
const SLOWEST = { is: 'at most', value: 2 } as const;

function answers({ runs }: Contender) {
	return { unit: 'ms', runs: runs.map(({ more }) => more?.[ANSWER_MS] ?? Number.NaN) };
}

function rowsOf(work: string, ours: Contender, fixed: Contender, flood: Contender): Row[] {
	const inFlight = Math.max(...ours.runs.map((run) => run.inFlight));
	const [slow, other] = [answers(ours), { who: fixed.label, ...answers(fixed) }];
	return [
		longerRow(`${work}, against HTTP Request: times as long`, ours, flood, LONGEST),
		plainRow(`${work}: requests in flight at most`, '', [inFlight], MOST_IN_FLIGHT),
		moreRow(`${work}: median answer against a fixed depth`, slow, other, SLOWEST),
	];
}

async function measure(stage: Stage, capacity: number) {
	const work = `${count(CONTACTS)} contacts into a Skarbe that works on ${capacity} at a time`;
	console.log(`\n${work}, each for ${LATENCY_MS} ms`);
	const enter = async (label: string, options = {}) => {
		const credential = await skarbeCredential(stage, `${label}, ${capacity}`);
		return await creator(stage, label, skarbeNode(credential, options), CONTACTS, { capacity });
	};
	const ours = await enter('Skarbe as it comes');
	const fixed = await enter(`Skarbe, ${FIXED} in parallel`, { requestsInParallel: FIXED });
	const flood = httpRequestNode(stage.sandbox);
	const theirs = await creator(stage, 'HTTP Request', flood, CONTACTS, { capacity });
	const all = [ours, fixed, theirs];
	await inTurn(TURNS, all);
	const contenders = kept(CONTACTS, all).map((each) => ({
		...each,
		label: `${each.label}, capacity ${capacity}`,
	}));
	return { rows: rowsOf(work, ours, fixed, theirs), contenders };
}

/** Measures times, most in flight and the median answer at each capacity. */
export async function benchCapacity(): Promise<Measurements> {
	return await onStage(async (stage) => {
		const rows: Row[] = [];
		const contenders: ContenderRuns[] = [];
		for (const capacity of CAPACITIES) {
			const measured = await measure(stage, capacity);
			rows.push(...measured.rows);
			contenders.push(...measured.contenders);
		}
		return { rows, contenders };
	});
}
