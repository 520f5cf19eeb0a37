// Runs an operation's example, and variations of it.
import type { IDataObject, INodeParameters, NodeParameterValueType } from 'n8n-workflow';
import type { NodeResult } from '../engine.mts';
import { recordOf } from '../results.mts';
import type { RunMore, VendorSite } from '../site.mts';
import type { Documents } from '../../../sandbox/client.mts';
import type { FormCase, Item, OperationCase, TestedVendor } from '../vendor.mts';
import { tableOf, type TableRow } from './table.mts';

/** What an example says, with what it leaves out filled in. */
type Complete<Case extends FormCase> = Case & Required<Pick<FormCase, 'items' | 'bad'>>;

/** An operation and what is filled into its form. */
export interface FormExample {
	readonly row: TableRow;
	readonly its: Complete<FormCase>;
}

/** An operation and its example. */
export interface Example extends FormExample {
	readonly its: Complete<OperationCase>;
}

/** For test.each: the operation's key first, as the test's name. */
export type Named<Each> = [key: string, example: Each];

/** What can be wrong with any operation's input. */
const DEFAULTS = {
	items: [{}, {}],
	bad: { item: { timeout: 'soon' }, field: 'Request Timeout (Seconds)' },
} as const;

/** The forms of all operations of a vendor that have an example. */
export function formsOf(vendor: TestedVendor): Array<Named<FormExample>> {
	return tableOf(vendor).flatMap((row): Array<Named<FormExample>> => {
		const its = vendor.cases[row.key];
		return its ? [[row.key, { row, its: { ...DEFAULTS, ...its } }]] : [];
	});
}

/** Both minds of the sandbox, for describe.each. */
export const DOCUMENTS = ['generous', 'strict'] as const satisfies readonly Documents[];

/** All operations of a vendor that have a whole example, with what they output in a mind. */
export function examplesOf(
	vendor: TestedVendor,
	documents: Documents = 'generous',
): Array<Named<Example>> {
	return tableOf(vendor).flatMap((row): Array<Named<Example>> => {
		const its = vendor.cases[row.key];
		if (!its || !('request' in its)) return [];
		const output = (documents === 'strict' && its.strict) || its.output;
		return [[row.key, { row, its: { ...DEFAULTS, ...its, output } }]];
	});
}

/** Settings with which a fault is not waited for. */
export const QUICK = { maxRetryWait: 0 };

/** The parameters of an example, with further options. */
export function parametersOf(
	{ row, its }: FormExample,
	options: INodeParameters = {},
): INodeParameters {
	const { resource, operation } = row;
	const all = { ...its.options, ...options };
	return { resource, operation, ...its.parameters, options: all };
}

/** Runs an example; with its first item by default. */
export async function runExample(
	site: VendorSite,
	example: FormExample,
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
