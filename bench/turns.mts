// Contenders that do the same work in turn, so that a slow moment of the machine meets them all.
import type { Execution } from '../host/execution.mts';
import type { ContenderRuns } from './results/shapes.mts';
import { often } from './size.mts';
import { spreadOf } from './spread.mts';
import type { Stage } from './stage.mts';

/** How long an execution may take. */
export const RUN_MS = 300_000;

/** What one run of a contender showed. */
export interface Measured {
	readonly ms: number;
	/** What the sandbox got. */
	readonly requests: number;
	/** How many of them were under way at once at most. */
	readonly inFlight: number;
	/** Further figures by what they mean, each printed with its spread. */
	readonly more?: Readonly<Record<string, number>>;
}

/** One of the ways to do the work, and what it has shown turn by turn. */
export interface Contender {
	readonly label: string;
	/** Does the work once. @param turn from 1 */
	readonly run: (turn: number) => Promise<Measured>;
	readonly runs: Measured[];
}

/** A contender that has not run yet. */
export function contender(label: string, run: Contender['run']): Contender {
	return { label, run, runs: [] };
}

/** Lets contenders run in turn, once with --quick, and prints what each showed. */
export async function inTurn(turns: number, contenders: readonly Contender[]): Promise<void> {
	const all = often(turns);
	for (let turn = 1; turn <= all; turn++) {
		for (const { run, runs } of contenders) runs.push(await run(turn));
		const times = contenders.map(({ runs }) => `${runs.at(-1)?.ms.toFixed(0) ?? '?'} ms`);
		console.log(`  turn ${turn} of ${all}: ${times.join(', ')}`);
	}
	contenders.forEach(print);
}

function print({ label, runs }: Contender): void {
	const requests = [...new Set(runs.map(({ requests }) => requests))].join(', ');
	const inFlight = Math.max(...runs.map(({ inFlight }) => inFlight));
	console.log(
		`  ${label.padEnd(24)} ${spreadOf(runs.map(({ ms }) => ms))} ms, ` +
			`${requests} requests, ${inFlight} in flight at most`,
	);
	for (const meaning of Object.keys(runs[0]?.more ?? {})) {
		const figures = runs.map(({ more }) => more?.[meaning] ?? Number.NaN);
		console.log(`  ${''.padEnd(24)} ${spreadOf(figures)} ${meaning}`);
	}
}

/** What contenders have shown with so many items, as it is kept. */
export function kept(items: number, contenders: readonly Contender[]): ContenderRuns[] {
	return contenders.map(({ label, runs }) => ({
		label,
		items,
		ms: runs.map(({ ms }) => ms),
		requests: runs.map(({ requests }) => requests),
		inFlight: runs.map(({ inFlight }) => inFlight),
	}));
}

/**
 * Runs a workflow once and adds up the time that some of its nodes took.
 *
 * @param items how many the workflow's last node must give out, where that matters
 * @throws Error when the execution fails, with its words, or gives out another number of items
 */
export async function runNodes(
	{ n8n, sandbox }: Stage,
	workflowId: string,
	nodes: readonly string[],
	items?: number,
): Promise<Measured> {
	const execution = await n8n.run(workflowId, { timeoutMs: RUN_MS });
	const ms = timeOf(execution, nodes, items);
	const { total, maxInFlight } = await sandbox.summary();
	return { ms, requests: total, inFlight: maxInFlight };
}

/**
 * Adds up the time that some nodes of an execution took, in ms.
 *
 * @param items how many the last node must have given out, where that matters
 * @throws Error when the execution failed, with its words, or gave out another number of items
 */
export function timeOf(execution: Execution, nodes: readonly string[], items?: number): number {
	if (execution.status !== 'success') {
		throw new Error(
			`The execution ended as ${execution.status}: ${execution.error?.message ?? ''}`,
		);
	}
	const given = execution.data[execution.lastNode ?? '']?.items.length;
	if (items !== undefined && given !== items) throw new Error(`${given} items, not ${items}`);
	const runs = nodes.flatMap((name) => execution.data[name]?.runs ?? []);
	return runs.reduce((sum, { executionTimeMs }) => sum + executionTimeMs, 0);
}
