// A polling trigger over several polls: its memory is n8n's static data of the node.
import { jsonParse, type IDataObject, type INodeParameters } from 'n8n-workflow';
import { poll } from './engine.mts';
import type { NodeOwner } from './site.mts';

let nodes = 0;

/** What a process remembers, it remembers of a node. */
const newNodeId = () => `node-${nodes++}`;

/** A trigger of an active workflow. */
export interface WatchedTrigger {
	/** What it keeps between polls. */
	memory: IDataObject;
	/** What it wrote to n8n's log as warnings. */
	readonly warnings: string[];
	/** One poll; undefined where it emits nothing. */
	poll(change?: INodeParameters): Promise<IDataObject[] | undefined>;
	/** What the editor shows on Fetch Test Event. */
	test(change?: INodeParameters): Promise<IDataObject[] | undefined>;
	/** n8n ends and starts again: only what is JSON survives, and no process remembers more. */
	restart(): void;
}

/**
 * Makes the vendor's trigger; each poll may change some of its parameters, as a user would.
 *
 * @param typeVersion the version of the node that the workflow was saved with; the newest by default
 */
export function watchTrigger(
	site: NodeOwner,
	parameters: INodeParameters,
	typeVersion?: number,
): WatchedTrigger {
	const type = `${site.vendor.type}Trigger`;
	let nodeId = newNodeId();
	const once = async (change: INodeParameters, mode: 'trigger' | 'manual') => {
		const { credentials, credentialId } = site;
		const all = { ...parameters, ...change };
		const run = { type, credentials, credentialId, parameters: all, nodeId, typeVersion };
		const output = await poll(run, trigger.memory, mode, trigger.warnings);
		return output?.[0]?.map(({ json }) => json);
	};
	const trigger: WatchedTrigger = {
		memory: {},
		warnings: [],
		poll: (change = {}) => once(change, 'trigger'),
		test: (change = {}) => once(change, 'manual'),
		restart() {
			trigger.memory = jsonParse(JSON.stringify(trigger.memory));
			nodeId = newNodeId();
		},
	};
	return trigger;
}
