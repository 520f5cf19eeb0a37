// What the control endpoints answer. The server builds these shapes and the client checks them, so
// they are written once.
import { z } from 'zod';
import { genPageStateSchema } from '../genPage/shapes.mts';
import { genizizStateSchema } from '../geniziz/shapes.mts';
import { growthGeniusStateSchema } from '../growthGenius/shapes.mts';
import { leadGeniusStateSchema } from '../leadGenius/shapes.mts';
import { skarbeStateSchema } from '../skarbe/shapes.mts';

/** A value that JSON may hold in a request's parts. */
const anyRecord = z.record(z.unknown());

/** One request that reached a vendor. */
export const logEntrySchema = z.object({
	/** 1 for the first request since the last reset. */
	n: z.number(),
	/** Arrival, milliseconds since 1970. */
	at: z.number(),
	/** The vendor's name, or null where no vendor serves the path. */
	vendor: z.string().nullable(),
	method: z.string(),
	path: z.string(),
	query: anyRecord,
	headers: anyRecord,
	/** Parsed JSON, or the raw text where it was none; null for no body or with `logBodies: false`. */
	body: z.unknown(),
	/** The status that was sent, or null when no answer was sent. */
	status: z.number().nullable(),
	/** Milliseconds from its arrival until it was over; null while it is under way. */
	ms: z.number().nullable(),
	/** The kind of the fault that hit the request, or null. */
	fault: z.string().nullable(),
	/** True when the vendor's state took the request and did not refuse it. */
	accepted: z.boolean(),
});

/** The counts of `GET /__sandbox/requests?summary=1`. A status of "none" is no answer. */
export const summarySchema = z.object({
	total: z.number(),
	byPath: z.record(z.number()),
	byStatus: z.record(z.number()),
	maxInFlight: z.number(),
	/** The median of the requests' `ms`; null where none is over. */
	medianMs: z.number().nullable(),
});

/** One request that reached the foreign host. */
export const foreignRequestSchema = z.object({
	n: z.number(),
	at: z.number(),
	method: z.string(),
	path: z.string(),
	query: anyRecord,
	headers: anyRecord,
	body: z.unknown(),
});

/** The state of every vendor, by its name. */
export const stateSchema = z.object({
	genPage: genPageStateSchema,
	leadGenius: leadGeniusStateSchema,
	geniziz: genizizStateSchema,
	growthGenius: growthGeniusStateSchema,
	skarbe: skarbeStateSchema,
});

export type LogEntry = z.infer<typeof logEntrySchema>;
export type RequestSummary = z.infer<typeof summarySchema>;
export type ForeignRequest = z.infer<typeof foreignRequestSchema>;
export type SandboxState = z.infer<typeof stateSchema>;
