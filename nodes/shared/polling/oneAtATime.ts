import type { INodeExecutionData, IPollFunctions } from 'n8n-workflow';
import { nodeKey } from './nodeKey';
import { isBehind } from './state';

/** What a poll gives n8n: null where there is nothing to start. */
export type PollOutput = INodeExecutionData[][] | null;

/** The polls of this process that are under way, by workflow and node. */
const underWay = new Map<string, Promise<PollOutput>>();

/**
 * Runs one poll of a node at a time: n8n starts each at its time, whether or not the last one has
 * ended, and two that read from the same place would emit the same twice.
 *
 * One that finds another under way waits for its end, then finds nothing: what it was given to start
 * from is out of date, and before that end n8n would take both polls' expressions away. What came in
 * between is the next one's. The same goes for one whose state n8n read before the last poll's was
 * saved. A manual run moves nothing and is not held up.
 */
export async function oneAtATime(
	context: IPollFunctions,
	poll: () => Promise<PollOutput>,
): Promise<PollOutput> {
	if (context.getMode() === 'manual') return await poll();
	const key = nodeKey(context);
	const other = underWay.get(key);
	if (other) {
		// Its fault is its own poll's to report.
		await other.catch(() => {});
		return null;
	}
	if (isBehind(context)) return null;
	const polling = poll();
	underWay.set(key, polling);
	try {
		return await polling;
	} finally {
		underWay.delete(key);
	}
}
