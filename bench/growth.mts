// 1,000 to 100,000 items: whether time grows as they do, and what memory a fresh n8n takes for them.
import { setTimeout as sleep } from 'node:timers/promises';
import { hasEnded } from '../host/execution.mts';
import { MEASURED } from './flow.mts';
import { measureUpsertMemory } from './growth/memory.mts';
import { slopeOf } from './growth/slope.mts';
import { workloads, type Workload } from './growth/workloads.mts';
import { plainRow } from './results/rows.mts';
import type { Growth, Measurements, Row } from './results/shapes.mts';
import { count, often, sized } from './size.mts';
import { spreadOf } from './spread.mts';
import { LATENCY_MS, onStage, type Stage } from './stage.mts';
import { RUN_MS, timeOf } from './turns.mts';

const SIZES = [1_000, 3_000, 10_000, 30_000, 100_000].map(sized);
const ROUNDS = 3;
const POLL_MS = 100;
/** Of the logarithm of time: 1 is linear. The first requests of a run can only make it smaller. */
const LINEAR = { is: 'at most', value: 1.1 } as const;

type Point = Growth['points'][number];

/** Waits for the end of an execution, without its data: to read it takes n8n memory of its own. */
async function waitForEnd({ n8n }: Stage, workflowId: string, executionId: string): Promise<void> {
	const limit = Date.now() + RUN_MS;
	while (Date.now() < limit) {
		const executions = await n8n.executions(workflowId);
		const found = executions.find(({ id }) => id === executionId);
		if (found && hasEnded(found.status)) return;
		await sleep(POLL_MS);
	}
	throw new Error(`Execution ${executionId} did not end in time`);
}

/** One execution: the time of our node, and the most memory that n8n has held so far. */
async function runOnce(stage: Stage, workload: Workload, workflowId: string, items: number) {
	await stage.reset();
	await workload.fill(items);
	const executionId = await stage.n8n.startRun(workflowId);
	await waitForEnd(stage, workflowId, executionId);
	const peakMb = Math.round(stage.n8n.peakMemoryKb() / 1024);
	const execution = await stage.n8n.waitForEnd(executionId, { timeoutMs: RUN_MS });
	return { ms: timeOf(execution, [MEASURED], workload.given(items)), peakMb };
}

async function pointAt(stage: Stage, workload: Workload, items: number): Promise<Point> {
	const [few, all] = [await workload.workflow(SIZES[0] ?? 1), await workload.workflow(items)];
	await stage.n8n.restart();
	// A fresh n8n loads and compiles first.
	await runOnce(stage, workload, few, SIZES[0] ?? 1);
	const { ms, peakMb } = await runOnce(stage, workload, all, items);
	const times = workload.isOurs ? [ms] : [];
	for (let round = 1; workload.isOurs && round < often(ROUNDS); round++) {
		times.push((await runOnce(stage, workload, all, items)).ms);
	}
	const time = workload.isOurs ? `${spreadOf(times)} ms, ` : '';
	console.log(`  ${count(items).padStart(9)} items: ${time}${peakMb} MB peak`);
	return { items, ms: times, peakMb };
}

/** The slopes of all rounds, over some of the points. */
function slopes(points: readonly Point[]): number[] {
	const rounds = points[0]?.ms.map((_, round) => round) ?? [];
	return rounds.map((round) => slopeOf(points.map(({ items, ms }) => [items, ms[round] ?? NaN])));
}

function rowsOf({ work, points }: Growth): Row[] {
	const [before, last] = points.slice(-2).map(({ items }) => count(items));
	const first = count(points[0]?.items ?? 0);
	const name = (from = '?') =>
		`Time of ${work}, ${from} to ${last ?? '?'} items: slope of the logarithms`;
	return [
		plainRow(name(first), '', slopes(points), LINEAR),
		plainRow(name(before), '', slopes(points.slice(-2)), LINEAR),
	];
}

/** Measures time and memory at each size. */
export async function benchGrowth(): Promise<Measurements> {
	console.log(`\nGrowth, answers after ${LATENCY_MS} ms`);
	const rows: Row[] = [];
	const growth: Growth[] = [];
	await onStage(async (stage) => {
		for (const workload of await workloads(stage)) {
			console.log(`  ${workload.work}`);
			const points: Point[] = [];
			for (const size of SIZES) points.push(await pointAt(stage, workload, size));
			growth.push({ work: workload.work, points });
			if (workload.isOurs) rows.push(...rowsOf({ work: workload.work, points }));
		}
	});
	rows.push(await measureUpsertMemory());
	return { rows, growth };
}
