// Runs an operation's example while a fault hits its request, and tells what came of it.
import { runExample, type Example } from '../generated/examples.mts';
import type { NodeResult } from '../engine.mts';
import type { VendorSite } from '../site.mts';
import type { Fault, Often } from './fault.mts';
import type { SkippedTime } from './skippedTime.mts';
import { heldBy } from './held.mts';
import { begin } from './ways.mts';

/** What came of a run. */
export interface Seen {
	readonly result: NodeResult;
	/** How many requests of the operation reached the sandbox. */
	readonly requests: number;
	/** How many of them the vendor took. */
	readonly taken: number;
	/** How many reached the host that is not the vendor. */
	readonly foreign: number;
	/** How long the node paused, in ms. */
	readonly waitedMs: number;
	/** How much the vendor holds afterwards; 0 where nothing was written. */
	readonly held: number;
}

/** What is run, and under what. */
export interface Cell {
	readonly example: Example;
	/** None for a run without a fault. */
	readonly fault?: Fault;
	readonly often: Often;
}

/** More requests than any node sends. */
const EVER = 1000;

/**
 * Runs an example with its first item and the options of a new node. A fault that hits once may end
 * the run with an error; under one that hits for ever the node goes on, with an error item.
 */
export async function runUnder(site: VendorSite, time: SkippedTime, cell: Cell): Promise<Seen> {
	const { example, fault, often } = cell;
	const { method, path } = example.its.request;
	await example.its.prepare?.(site);
	const rule = fault?.rule?.(site.vendor, time.now);
	const times = often === 'once' ? 1 : EVER;
	if (rule) await site.sandbox.fault({ ...rule, method, path, times });
	const way = await begin(fault?.way, { site, time, often, request: example.its.request });
	const result = await runExample(
		site,
		fault?.forLists ? withAll(example) : example,
		{},
		undefined,
		{
			onError: often === 'once' ? undefined : 'continueRegularOutput',
			credentials: way.credentials ?? site.credentials,
		},
	);
	await way.end();
	const all = await site.received();
	const own = all.filter((each) => each.method === method && each.path === path);
	return {
		result,
		requests: own.length,
		taken: own.filter(({ accepted }) => accepted).length,
		foreign: (await site.sandbox.foreign()).length,
		waitedMs: time.waitedMs,
		held: await heldBy(site, example),
	};
}

/** The same list to its end. */
function withAll(example: Example): Example {
	const parameters = { ...example.its.parameters, returnAll: true };
	return { ...example, its: { ...example.its, parameters } };
}
