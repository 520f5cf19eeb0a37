// What bench/results.json holds. It is read back where only some of the benches ran, and by charts.
import { z } from 'zod';

/** One figure, a number for each turn. */
const figure = z.object({ unit: z.string(), runs: z.array(z.number()) });

/** What a figure's median must be. */
const target = z.object({
	is: z.enum(['at least', 'at most', 'above', 'below']),
	value: z.number(),
});

/** A figure beside its target: the ratio where there is one, otherwise our own. */
const row = z.object({
	work: z.string(),
	ours: figure,
	theirs: figure.extend({ who: z.string() }).optional(),
	ratio: figure.optional(),
	target,
});

/** What a contender showed, turn by turn. */
const contender = z.object({
	label: z.string(),
	items: z.number(),
	ms: z.array(z.number()),
	requests: z.array(z.number()),
	inFlight: z.array(z.number()),
});

/** Some work at several sizes. */
const growth = z.object({
	work: z.string(),
	points: z.array(
		z.object({
			items: z.number(),
			/** Of our node; none where n8n works alone. */
			ms: z.array(z.number()),
			/** Most memory of a fresh n8n. */
			peakMb: z.number(),
		}),
	),
});

/** When, with what and on what a bench ran. */
const setting = z.object({
	date: z.string(),
	n8n: z.string(),
	node: z.string(),
	package: z.string(),
	cores: z.number(),
	memoryGb: z.number(),
});

const measurements = z.object({
	rows: z.array(row),
	contenders: z.array(contender).default([]),
	growth: z.array(growth).default([]),
});

/** Everything, by the bench's name. */
export const resultsSchema = z.record(measurements.extend({ setting }));

export type Figure = z.infer<typeof figure>;
export type Target = z.infer<typeof target>;
export type Row = z.infer<typeof row>;
export type ContenderRuns = z.infer<typeof contender>;
export type Growth = z.infer<typeof growth>;
export type Setting = z.infer<typeof setting>;
/** What a bench gives back. */
export type Measurements = z.input<typeof measurements>;
export type Results = z.infer<typeof resultsSchema>;
