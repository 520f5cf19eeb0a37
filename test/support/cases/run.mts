// Runs an operation's example, and variations of it.
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { LogEntry } from '../../../sandbox/client.mts';
import type { NodeResult, ShownError } from '../engine.mts';
import type { GenPageSite, RunMore } from '../genPage.mts';
import { genPageTable, type TableRow } from '../table.mts';
import { genPageCases, type OperationCase } from './genPage.mts';

/** An operation and its example. */
export interface Example {
	readonly row: TableRow;
	readonly its: OperationCase;
}

/** All operations with their examples, for test.each: the key first, as the test's name. */
export function genPageExamples(): Array<[key: string, example: Example]> {
	return genPageTable().flatMap((row): Array<[string, Example]> => {
		const its = genPageCases[row.key];
		return its ? [[row.key, { row, its }]] : [];
	});
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

/** Makes at the vendor what the example is about, then runs it; with its first item by default. */
export async function runExample(
	site: GenPageSite,
	example: Example,
	options: INodeParameters = QUICK,
	items: readonly IDataObject[] = example.its.items.slice(0, 1),
	more: RunMore = {},
): Promise<NodeResult> {
	return await site.run(parametersOf(example, options), items, more);
}

/** The run's error; fails the test when there is none. */
export function errorOf({ error }: NodeResult): ShownError {
	if (!error) throw new Error('The run has not failed');
	return error;
}

/** The JSON of error items without what n8n adds. */
export function messagesOf(items: ReadonlyArray<{ json: IDataObject }>): string[] {
	return items.map(({ json: { error } }) => (typeof error === 'string' ? error : ''));
}

/** What matters of a request. */
export function essence({ method, path, query, body }: LogEntry) {
	return { method, path, query, body };
}
