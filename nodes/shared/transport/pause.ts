import { sleep } from 'n8n-workflow';

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
 * @param ms how long to wait, in ms
 * @param signal n8n's cancel signal, where the context has one
 * @throws CancelledError as soon as the execution is cancelled
 */
export async function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
	throwIfCancelled(signal);
	if (ms > 0) await unlessCancelled(sleep(ms), signal);
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
