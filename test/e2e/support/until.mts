import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Asks until an answer is enough, and returns that. Ever less often, from each 50 ms on: what is waited
 * for needs the processor, too.
 *
 * @param longestMs the longest pause, in milliseconds; a short one where something is to happen just then
 */
export async function until<T>(
	ask: () => Promise<T>,
	isEnough: (answer: T) => boolean,
	longestMs = 1000,
): Promise<T> {
	for (let pauseMs = 50; ; pauseMs = Math.min(pauseMs * 1.3, longestMs)) {
		const answer = await ask();
		if (isEnough(answer)) return answer;
		await sleep(pauseMs);
	}
}
