// The records of Geniziz, and what its control endpoints take and answer. Server and client share
// these shapes.
import { z } from 'zod';

/** One record: what the document names, and whatever else was stored. Times are ISO, UTC. */
export const recordSchema = z
	.object({ id: z.string(), date_created: z.string(), date_updated: z.string() })
	.passthrough();

const records = z.array(recordSchema);

/** All records of a workspace by their collection, in the order in which they were made. */
export const workspaceStateSchema = z.object({
	leads: records,
	contacts: records,
	opportunities: records,
	lineItems: records,
	/** All types. `type` is the path below /activity/, "status_change/lead" for one. */
	activities: records,
	/** Also deleted ones: `is_deleted` says so. */
	conversations: records,
	connectedAccounts: records,
	customObjectTypes: records,
	emailTemplates: records,
	mailingExports: records,
	sequenceSubscriptions: records,
	leadStatuses: records,
	opportunityStatuses: records,
	users: records,
});

/** `geniziz` in `GET /__sandbox/state`: the workspace of the key, and the other one. */
export const genizizStateSchema = workspaceStateSchema.extend({ second: workspaceStateSchema });

/** The names of the collections. */
export const collectionNameSchema = workspaceStateSchema.keyof();

const workspace = z.enum(['main', 'second']).default('main');
const values = z.record(z.unknown());

/** A time as the document shows it; other ISO forms are brought into it. */
const time = z
	.string()
	.datetime({ offset: true })
	.transform((text) => new Date(text).toISOString());

/** The values of a record that is made or changed by hand. Nothing but the dates is checked. */
const freeValues = z
	.object({
		id: z.string().optional(),
		date_created: time.optional(),
		date_updated: time.optional(),
	})
	.passthrough();

/** The body of `POST /__sandbox/geniziz/leads`. */
export const makeLeadsSchema = z
	.object({
		count: z.number().int().positive().max(1_000_000),
		/** The creation of the first lead. Default: now. */
		from: time.optional(),
		/** From one lead's creation to the next, in milliseconds; may be negative. Default 0. */
		stepMs: z.number().default(0),
		/** Fields that all of them have besides or instead of the usual ones. */
		values: values.default({}),
		workspace,
	})
	.strict();

/** What it answers: the ids, in the order in which they were made. */
export const madeLeadsSchema = z.object({ ids: z.array(z.string()) });

/** The body of `POST /__sandbox/geniziz/make`. Ids and dates that are left out are made. */
export const makeSchema = z
	.object({ collection: collectionNameSchema, records: z.array(freeValues).min(1), workspace })
	.strict();

/** The body of `POST /__sandbox/geniziz/change`. `date_updated` changes only if it is among them. */
export const changeSchema = z
	.object({ id: z.string(), values: freeValues.extend({ id: z.undefined() }) })
	.strict();

/** The body of `POST /__sandbox/geniziz/remove`. Children stay. */
export const removeSchema = z.object({ ids: z.array(z.string()).min(1) }).strict();

/** What `make`, `change` and `remove` answer. */
export const recordsSchema = z.object({ records });

/** The body of `POST /__sandbox/geniziz/clock`. What is left out is that of the real clock. */
export const clockSchema = z
	.object({
		/** How far the vendor's clock is ahead, in milliseconds; may be negative. */
		skewMs: z.number().default(0),
		/** Where it stands still. */
		at: time.optional(),
	})
	.strict();

/** What it answers. */
export const clockTimeSchema = z.object({ now: z.string() });

export type Stored = z.infer<typeof recordSchema>;
export type WorkspaceState = z.infer<typeof workspaceStateSchema>;
export type GenizizState = z.infer<typeof genizizStateSchema>;
export type CollectionName = z.infer<typeof collectionNameSchema>;
export type MakeLeadsInput = z.input<typeof makeLeadsSchema>;
export type MakeInput = z.input<typeof makeSchema>;
export type ClockInput = z.input<typeof clockSchema>;
