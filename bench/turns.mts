// Contenders that do the same work in turn, so that a slow moment of the machine meets them all.
import { spreadOf } from './spread.mts';
import type { Stage } from './stage.mts';

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

/** One of the ways to do the work. */
export interface Contender {
	readonly label: string;
	/** Does the work once. @param turn from 1 */
	readonly run: (turn: number) => Promise<Measured>;
}

/** Lets the contenders run in turn and prints what each showed; returns their times by contender. */
export async function inTurn(turns: number, contenders: readonly Contender[]): Promise<number[][]> {
	const runs: Measured[][] = contenders.map(() => []);
	for (let turn = 1; turn <= turns; turn++) {
		for (const [index, { run }] of contenders.entries()) runs[index]?.push(await run(turn));
		const times = runs.map((each) => `${each.at(-1)?.ms.toFixed(0) ?? '?'} ms`);
		console.log(`  turn ${turn} of ${turns}: ${times.join(', ')}`);
	}
	for (const [index, { label }] of contenders.entries()) print(label, runs[index] ?? []);
	return runs.map((each) => each.map(({ ms }) => ms));
}

function print(label: string, runs: readonly Measured[]): void {
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

/** The ratio of two contenders' times turn by turn, with its spread. */
export function ratioOf(times: readonly number[] = [], others: readonly number[] = []): string {
	return spreadOf(times.map((ms, index) => ms / (others[index] ?? Number.NaN)));
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
	const execution = await n8n.run(workflowId, { timeoutMs: 300_000 });
	if (execution.status !== 'success') {
		throw new Error(
			`The execution ended as ${execution.status}: ${execution.error?.message ?? ''}`,
		);
	}
	const given = execution.data[execution.lastNode ?? '']?.items.length;
	if (items !== undefined && given !== items) throw new Error(`${given} items, not ${items}`);
	const runs = nodes.flatMap((name) => execution.data[name]?.runs ?? []);
	const ms = runs.reduce((sum, { executionTimeMs }) => sum + executionTimeMs, 0);
	const { total, maxInFlight } = await sandbox.summary();
	return { ms, requests: total, inFlight: maxInFlight };
}
