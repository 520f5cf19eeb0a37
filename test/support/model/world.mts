// A vendor of the sandbox in the test's own process: no network, and a clock that the test sets.
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { VendorAnswer, VendorRequest } from '../../../sandbox/vendor.mts';
import type { TestedVendor } from '../vendor.mts';
import type { Clocks } from './clocks.mts';
import type { News } from './news.mts';

/** What histories need of a vendor: what may happen there, and what a trigger should make of it. */
export interface World {
	readonly vendor: TestedVendor;
	readonly key: string;
	/** The trigger's. */
	readonly parameters: INodeParameters;
	readonly news: News;
	/** Makes records. @param late how long ago they are dated, in ms */
	create(count: number, late: number): void;
	/** Changes one of the records there are. */
	change(which: number): void;
	/** Takes one of them away. */
	remove(which: number): void;
	/** n8n keeps what the trigger knows by now: a poll that nothing disturbed found all there is. */
	settle?(): void;
	answer(request: VendorRequest): VendorAnswer;
	/** The piece of news that an item of the trigger's output tells. */
	pieceOf(item: IDataObject): string;
}

/** Makes a vendor for one history. */
export type MakeWorld = (clocks: Clocks) => World;

/** One of some things, by a number of any size; undefined where there are none. */
export function pick<Each>(all: readonly Each[], which: number): Each | undefined {
	return all[which % Math.max(1, all.length)];
}
