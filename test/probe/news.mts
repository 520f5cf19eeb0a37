import { NodeConnectionTypes } from 'n8n-workflow';
import type {
	IDataObject,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
	IPollFunctions,
} from 'n8n-workflow';
import { engine } from './engine.mts';

/** A record of the vendor that the news probe reads. */
export interface Item {
	readonly id: string;
	/** When it was changed, in ms. */
	readonly at: number;
}

/** How late records may show up, in ms. */
export const OVERLAP_MS = 1_000;

/** What the vendor has now, and whether it can be read. */
export const vendor: { items: Item[]; fault: Error | undefined; reads: Array<number | undefined> } =
	{
		items: [],
		fault: undefined,
		reads: [],
	};

/** A polling trigger over the vendor's records; its scope is a parameter. */
export class NewsProbe implements INodeType {
	readonly description: INodeTypeDescription = {
		displayName: 'News Probe Trigger',
		name: 'newsProbeTrigger',
		group: ['trigger'],
		version: 1,
		description: 'Probes what a polling trigger emits',
		defaults: { name: 'News Probe Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		properties: [{ displayName: 'Scope', name: 'scope', type: 'string', default: '' }],
	};

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await engine.pollNewRecords(this, {
			scope: [this.getNodeParameter('scope')],
			overlapMs: OVERLAP_MS,
			hintWhenEmpty: 'Make a record first',
			read: (since) => {
				vendor.reads.push(since);
				if (vendor.fault) return Promise.reject(vendor.fault);
				const { items } = vendor;
				const newest = Math.max(...items.map(({ at }) => at));
				const from = since ?? newest - OVERLAP_MS;
				return Promise.resolve(items.filter(({ at }) => at >= from).map(datedOf));
			},
		});
	}
}

function datedOf({ id, at }: Item): { key: string; at: number; json: IDataObject } {
	return { key: `${id}@${at}`, at, json: { id, at } };
}
