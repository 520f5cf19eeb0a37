import type { Client } from '../transport/client';

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 15_000;
const GROWTH = 1.5;

/**
 * Looks again and again until something is done, with pauses that grow from 1 s to 15 s.
 *
 * @param deadline when to give up, in ms since the epoch; it is looked once more then
 * @param look what is done, or undefined while it is not
 * @returns what look gave; undefined at the deadline
 * @throws what look throws; CancelledError
 */
export async function waitUntil<T>(
	client: Pick<Client, 'pause'>,
	deadline: number,
	look: () => Promise<T | undefined>,
): Promise<T | undefined> {
	for (let ms = FIRST_PAUSE_MS; ; ms = Math.min(ms * GROWTH, LONGEST_PAUSE_MS)) {
		const done = await look();
		if (done !== undefined) return done;
		const left = deadline - Date.now();
		if (left <= 0) return undefined;
		await client.pause(Math.min(ms, left));
	}
}
