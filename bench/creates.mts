// 10,000 contacts into Skarbe, one by one: the node as it comes beside n8n's HTTP Request node.
import { creator, httpRequestNode, skarbeCredential, skarbeNode } from './creates/contacts.mts';
import { longerRow, plainRow } from './results/rows.mts';
import type { Measurements } from './results/shapes.mts';
import { count, sized } from './size.mts';
import { LATENCY_MS, onStage } from './stage.mts';
import { inTurn, kept } from './turns.mts';

const CONTACTS = sized(10_000);
const TURNS = 3;
const LONGEST = 1.3;
/** Beyond that it is a flood. */
const MOST_IN_FLIGHT = 64;

/** Measures times, requests and most in flight. */
export async function benchCreates(): Promise<Measurements> {
	const work = `${count(CONTACTS)} contacts into Skarbe, one by one`;
	console.log(`\n${work}, answers after ${LATENCY_MS} ms`);
	return await onStage(async (stage) => {
		const credential = await skarbeCredential(stage, 'Skarbe');
		const ours = await creator(stage, 'Skarbe', skarbeNode(credential), CONTACTS);
		const flood = httpRequestNode(stage.sandbox);
		const theirs = await creator(stage, 'HTTP Request', flood, CONTACTS);
		await inTurn(TURNS, [ours, theirs]);
		const most = { is: 'at most', value: MOST_IN_FLIGHT } as const;
		const inFlight = Math.max(...ours.runs.map((run) => run.inFlight));
		const rows = [
			longerRow(`${work}, against HTTP Request: times as long`, ours, theirs, {
				is: 'at most',
				value: LONGEST,
			}),
			plainRow(`${work}: requests in flight at most`, '', [inFlight], most),
		];
		return { rows, contenders: kept(CONTACTS, [ours, theirs]) };
	});
}
