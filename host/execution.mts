// What an execution did, read from n8n's own record of it.
import { parse as parseFlatted } from 'flatted';
import { z } from 'zod';

const itemSchema = z.object({
	json: z.record(z.string(), z.unknown()),
	pairedItem: z.unknown().optional(),
	error: z.unknown().optional(),
	binary: z.record(z.string(), z.unknown()).optional(),
});

const errorSchema = z
	.object({
		// What n8n has ended itself, such as at a restart, may be without words.
		message: z.string().default(''),
		name: z.string().optional(),
		description: z.string().nullish(),
		httpCode: z.string().nullish(),
		context: z.record(z.string(), z.unknown()).optional(),
	})
	.passthrough();

const runSchema = z.object({
	executionTime: z.number().optional(),
	executionStatus: z.string().optional(),
	error: errorSchema.optional(),
	data: z.object({ main: z.array(z.array(itemSchema).nullish()).optional() }).optional(),
	hints: z.array(z.unknown()).optional(),
});

const dataSchema = z.object({
	resultData: z
		.object({
			runData: z.record(z.string(), z.array(runSchema)).optional(),
			error: errorSchema.optional(),
			lastNodeExecuted: z.string().optional(),
		})
		.optional(),
});

const summarySchema = z.object({
	id: z.coerce.string(),
	workflowId: z.string(),
	status: z.string(),
	mode: z.string(),
	startedAt: z.string().nullish(),
	stoppedAt: z.string().nullish(),
	waitTill: z.string().nullish(),
});

const pageSchema = z.object({
	results: z.array(summarySchema),
	nextCursor: z.string().nullish(),
});

const recordSchema = summarySchema.extend({
	data: z.string(),
	customData: z.record(z.string(), z.string()).nullish(),
});

/** One item that came out of a node. */
export type Item = z.infer<typeof itemSchema>;

/** An error as n8n stored it; the vendor's details are in further keys. */
export type ExecutionError = z.infer<typeof errorSchema>;

/** A line of the executions list. `status` is n8n's: success, error, waiting, running, ... */
export type ExecutionSummary = z.infer<typeof summarySchema>;

/** One run of one node. */
export interface NodeRun {
	status: string;
	executionTimeMs: number;
	error: ExecutionError | undefined;
	/** Items by output; output 1 of a node with an error output holds its error items. */
	outputs: Item[][];
	hints: unknown[];
}

/** All runs of one node; `items` are those of its first output, over all runs. */
export interface NodeResult {
	items: Item[];
	error: ExecutionError | undefined;
	runs: NodeRun[];
}

/** A whole execution. `durationMs` is n8n's own measure, without the time spent to read it back. */
export interface Execution {
	id: string;
	workflowId: string;
	status: string;
	mode: string;
	durationMs: number;
	error: ExecutionError | undefined;
	lastNode: string | undefined;
	/** By node name; a node that did not run is absent. */
	data: Record<string, NodeResult>;
	/** What nodes have noted of it, by which executions are found in the editor. */
	customData: Record<string, string>;
}

const ENDED = new Set(['success', 'error', 'crashed', 'canceled']);

/** Whether nothing more will happen in an execution of that status. A waiting one has not ended. */
export function hasEnded(status: string): boolean {
	return ENDED.has(status);
}

/** Reads the lines of `GET /rest/executions`. */
export function parseSummaries(answer: unknown): ExecutionSummary[] {
	return z.object({ results: z.array(summarySchema) }).parse(answer).results;
}

/**
 * Reads the lines and how to ask for those behind them: what to add to the request's path, undefined at the
 * end. From n8n 2.41 on pages go by a cursor.
 *
 * @param limit how many were asked for
 */
export function parsePage(answer: unknown, limit: number) {
	const { results, nextCursor } = pageSchema.parse(answer);
	if (typeof nextCursor === 'string') return { results, next: `&cursor=${nextCursor}` };
	const isLast = nextCursor === null || results.length < limit;
	return { results, next: isLast ? undefined : `&lastId=${results.at(-1)?.id}` };
}

/** Reads only the head of `GET /rest/executions/:id`. */
export function parseSummary(answer: unknown): ExecutionSummary {
	return summarySchema.parse(answer);
}

/** Reads the answer of `GET /rest/executions/:id`. */
export function parseExecution(answer: unknown): Execution {
	const record = recordSchema.parse(answer);
	const flat: unknown = parseFlatted(record.data);
	const result = dataSchema.parse(flat).resultData;
	const nodes = Object.entries(result?.runData ?? {}).map(
		([name, runs]) => [name, toNodeResult(runs)] as const,
	);
	return {
		id: record.id,
		workflowId: record.workflowId,
		status: record.status,
		mode: record.mode,
		durationMs: elapsed(record.startedAt, record.stoppedAt),
		error: result?.error,
		lastNode: result?.lastNodeExecuted,
		data: Object.fromEntries(nodes),
		customData: record.customData ?? {},
	};
}

function toNodeResult(stored: z.infer<typeof runSchema>[]): NodeResult {
	const runs = stored.map((run) => ({
		status: run.executionStatus ?? 'unknown',
		executionTimeMs: run.executionTime ?? 0,
		error: run.error,
		outputs: (run.data?.main ?? []).map((items) => items ?? []),
		hints: run.hints ?? [],
	}));
	return {
		items: runs.flatMap((run) => run.outputs[0] ?? []),
		error: runs.findLast((run) => run.error !== undefined)?.error,
		runs,
	};
}

function elapsed(from: string | null | undefined, to: string | null | undefined): number {
	if (typeof from !== 'string' || typeof to !== 'string') return 0;
	return Date.parse(to) - Date.parse(from);
}
