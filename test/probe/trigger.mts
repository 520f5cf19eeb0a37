import { NodeConnectionTypes } from 'n8n-workflow';
import type {
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
	IPollFunctions,
} from 'n8n-workflow';
import { engine } from './engine.mts';

/** A polling trigger that is told by its parameters what there is, and emits what is new. */
export class ProbeTrigger implements INodeType {
	readonly description: INodeTypeDescription = {
		displayName: 'Probe Trigger',
		name: 'probeTrigger',
		group: ['trigger'],
		version: 1,
		description: 'Probes what a trigger keeps',
		defaults: { name: 'Probe Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		properties: [
			{ displayName: 'Scope', name: 'scope', type: 'string', default: '' },
			{ displayName: 'IDs', name: 'ids', type: 'string', default: '' },
			{ displayName: 'Fault', name: 'fault', type: 'string', default: '' },
		],
	};

	poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		const textOf = (name: string) => {
			const value = this.getNodeParameter(name);
			return typeof value === 'string' ? value : '';
		};
		const state = engine.PollState.open(this, ['probe', textOf('scope')], engine.idsKept);
		const known = state.value ?? new Set();
		const fault = textOf('fault') || undefined;
		const ids = textOf('ids').split(' ').filter(Boolean);
		const fresh = ids.filter((id) => !known.has(id));
		const reported = state.shouldReport(fault);
		if (fault === undefined) state.keep(engine.withIds(known, ids), { emits: fresh.length > 0 });
		return Promise.resolve([[{ json: { fresh, reported } }]]);
	}
}
