import type { IExecuteFunctions } from 'n8n-workflow';
import { pause } from '../transport/pause';

/** A run that is done sooner tells only what it came to, in ms. */
const FIRST_MS = 3_000;
/** How often one that takes longer tells how far it is, in ms. */
const EVERY_MS = 10_000;

/**
 * Does work and tells meanwhile how far it is, where somebody looks on: n8n prints it in the console of
 * the browser in which a workflow is tried. It has no other place for what is not over yet.
 *
 * @param far how far the work is, in words
 * @throws what the work throws
 */
export async function telling<T>(
	context: IExecuteFunctions,
	far: () => string,
	work: () => Promise<T>,
): Promise<T> {
	if (context.getMode() !== 'manual') return await work();
	const done = new AbortController();
	void tell(context, far, done.signal);
	return await work().finally(() => {
		done.abort();
	});
}

/** Tells until a signal says that it is over. */
async function tell(
	context: IExecuteFunctions,
	far: () => string,
	done: AbortSignal,
): Promise<void> {
	// A pause ends in an error when the work is done.
	const next = async (ms: number) =>
		await pause(ms, done).then(
			() => true,
			() => false,
		);
	for (let ms = FIRST_MS; await next(ms); ms = EVERY_MS) context.sendMessageToUI(far());
}
