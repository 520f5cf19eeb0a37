// The memory of 100,000 leads that the node put out, beside that of the same output made plainly.
import { setTimeout as sleep } from 'node:timers/promises';
import { spawnSandbox } from '../../sandbox/client.mts';
import { runNode } from '../../test/support/engine.mts';
import { geniziz } from '../../test/support/vendors/geniziz.mts';
import { heapUsed } from '../heap.mts';
import { spreadOf } from '../spread.mts';
import { onlyLeads, readByHand } from './leads.mts';

const LEADS = 100_000;
const ROUNDS = 3;

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

/** Prints the heap of both outputs, and the ratio with its spread. */
export async function measureMemory(): Promise<void> {
	console.log(`\nHeap of ${LEADS} leads of Geniziz in n8n's engine, garbage collected`);
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
		for (let round = 0; round <= ROUNDS; round++) {
			const [heap, other] = [await heapOf(byNode), await heapOf(plain)];
			if (round === 0) continue; // the first one loads and compiles
			heaps.push(heap);
			others.push(other);
		}
		const ratios = heaps.map((heap, index) => heap / (others[index] ?? Number.NaN));
		console.log(`  Geniziz                  ${spreadOf(heaps)} MB`);
		console.log(`  made plainly             ${spreadOf(others)} MB`);
		console.log(`  Geniziz holds ${spreadOf(ratios)} x the heap (target: at most 1.5 x)`);
	} finally {
		await sandbox.stop();
	}
}
