import type { IExecuteFunctions } from 'n8n-workflow';

/** A run that is done sooner tells only what it came to, in ms. */
const FIRST_MS = 3_000;
/** How often one that takes longer tells how far it is, in ms. */
const EVERY_MS = 10_000;

/**
 * Tells how far a run is, where somebody looks on: n8n prints it in the console of the browser in which a
 * workflow is tried. It has no other place for what is not over yet.
 *
 * @param far how far the run is, in words
 * @returns what is to be called often while the run goes on; it tells only now and then
 */
export function teller(context: IExecuteFunctions, far: () => string): () => void {
	if (context.getMode() !== 'manual') return () => {};
	let next = Date.now() + FIRST_MS;
	return () => {
		if (Date.now() < next) return;
		next = Date.now() + EVERY_MS;
		context.sendMessageToUI(far());
	};
}
