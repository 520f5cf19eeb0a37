// A way of polling as a trigger of its own.
import { PollerProbe } from '../probe/poller.mts';
import { addNodeType } from './workflow.mts';

/** Makes a way of polling known as a trigger. Returns its type. */
export function pollerOf(its: ConstructorParameters<typeof PollerProbe>[0]): string {
	addNodeType(new PollerProbe(its));
	return 'pollerProbeTrigger';
}
