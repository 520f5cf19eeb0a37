// The settings that concern Geniziz: `geniziz` in the body of `POST /__sandbox/reset`.
import { z } from 'zod';
import { documentsSchema, withGiven } from '../shared/settings.mts';
import type { Minds } from '../shared/settings.mts';

/**
 * The order of lists for which the document names none: by `date_created`, the newest or the oldest
 * first; by `date_updated`, the newest or the oldest first; by id, which says nothing about time.
 */
export const orderSchema = z.enum(['newest', 'oldest', 'updated', 'updatedLast', 'id']);
export type Order = z.infer<typeof orderSchema>;

const count = z.number().int().nonnegative();

/** All of them. */
export const genizizSettingsSchema = z
	.object({
		documents: documentsSchema,
		order: orderSchema,
		/** Requests that a key may send to one group of endpoints in one window; 0 = any number. */
		rateLimit: count,
		/** The same for some groups: `{"lead": 5}`. A group is the first part of the path. */
		rateLimits: z.record(count),
		/** The length of the window in milliseconds. It begins with the first request. */
		rateWindowMs: z.number().positive(),
		/** True adds Retry-After, in seconds, to a 429. The document names no such header. */
		retryAfter: z.boolean(),
		/** True makes everything but /me/ answer 402. */
		unpaid: z.boolean(),
		/** True leaves `date_updated` out of opportunities, as the document's examples do. */
		bareOpportunities: z.boolean(),
		/** True leaves out of leads what the document's answers do not show, though they can be set. */
		bareLeads: z.boolean(),
		/** A page behind a list's end is empty, or a 404. */
		behindEnd: z.enum(['empty', 'refused']),
		/** Writes answer the record, or the least: 204 but where the document shows an answer. */
		writeAnswer: z.enum(['record', 'least']),
		/** `data` of a page without records: `[]`, or null. */
		emptyLists: z.enum(['list', 'null']),
		/** `has_more` as true and false, or as "true" and "false". */
		hasMore: z.enum(['boolean', 'text']),
		/** Milliseconds that a message stays in the outbox; 0 = sent at once. */
		sendMs: z.number().nonnegative(),
		/** Milliseconds from the creation of a mailing export to its end; 0 = at once. */
		exportMs: z.number().nonnegative(),
	})
	.strict();

/** All of the settings. */
export type GenizizSettings = z.infer<typeof genizizSettingsSchema>;

/** Any of them. */
export const genizizChangeSchema = genizizSettingsSchema.partial();
export type GenizizChange = z.infer<typeof genizizChangeSchema>;

const MINDS = {
	generous: {
		writeAnswer: 'record',
		emptyLists: 'list',
		bareOpportunities: false,
		bareLeads: false,
		behindEnd: 'empty',
	},
	strict: {
		writeAnswer: 'least',
		emptyLists: 'null',
		bareOpportunities: true,
		bareLeads: true,
		behindEnd: 'refused',
	},
} as const satisfies Minds<Partial<GenizizSettings>>;

/** What holds where nobody says otherwise. */
export const DEFAULT_GENIZIZ: GenizizSettings = {
	documents: 'generous',
	...MINDS.generous,
	order: 'newest',
	rateLimit: 1_000_000,
	rateLimits: {},
	rateWindowMs: 60_000,
	retryAfter: false,
	unpaid: false,
	hasMore: 'boolean',
	sendMs: 1_000,
	exportMs: 2_000,
};

/** The settings in `base`, changed by those in `change` that have a value. */
export function withGeniziz(base: GenizizSettings, change?: GenizizChange): GenizizSettings {
	return withGiven(genizizSettingsSchema, MINDS, base, change);
}
