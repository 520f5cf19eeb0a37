// What grows: items into GenPage, items out of Geniziz, and the same items through n8n alone.
import { chain, itemsFrom, MEASURED, node, ourNode, start } from '../flow.mts';
import { BATCH, FIELDS, genPageNode } from '../genPage/leads.mts';
import { onlyLeads } from '../geniziz/leads.mts';
import { people } from '../people.mts';
import type { Stage } from '../stage.mts';

/** Some work that can be done at any size. */
export interface Workload {
	readonly work: string;
	/** Whether the time of it says something of ours. */
	readonly isOurs: boolean;
	/** Stores the workflow for so many items; returns its ID. */
	workflow(items: number): Promise<string>;
	/** How many items come out of so many. */
	given(items: number): number;
	/** Puts into the sandbox what there must be. */
	fill(items: number): Promise<void>;
}

const nothing = async () => {};

async function intoGenPage(stage: Stage): Promise<Workload> {
	const apiToken = stage.sandbox.token;
	const credential = await stage.credential('genPageApi', 'GenPage', { apiToken });
	return {
		work: 'GenPage, Lead > Create or Update',
		isOurs: true,
		workflow: async (items) =>
			await stage.workflow(
				chain(`GenPage ${items}`, [...from(stage, items), genPageNode(credential)]),
			),
		given: (items) => Math.ceil(items / BATCH),
		fill: nothing,
	};
}

async function outOfGeniziz(stage: Stage): Promise<Workload> {
	const apiKey = stage.sandbox.genizizKey;
	const credential = await stage.credential('genizizApi', 'Geniziz', { apiKey });
	const parameters = { resource: 'lead', operation: 'getAll', returnAll: true, options: {} };
	const reader = ourNode('geniziz', credential, parameters);
	return {
		work: 'Geniziz, Lead > Get Many',
		isOurs: true,
		workflow: async (items) => await stage.workflow(chain(`Geniziz ${items}`, [start(), reader])),
		given: (items) => items,
		fill: async (items) => {
			await onlyLeads(stage.sandbox, items);
		},
	};
}

/** What n8n needs for the items that go into GenPage, whoever works on them. */
function throughN8n(stage: Stage): Workload {
	const idle = node(MEASURED, 'n8n-nodes-base.noOp', 1, {});
	return {
		work: 'n8n alone, No Operation',
		isOurs: false,
		workflow: async (items) =>
			await stage.workflow(chain(`Nothing ${items}`, [...from(stage, items), idle])),
		given: (items) => items,
		fill: nothing,
	};
}

function from(stage: Stage, items: number) {
	return itemsFrom(stage.csv(`leads-${items}.csv`, people(items, FIELDS)));
}

/** All of them. */
export async function workloads(stage: Stage): Promise<Workload[]> {
	return [await intoGenPage(stage), await outOfGeniziz(stage), throughN8n(stage)];
}
