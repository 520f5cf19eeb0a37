import type { INodeExecutionData, IPollFunctions } from 'n8n-workflow';

/** What a poll gives n8n: null where there is nothing to start. */
export type PollOutput = INodeExecutionData[][] | null;

/** The polls of this process that are under way, by workflow and node. */
const underWay = new Map<string, Promise<PollOutput>>();

/** What tells a node of a workflow from all others. */
export function nodeKey(context: IPollFunctions): string {
	return `${context.getWorkflow().id ?? ''}/${context.getNode().id}`;
}

/**
 * Runs one poll of a node at a time: n8n starts each at its time, whether or not the last one has
 * ended, and two that read from the same place would emit the same twice.
 *
 * One that finds another under way waits for its end, then finds nothing: what it was given to start
 * from is out of date, and before that end n8n would take both polls' expressions away. What came in
 * between is the next one's. A manual run moves nothing and is not held up.
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
	const polling = poll();
	underWay.set(key, polling);
	try {
		return await polling;
	} finally {
		underWay.delete(key);
	}
}
