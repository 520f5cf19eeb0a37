import { NodeOperationError, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import { valueReader } from '../form/parameters';
import type { App, Operation } from './operation';
import { Run } from './run';

/**
 * Runs an app node: items in, linked items out.
 *
 * All items are checked before the first request is sent.
 *
 * @throws NodeOperationError for bad input, NodeApiError for what the vendor refused
 */
export async function execute(
	context: IExecuteFunctions,
	app: App,
): Promise<INodeExecutionData[][]> {
	const run = new Run(context, app.vendor);
	const prepared = [...itemsByOperation(context, app)].map(([operation, items]) =>
		operation.prepare(run, run.toDo(items)),
	);
	run.reportBadInput();
	for (const work of [...prepared, async () => await run.finish()]) {
		await work().catch((error: unknown) => run.outcome.stop(error));
	}
	return [run.outcome.end()];
}

/** Resource and operation are read for each item, as every parameter is. */
function itemsByOperation(context: IExecuteFunctions, app: App): Map<Operation, number[]> {
	const { read } = valueReader(context);
	const groups = new Map<Operation, number[]>();
	context.getInputData().forEach((_, item) => {
		const operation = find(
			context,
			app,
			read('resource', item, ''),
			read('operation', item, ''),
			item,
		);
		const items = groups.get(operation);
		if (items) items.push(item);
		else groups.set(operation, [item]);
	});
	return groups;
}

function find(
	context: IExecuteFunctions,
	app: App,
	resource: unknown,
	operation: unknown,
	itemIndex: number,
): Operation {
	const found = app.resources
		.find(({ value }) => value === resource)
		?.operations.find(({ value }) => value === operation);
	if (found) return found;
	throw new NodeOperationError(
		context.getNode(),
		`${app.vendor.name} has no operation '${String(operation)}' for '${String(resource)}'`,
		{ itemIndex, description: "Choose 'Resource' and 'Operation' in the node again" },
	);
}
