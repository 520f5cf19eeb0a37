// Geniziz in numbers: leads read, and the memory that many leads take.
import { measureMemory } from './geniziz/memory.mts';
import { compareReads } from './geniziz/read.mts';
import type { Measurements } from './results/shapes.mts';
import { onStage } from './stage.mts';

/** Measures times, requests, most in flight, and the memory of the output. */
export async function benchGeniziz(): Promise<Measurements> {
	const read = await onStage(async (stage) => {
		const apiKey = stage.sandbox.genizizKey;
		const credential = await stage.credential('genizizApi', 'Geniziz', { apiKey });
		return await compareReads(stage, credential);
	});
	return { ...read, rows: [...read.rows, await measureMemory()] };
}
