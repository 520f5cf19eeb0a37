// What the control endpoints of LeadGenius take and answer. Server and client share these shapes.
import { z } from 'zod';

/** The states of a record. The document shows finalized_incomplete; newer ones the others. */
export const recordStatusSchema = z.enum([
	'original',
	'finalized_complete',
	'finalized_incomplete',
	'finalized_unenriched',
	'finalized_cancelled',
]);

/** The states of a rapid request. */
export const rapidStatusSchema = z.enum(['scheduled', 'in_progress', 'ok', 'erred', 'cancelled']);

/** One campaign, as it stands now. */
export const campaignStateSchema = z.object({
	slug: z.string(),
	type: z.string(),
	/** True when it was made in Dashboard and so may have fields of its own. */
	dashboard: z.boolean(),
	webhook_url: z.string().nullable(),
	fields: z.array(z.string()),
	count_uploaded: z.number(),
	count_enriched: z.number(),
	complete: z.boolean(),
	/** In the order of their upload. `sent` is what came, without what enrichment added. */
	records: z.array(
		z.object({
			id: z.number(),
			status: recordStatusSchema,
			sent: z.record(z.string()),
			fields: z.array(z.string()),
		}),
	),
});

/** One rapid request. */
export const rapidStateSchema = z.object({
	id: z.number(),
	enrichment_type: z.string(),
	status: rapidStatusSchema,
	data: z.record(z.string()),
});

/** `leadGenius` in `GET /__sandbox/state`. */
export const leadGeniusStateSchema = z.object({
	campaigns: z.array(campaignStateSchema),
	exclusions: z.array(z.record(z.string())),
	rapid: z.array(rapidStateSchema),
});

/** The body of a webhook delivery (the document, "Webhook", "Keys"). */
export const notificationSchema = z.object({
	slug: z.string(),
	records: z.array(z.number()),
	uploaded: z.number(),
	enriched: z.number(),
	complete: z.boolean(),
});

/** One delivery that was sent. While it is under way, `status` and `error` are both null. */
export const deliverySchema = z.object({
	/** 1 for the first since the last reset. */
	n: z.number(),
	/** Milliseconds since 1970. */
	at: z.number(),
	url: z.string(),
	body: z.unknown(),
	cause: z.enum(['finalized', 'repeat', 'byHand']),
	/** 1, and more where a delivery was sent again because it failed. */
	attempt: z.number(),
	status: z.number().nullable(),
	/** Why there was no answer, or null. */
	error: z.string().nullable(),
	/** The first 500 characters of the answer. */
	answer: z.string().nullable(),
	/** Milliseconds until the answer or the error. */
	ms: z.number().nullable(),
});

/** The body of `POST /__sandbox/leadGenius/finalize`. */
export const finalizeSchema = z
	.object({
		slug: z.string(),
		/** Default: all that are not finalized yet. */
		count: z.number().int().positive().optional(),
	})
	.strict();

/** What it answers. */
export const finalizedSchema = z.object({ records: z.array(z.number()), complete: z.boolean() });

/** The body of `POST /__sandbox/leadGenius/upload`. */
export const makeSchema = z
	.object({
		/** A campaign of type datahub with this slug is made where there is none. */
		slug: z.string(),
		/** What the records return; the campaign's own by default. */
		fields: z.array(z.string()).optional(),
		records: z.array(z.record(z.string())),
	})
	.strict();

/** What it answers. */
export const madeSchema = z.object({ ids: z.array(z.number()) });

/** The body of `POST /__sandbox/leadGenius/deliver`. What is left out is true of the campaign. */
export const deliverSchema = z
	.object({
		slug: z.string(),
		/** Default: all finalized records. */
		records: z.array(z.number()).optional(),
		complete: z.boolean().optional(),
		/** Default: the campaign's. */
		url: z.string().url().optional(),
		/** Copies, sent side by side. */
		times: z.number().int().positive().default(1),
		/** Any JSON in place of the notification. */
		body: z.unknown(),
	})
	.strict();

export type RecordStatus = z.infer<typeof recordStatusSchema>;
export type RapidStatus = z.infer<typeof rapidStatusSchema>;
export type CampaignState = z.infer<typeof campaignStateSchema>;
export type RapidState = z.infer<typeof rapidStateSchema>;
export type LeadGeniusState = z.infer<typeof leadGeniusStateSchema>;
export type Notification = z.infer<typeof notificationSchema>;
export type Delivery = z.infer<typeof deliverySchema>;
export type Finalized = z.infer<typeof finalizedSchema>;
export type MakeInput = z.infer<typeof makeSchema>;
export type Made = z.infer<typeof madeSchema>;
export type DeliverInput = z.input<typeof deliverSchema>;
