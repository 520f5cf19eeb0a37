// Watches n8n from outside: its memory, what it stores of each workflow, and what it leaves open.
import type { Place, Scene } from './scene.mts';
import { connectionsTo, growthOf, readingsIn, type Growth, type Reading } from './readings.mts';
import { until } from './until.mts';
import type { Verdict } from './verdict.mts';

/**
 * How fast the heap may grow, in kB a minute. n8n runs some 250 executions and 50 polls a minute here: if each
 * left only 1 kB behind, it would be three times that. What triggers remember of what was new still fills:
 * Geniziz Trigger's leads of a day, and GenPage's last jobs.
 */
const MOST_HEAP = 100;
/**
 * The memory of the process says less: it rises in steps to where bursts of work take it, and what is free
 * again is kept for the next one. So it is judged in the last part of the time.
 */
const MOST_RSS = 1_000;
const LAST_PART = 0.25;
/** What n8n keeps of a workflow's triggers, in bytes; as in the benches. */
const MOST_STORED = 200_000;
/** How much more the heap may hold when all is done than before the first workflow, in MB: code that was compiled, what triggers remember. */
const MOST_KEPT_MB = 10;
/** The share of the time in which memories fill: what Geniziz Trigger remembers was full after 25 of 60 minutes. */
const WARM_UP = 0.5;
const QUIET_MS = 90_000;

/** What keeps a process alive when nothing goes on; pipes and files come and go with n8n's own work. */
const LASTING = ['Timeout', 'Immediate', 'TCPSocketWrap', 'TLSWrap', 'TCPWrap'];

/** Sees one n8n from before the first workflow is published to after the last is not any more. */
export class Observer {
	private readonly place: Place;
	private readonly scene: Scene;
	private readonly gauge: string;
	private readonly port: number;
	/** How much is stored of each workflow over time, in bytes. */
	private readonly stored = new Map<string, number[]>();
	private before: { reading: Reading; connections: number } | undefined;
	private measured: readonly Reading[] = [];
	private from = 0;

	constructor(place: Place, scene: Scene, gauge: string) {
		this.place = place;
		this.scene = scene;
		this.gauge = gauge;
		this.port = Number(new URL(place.sandbox.url).port);
	}

	/** Waits until nothing is under way, and notes what there is. */
	async beforePublishing(): Promise<void> {
		const since = Date.now() + 10_000;
		await until(() => Promise.resolve((this.latest()?.at ?? 0) > since), QUIET_MS);
		const reading = this.latest();
		if (!reading) throw new Error('n8n tells nothing of its memory');
		this.before = { reading, connections: this.connections() };
	}

	async publishAll(): Promise<void> {
		for (const id of this.scene.workflows.values()) await this.place.n8n.publish(id);
		this.from = Date.now();
	}

	async unpublishAll(): Promise<void> {
		for (const id of this.scene.workflows.values()) await this.place.n8n.unpublish(id);
	}

	/** Notes how much n8n stores of each workflow. */
	async look(): Promise<void> {
		for (const [name, id] of this.scene.workflows) {
			const { staticData } = await this.place.n8n.workflow(id);
			const size = staticData ? JSON.stringify(staticData).length : 0;
			this.stored.set(name, [...(this.stored.get(name) ?? []), size]);
		}
	}

	/** What is written from here on does not count for growth. */
	stopMeasuring(): void {
		const all = readingsIn(this.gauge).filter(({ at }) => at >= this.from);
		const warm = this.from + (Date.now() - this.from) * WARM_UP;
		this.measured = all.filter(({ at }) => at >= warm);
	}

	progress(): string {
		const { heapUsed = 0, rss = 0 } = this.latest() ?? {};
		const mb = (size: number) => (size / 1_000_000).toFixed(1);
		const stored = Math.max(...[...this.stored.values()].map((sizes) => sizes.at(-1) ?? 0));
		return `heap ${mb(heapUsed)} MB, process ${mb(rss)} MB, static data ${stored} B at most`;
	}

	/** Waits until n8n is as quiet as it was, as far as it gets. */
	async verdicts(): Promise<Verdict[]> {
		await until(() => Promise.resolve(this.isQuiet()), QUIET_MS);
		const heap = growthOf(this.measured, ({ heapUsed }) => heapUsed);
		const last = this.measured.slice(-this.measured.length * (LAST_PART / (1 - WARM_UP)));
		const rss = growthOf(last, (reading) => reading.rss);
		return [
			growthVerdict('Heap after collection', heap, MOST_HEAP),
			this.keptVerdict(),
			growthVerdict('Memory of the process, last quarter', rss, MOST_RSS),
			...this.storedVerdicts(),
			this.leftVerdict(),
		];
	}

	/** While it goes on, the heap also holds what is under way: what is left at the end tells the rest. */
	private keptVerdict(): Verdict {
		const [before = 0, after = 0] = [this.before?.reading, this.latest()].map(
			(reading) => (reading?.heapUsed ?? 0) / 1_000_000,
		);
		return {
			what: 'Heap when all is done',
			seen: `${before.toFixed(1)} MB before, ${after.toFixed(1)} MB after`,
			asked: `at most ${MOST_KEPT_MB} MB more`,
			passes: after - before <= MOST_KEPT_MB,
		};
	}

	private storedVerdicts(): Verdict[] {
		return [...this.stored]
			.filter(([, sizes]) => Math.max(...sizes) > 0)
			.map(([name, sizes]) => {
				const [after, last] = [sizes[Math.floor(sizes.length * WARM_UP)] ?? 0, sizes.at(-1) ?? 0];
				const most = Math.max(...sizes);
				return {
					what: `Static data of ${name}`,
					seen: `${after} B after warm-up, ${last} B at the end, ${most} B at most`,
					asked: `at most ${MOST_STORED} B`,
					passes: most <= MOST_STORED,
				};
			});
	}

	private leftVerdict(): Verdict {
		const [before, after] = [this.before?.reading, this.latest()].map(lastingIn);
		const connections = `${this.before?.connections ?? 0} to ${this.connections()} connections to the vendors`;
		return {
			what: 'Left open after unpublishing',
			seen: `${connections}; ${before} before, ${after} after`,
			asked: 'no more than before',
			passes: this.isQuiet(),
		};
	}

	private isQuiet(): boolean {
		const [before, now] = [this.before, this.latest()];
		if (!before || !now || this.connections() > before.connections) return false;
		return LASTING.every((kind) => count(now, kind) <= count(before.reading, kind));
	}

	private latest(): Reading | undefined {
		return readingsIn(this.gauge).at(-1);
	}

	private connections(): number {
		return connectionsTo(this.place.n8n.pid, this.port);
	}
}

function count({ resources }: Reading, kind: string): number {
	return resources[kind] ?? 0;
}

function lastingIn(reading: Reading | undefined): string {
	const kinds = LASTING.filter((kind) => reading && count(reading, kind) > 0);
	return (
		kinds.map((kind) => `${reading ? count(reading, kind) : 0} ${kind}`).join(' + ') || 'nothing'
	);
}

function growthVerdict(
	what: string,
	{ slope, error, count: readings }: Growth,
	most: number,
): Verdict {
	const seen = `${slope.toFixed(0)} ± ${error.toFixed(0)} kB a minute (${readings} readings)`;
	const asked = `less 2 standard errors at most ${most} kB a minute`;
	return { what, seen, asked, passes: slope - 2 * error <= most };
}
