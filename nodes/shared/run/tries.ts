import type { IExecuteData, IExecuteFunctions } from 'n8n-workflow';
import { Outcome } from './outcome';
import { isTool } from './tool';

/** What an earlier try of the same execution came to, by n8n's own object for the node's turn. */
const earlier = new WeakMap<IExecuteData, Outcome>();

/**
 * The outcome of a run. With Retry On Fail n8n runs the whole node again when it fails, or when its
 * first output item is an error: what an earlier try has done is then taken over, and not sent again.
 * Where an agent itself invokes a tool, the turn is the agent's, and holds many calls: none is a try.
 */
export function outcomeOf(context: IExecuteFunctions): Outcome {
	if (context.getNode().retryOnFail !== true) return new Outcome(context);
	if (isTool(context) && context.isToolExecution()) return new Outcome(context);
	const turn = context.getExecuteData();
	const outcome = new Outcome(context, earlier.get(turn));
	earlier.set(turn, outcome);
	return outcome;
}
