// Geniziz in numbers: leads read, leads created one by one, and the memory that many leads take.
import { LATENCY_MS, onStage } from './stage.mts';
import { compareCreates } from './geniziz/create.mts';
import { measureMemory } from './geniziz/memory.mts';
import { compareReads } from './geniziz/read.mts';

/** Prints ratios with their spread, requests, most in flight, and the memory of the output. */
export async function benchGeniziz(): Promise<void> {
	await onStage(async (stage) => {
		const apiKey = stage.sandbox.genizizKey;
		const credential = await stage.credential('genizizApi', 'Geniziz', { apiKey });
		console.log(`\n20,000 leads out of Geniziz, answers after ${LATENCY_MS} ms`);
		await compareReads(stage, credential);
		console.log(`\n10,000 leads into Geniziz, one by one, answers after ${LATENCY_MS} ms`);
		await compareCreates(stage, credential);
	});
	await measureMemory();
}
