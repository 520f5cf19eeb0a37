// A polling trigger of which a test says what it does.
import { NodeConnectionTypes } from 'n8n-workflow';
import type {
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
	IPollFunctions,
} from 'n8n-workflow';

type Poll = (context: IPollFunctions) => Promise<INodeExecutionData[][] | null>;

/** A polling trigger without a form. */
export class PollerProbe implements INodeType {
	readonly description: INodeTypeDescription = {
		displayName: 'Poller Probe Trigger',
		name: 'pollerProbeTrigger',
		group: ['trigger'],
		version: 1,
		description: 'Probes a way of polling',
		defaults: { name: 'Poller Probe Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		properties: [],
	};

	private readonly its: Poll;

	constructor(its: Poll) {
		this.its = its;
	}

	/** n8n calls it with its own context as `this`. */
	get poll(): (this: IPollFunctions) => Promise<INodeExecutionData[][] | null> {
		const { its } = this;
		return async function () {
			return await its(this);
		};
	}
}
