import { sleep } from 'n8n-workflow';

/** How soon a pause notices that the execution was cancelled, in ms. */
const LONGEST_SLEEP_MS = 100;

/** The execution was cancelled. The runner hands it on untouched, also with continue-on-fail. */
export class CancelledError extends Error {
	constructor() {
		super('The execution was cancelled');
		this.name = 'CancelledError';
	}
}

/** @throws CancelledError if the execution was cancelled */
export function throwIfCancelled(signal: AbortSignal | undefined): void {
	if (signal?.aborted) throw new CancelledError();
}

/**
 * Waits, but no longer than the execution lives.
 *
 * n8n's sleep cannot be ended, so that a long pause is many short ones: no timer outlives its run.
 *
 * @param ms how long to wait, in ms
 * @param signal n8n's cancel signal, where the context has one
 * @param onTick called again and again meanwhile
 * @throws CancelledError soon after the execution is cancelled
 */
export async function pause(
	ms: number,
	signal: AbortSignal | undefined,
	onTick: () => void = () => {},
): Promise<void> {
	const until = Date.now() + ms;
	throwIfCancelled(signal);
	for (let left = ms; left > 0; left = until - Date.now()) {
		await sleep(Math.min(left, LONGEST_SLEEP_MS));
		throwIfCancelled(signal);
		onTick();
	}
}

/**
 * Waits for something else, but no longer than the execution lives.
 *
 * @throws CancelledError as soon as the execution is cancelled
 */
export async function unlessCancelled<T>(
	work: Promise<T>,
	signal: AbortSignal | undefined,
): Promise<T> {
	throwIfCancelled(signal);
	let cancelled = () => {};
	const cancel = new Promise<void>((resolve) => {
		cancelled = resolve;
	});
	signal?.addEventListener('abort', cancelled, { once: true });
	try {
		await Promise.race([work, cancel]);
	} finally {
		signal?.removeEventListener('abort', cancelled);
	}
	throwIfCancelled(signal);
	return await work;
}
