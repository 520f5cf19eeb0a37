// What the gauge has written of n8n's process, and how fast it grows.
import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { z } from 'zod';

const readingShape = z.object({
	/** ms since the epoch. */
	at: z.number(),
	/** Sizes in bytes; `heapUsed` after full collections. */
	rss: z.number(),
	heapUsed: z.number(),
	external: z.number(),
	/** What keeps the process alive, by kind. */
	resources: z.record(z.number()),
});

/** One look at the process. */
export type Reading = z.infer<typeof readingShape>;

/** All readings until now, oldest first. */
export function readingsIn(file: string): Reading[] {
	if (!existsSync(file)) return [];
	const lines = readFileSync(file, 'utf8').split('\n');
	// The last one may still be in the making.
	return lines.slice(0, -1).map((line) => readingShape.parse(JSON.parse(line)));
}

/** A growth with its standard error, both in kB a minute. */
export interface Growth {
	readonly slope: number;
	readonly error: number;
	/** From how many readings. */
	readonly count: number;
}

/** The line through readings by least squares. @param of the size, in bytes */
export function growthOf(readings: readonly Reading[], of: (reading: Reading) => number): Growth {
	const count = readings.length;
	if (count < 3) return { slope: Number.NaN, error: Number.NaN, count };
	const x = readings.map(({ at }) => at / 60_000);
	const y = readings.map((each) => of(each) / 1000);
	const [meanX, meanY] = [mean(x), mean(y)];
	const spread = sum(x.map((each) => (each - meanX) ** 2));
	const slope = sum(x.map((each, at) => (each - meanX) * ((y[at] ?? 0) - meanY))) / spread;
	const off = x.map((each, at) => (y[at] ?? 0) - meanY - slope * (each - meanX));
	const error = Math.sqrt(sum(off.map((each) => each ** 2)) / (count - 2) / spread);
	return { slope, error, count };
}

/** How many connections of a process go to a port of this machine (Linux only). */
export function connectionsTo(pid: number, port: number): number {
	const own = new Set(readdirSync(`/proc/${pid}/fd`).map((name) => linkOf(pid, name)));
	const hex = port.toString(16).toUpperCase().padStart(4, '0');
	const lines = readFileSync(`/proc/${pid}/net/tcp`, 'utf8').split('\n').slice(1);
	return lines
		.map((line) => line.trim().split(/\s+/))
		.filter(([, , remote = '']) => remote.endsWith(`:${hex}`))
		.filter((columns) => own.has(`socket:[${columns[9] ?? ''}]`)).length;
}

/** A descriptor may be closed while they are listed. */
function linkOf(pid: number, name: string): string {
	try {
		return readlinkSync(`/proc/${pid}/fd/${name}`);
	} catch {
		return '';
	}
}

function sum(values: readonly number[]): number {
	return values.reduce((total, each) => total + each, 0);
}

function mean(values: readonly number[]): number {
	return sum(values) / values.length;
}
