import { NodeOperationError, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import { valueReader } from '../form/parameters';
import { groupBy } from '../values/groups';
import type { App, Operation } from './operation';
import { Run } from './run';
import { isTool } from './tool';
import { answerOfTool, shortened } from './toolAnswer';

/**
 * Runs an app node: items in, linked items out. As a tool of an AI agent it gives an answer that the
 * agent's model can read, also of what went wrong.
 *
 * @throws NodeOperationError for bad input, NodeApiError for what the vendor refused
 */
export async function execute(
	context: IExecuteFunctions,
	app: App,
): Promise<INodeExecutionData[][]> {
	if (!isTool(context)) return [await outputOf(context, app, itemsByOperation(context, app))];
	const answer = await answerOfTool(async () => {
		const operations = itemsByOperation(context, app);
		return shortened(await outputOf(context, app, operations), [...operations.keys()]);
	});
	return [answer];
}

/** All items are checked before the first request is sent. */
async function outputOf(
	context: IExecuteFunctions,
	app: App,
	operations: ReadonlyMap<Operation, readonly number[]>,
): Promise<INodeExecutionData[]> {
	const run = new Run(context, app.vendor);
	const prepared = [...operations].map(([operation, items]) => {
		const allowed = run.allowed(operation, items);
		return operation.prepare(run, run.toDo(allowed));
	});
	run.reportBadInput();
	for (const work of [...prepared, async () => await run.finish()]) {
		await work().catch((error: unknown) => run.outcome.stop(error));
	}
	run.report();
	return run.outcome.end();
}

/** Resource and operation are read for each item, as every parameter is. */
function itemsByOperation(context: IExecuteFunctions, app: App): Map<Operation, number[]> {
	const { read } = valueReader(context);
	return groupBy(context.getInputData().keys(), (item) =>
		find(context, app, read('resource', item, ''), read('operation', item, ''), item),
	);
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
