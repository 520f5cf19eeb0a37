// The memory of 100,000 leads that the node put out, beside that of the same output made plainly.
import { setTimeout as sleep } from 'node:timers/promises';
import { spawnSandbox } from '../../sandbox/client.mts';
import { runNode } from '../../test/support/engine.mts';
import { geniziz } from '../../test/support/vendors/geniziz.mts';
import { heapUsed } from '../heap.mts';
import { moreRow } from '../results/rows.mts';
import type { Row } from '../results/shapes.mts';
import { count, often, sized } from '../size.mts';
import { onlyLeads, readByHand } from './leads.mts';

const LEADS = sized(100_000);
const ROUNDS = 3;
const MOST = 1.5;

/** By how many MB the heap has grown while an output is held. */
async function heapOf(make: () => Promise<readonly object[]>): Promise<number> {
	// Pages that were asked for beyond the end hold the output before until they are answered.
	await sleep(500);
	const before = heapUsed();
	const output = await make();
	const grown = heapUsed() - before;
	if (output.length !== LEADS) throw new Error(`${output.length} items, not ${LEADS}`);
	return grown;
}

/** Measures the heap of both outputs. */
export async function measureMemory(): Promise<Row> {
	const work = `Heap of ${count(LEADS)} leads out of Geniziz in n8n's engine, times the output's own`;
	console.log(`\n${work}, garbage collected`);
	const sandbox = await spawnSandbox();
	try {
		await onlyLeads(sandbox, LEADS);
		const plain = async () => {
			const { leads } = await readByHand(sandbox);
			return leads.map((json) => ({ json, pairedItem: { item: 0 } }));
		};
		const byNode = async () => {
			const { items, error } = await runNode({
				type: 'geniziz',
				parameters: { resource: 'lead', operation: 'getAll', returnAll: true, options: {} },
				credentials: { genizizApi: geniziz.credential(sandbox.genizizKey, sandbox.url) },
			});
			if (error) throw new Error(error.message);
			return items;
		};
		const heaps: number[] = [];
		const others: number[] = [];
		for (let round = 0; round <= often(ROUNDS); round++) {
			const [heap, other] = [await heapOf(byNode), await heapOf(plain)];
			if (round === 0) continue; // the first one loads and compiles
			heaps.push(heap);
			others.push(other);
		}
		return moreRow(
			work,
			{ unit: 'MB', runs: heaps },
			{ who: 'the output made plainly', unit: 'MB', runs: others },
			{ is: 'at most', value: MOST },
		);
	} finally {
		await sandbox.stop();
	}
}
