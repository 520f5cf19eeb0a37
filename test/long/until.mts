// What is done over and over, until it is enough.
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Does something over and over until a signal comes, then lets the last turn end. One that throws is told
 * of, and is no end: on a busy machine n8n refuses a request now and then.
 *
 * @param pauseMs from one turn's end to the next one's begin
 */
export async function doOver(
	signal: AbortSignal,
	pauseMs: number,
	work: (turn: number) => Promise<void>,
): Promise<void> {
	for (let turn = 0; !signal.aborted; turn++) {
		await work(turn).catch((error: unknown) => {
			console.error(`  (turn ${turn}: ${error instanceof Error ? error.message : String(error)})`);
		});
		await sleep(pauseMs, undefined, { signal }).catch(() => {});
	}
}

/** Waits until something is so. @returns false where that took too long */
export async function until(isSo: () => Promise<boolean>, mostMs: number): Promise<boolean> {
	const limit = Date.now() + mostMs;
	while (!(await isSo())) {
		if (Date.now() > limit) return false;
		await sleep(1_000);
	}
	return true;
}
