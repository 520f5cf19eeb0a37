// The settings that concern LeadGenius: `leadGenius` in the body of `POST /__sandbox/reset`.
import { z } from 'zod';
import { documentsSchema, withGiven } from '../shared/settings.mts';
import type { Minds } from '../shared/settings.mts';

const count = z.number().int().nonnegative();

/** How a 400 names what is wrong: in words, by field and place, or not at all. */
export const errorFormSchema = z.enum(['name', 'position', 'none']);
export type ErrorForm = z.infer<typeof errorFormSchema>;

/** What a call takes and answers: more than newer documents say, or just that. */
const formSchema = z.enum(['open', 'documented']);
export type Form = z.infer<typeof formSchema>;

/** All of them. */
export const leadGeniusSettingsSchema = z
	.object({
		documents: documentsSchema,
		/** Records finalized per second and campaign; 0 = at once; "never" = only by hand. */
		recordsPerSecond: z.union([z.number().nonnegative(), z.literal('never')]),
		/** Requests that may be sent in one window; 0 = any number ("Rate Limits": 50). */
		requestsPerMinute: count,
		/** Whose requests count together: those of a key, or those of all keys of an account. */
		limitedBy: z.enum(['key', 'account']),
		/** The length of the window in milliseconds ("Rate Limits": a minute). */
		rateWindowMs: z.number().positive(),
		/** True adds Retry-After, in seconds, to a 429. The document names no such header. */
		retryAfter: z.boolean(),
		/** True counts the requests that are refused with a 429, too. */
		countsRefused: z.boolean(),
		/** Records that the subscription holds per period. Refuses nothing. */
		quota: count,
		/** True counts records that ended unenriched or cancelled as not enriched. */
		strictEnriched: z.boolean(),
		/** True makes `next` point to the foreign host. */
		foreignNext: z.boolean(),
		/** Milliseconds from a rapid request to its end; 0 = at once. */
		rapidMs: z.number().nonnegative(),
		/** Records in one webhook delivery. */
		webhookGroup: count.positive(),
		/** Milliseconds from the end of a record to its delivery, beyond the latency. */
		webhookDelayMs: z.number().nonnegative(),
		/** Every nth delivery is sent twice; 0 = none. */
		webhookRepeatEvery: count,
		/** The seed by which deliveries change their order; 0 = they keep it. */
		webhookShuffle: count,
		/** How often a delivery without an answer, or with a 5xx, is sent again. */
		webhookRetries: count,
		/** Milliseconds before it is sent again. */
		webhookRetryMs: z.number().nonnegative(),
		/** Deliveries under way at a time; 1 = one after the other. */
		webhookConcurrency: count.positive(),
		/** Milliseconds after which a delivery counts as not answered. */
		webhookTimeoutMs: z.number().positive(),
		/** True makes `retrieve` list records that are not finalized, too. */
		listsWaiting: z.boolean(),
		/** `retrieve` answers pages with counts and links, or `{status, records}` without ids. */
		retrieveForm: z.enum(['page', 'status']),
		/** An upload answers the ids of its records, or nothing. */
		uploadAnswer: z.enum(['ids', 'empty']),
		/** An update of a campaign answers the campaign, or nothing. */
		updateAnswer: z.enum(['campaign', 'empty']),
		/** True shows the webhook URL in an upload sample. */
		sampleUrl: z.boolean(),
		/** True drops records that the campaign has already, and counts them in the usage. */
		deduplicates: z.boolean(),
		/** What `campaigns/` takes and answers. */
		campaignForm: formSchema,
		/** What `rapid/` takes and answers. */
		rapidForm: formSchema,
		errorForm: errorFormSchema,
		/** An upload with a bad record is refused as a whole, or its good ones are taken all the same. */
		refusal: z.enum(['whole', 'partly']),
		/** True makes links https where a proxy says so in X-Forwarded-Proto; false keeps them http. */
		trustsProxy: z.boolean(),
	})
	.strict();

/** All of the settings. */
export type LeadGeniusSettings = z.infer<typeof leadGeniusSettingsSchema>;

/** Any of them. */
export const leadGeniusChangeSchema = leadGeniusSettingsSchema.partial();
export type LeadGeniusChange = z.infer<typeof leadGeniusChangeSchema>;

const MINDS = {
	generous: {
		listsWaiting: true,
		uploadAnswer: 'ids',
		updateAnswer: 'campaign',
		sampleUrl: true,
		deduplicates: false,
		campaignForm: 'open',
		rapidForm: 'open',
		errorForm: 'name',
		refusal: 'whole',
		limitedBy: 'key',
		countsRefused: false,
		trustsProxy: true,
		webhookRetries: 0,
	},
	strict: {
		listsWaiting: false,
		uploadAnswer: 'empty',
		updateAnswer: 'empty',
		sampleUrl: false,
		deduplicates: true,
		campaignForm: 'documented',
		rapidForm: 'documented',
		errorForm: 'position',
		refusal: 'partly',
		limitedBy: 'account',
		countsRefused: true,
		trustsProxy: false,
		webhookRetries: 0,
	},
} as const satisfies Minds<Partial<LeadGeniusSettings>>;

/** What holds where nobody says otherwise. */
export const DEFAULT_LEADGENIUS: LeadGeniusSettings = {
	documents: 'generous',
	...MINDS.generous,
	retrieveForm: 'page',
	recordsPerSecond: 10,
	requestsPerMinute: 50,
	rateWindowMs: 60_000,
	retryAfter: false,
	quota: 100_000,
	strictEnriched: false,
	foreignNext: false,
	rapidMs: 2_000,
	webhookGroup: 1,
	webhookDelayMs: 50,
	webhookRepeatEvery: 0,
	webhookShuffle: 0,
	webhookRetryMs: 1_000,
	webhookConcurrency: 20,
	webhookTimeoutMs: 10_000,
};

/** The settings in `base`, changed by those in `change` that have a value. */
export function withLeadGenius(
	base: LeadGeniusSettings,
	change?: LeadGeniusChange,
): LeadGeniusSettings {
	return withGiven(leadGeniusSettingsSchema, MINDS, base, change);
}
