// Runs an operation's example, and variations of it.
import type { IDataObject, INodeParameters, NodeParameterValueType } from 'n8n-workflow';
import type { NodeResult } from '../engine.mts';
import { recordOf } from '../results.mts';
import type { RunMore, VendorSite } from '../site.mts';
import type { Item, OperationCase, TestedVendor } from '../vendor.mts';
import { tableOf, type TableRow } from './table.mts';

/** An operation and its example, with what the example leaves out filled in. */
export interface Example {
	readonly row: TableRow;
	readonly its: OperationCase & Required<Pick<OperationCase, 'items' | 'bad'>>;
}

/** For test.each: the operation's key first, as the test's name. */
export type NamedExample = [key: string, example: Example];

/** What can be wrong with any operation's input. */
const BAD_TIMEOUT = { item: { timeout: 'soon' }, field: 'Request Timeout (Seconds)' };

/** All operations of a vendor that have an example, with it. */
export function examplesOf(vendor: TestedVendor): NamedExample[] {
	return tableOf(vendor).flatMap((row): NamedExample[] => {
		const its = vendor.cases[row.key];
		return its ? [[row.key, { row, its: { items: [{}, {}], bad: BAD_TIMEOUT, ...its } }]] : [];
	});
}

/** Those that run from their items to their output without sleeping. */
export function running(examples: readonly NamedExample[]): NamedExample[] {
	return examples.filter(([, { its }]) => its.sleeps === undefined);
}

/** Settings with which a fault is not waited for. */
export const QUICK = { maxRetryWait: 0 };

/** The parameters of an example, with further options. */
export function parametersOf(
	{ row, its }: Example,
	options: INodeParameters = {},
): INodeParameters {
	const { resource, operation } = row;
	const all = { ...its.options, ...options };
	return { resource, operation, ...its.parameters, options: all };
}

/** Runs an example; with its first item by default. */
export async function runExample(
	site: VendorSite,
	example: Example,
	options: INodeParameters = QUICK,
	items: readonly IDataObject[] = example.its.items.slice(0, 1),
	more: RunMore = {},
): Promise<NodeResult> {
	return await site.run(parametersOf(example, options), items, more);
}

/** The path of an example's row with the values of an item in their places. */
export function filledPath({ row, its }: Example, item: Item): string {
	return row.path.replace(/\{(\w+)\}/g, (_, name: string) => {
		const value = chosen(its.parameters?.[name]);
		const field = /^=\{\{ \$json\.(\w+) \}\}$/.exec(value)?.[1];
		return encodeURIComponent(field === undefined ? value : String(item[field]));
	});
}

/** What is entered in a field, also in a resource locator. */
function chosen(given: NodeParameterValueType | undefined): string {
	const value = typeof given === 'object' ? recordOf(given).value : given;
	return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
