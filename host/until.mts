// Waiting for what only asking tells.
import { setTimeout as sleep } from 'node:timers/promises';

/** Times in milliseconds. */
export interface Patience {
	/** The longest pause; a short one where something is to happen just then. Default: 1000. */
	longestMs?: number;
	/** When to give up. Default: never, since a test has its own limit. */
	timeoutMs?: number;
}

/**
 * Asks until an answer is enough, ever less often, from 25 ms on: what is waited for needs the processor, too.
 *
 * @returns the answer that is enough, or the last one when time is over
 */
export async function until<T>(
	ask: () => Promise<T>,
	isEnough: (answer: T) => boolean,
	{ longestMs = 1000, timeoutMs = Infinity }: Patience = {},
): Promise<T> {
	const limit = Date.now() + timeoutMs;
	for (let pauseMs = 25; ; pauseMs = Math.min(pauseMs * 1.5, longestMs)) {
		const answer = await ask();
		if (isEnough(answer) || Date.now() > limit) return answer;
		await sleep(pauseMs);
	}
}
