// What the settings of several vendors share.
import { z } from 'zod';

/**
 * What a vendor does where its documents leave room: as much as may be hoped for, or the least that
 * they promise and the most inconvenient that they allow.
 */
export const documentsSchema = z.enum(['generous', 'strict']);
export type Documents = z.infer<typeof documentsSchema>;

/** The settings that each mind of a vendor stands for. */
export type Minds<Choices> = Readonly<Record<Documents, Choices>>;

/** In what order a list comes where the document does not say. */
export const listOrderSchema = z.enum(['id', 'idDescending', 'shuffled']);

/** Settings of every vendor that keeps plain records. */
export const recordSettings = {
	documents: documentsSchema,
	/** Requests that a key may send in one window; 0 = any number. No document names a limit. */
	requestsPerMinute: z.number().int().nonnegative(),
	/** The length of the window in milliseconds. */
	rateWindowMs: z.number().positive(),
	/** True adds Retry-After, in seconds, to a 429. */
	retryAfter: z.boolean(),
	/** How far the vendor's clock is ahead, in milliseconds; below 0 = behind. */
	clockSkewMs: z.number(),
	listOrder: listOrderSchema,
};

/** What holds where nobody says otherwise. */
export const DEFAULT_RECORD_SETTINGS = {
	documents: 'generous' as const,
	requestsPerMinute: 0,
	rateWindowMs: 60_000,
	retryAfter: false,
	clockSkewMs: 0,
	listOrder: 'id' as const,
};

/**
 * The settings in `base`, changed by those in `change` that have a value. A mind in `change` stands
 * for its settings, and what else is in `change` goes before them.
 */
export function withGiven<Settings extends { readonly documents: Documents }>(
	schema: z.ZodType<Settings>,
	minds: Minds<Partial<Settings>>,
	base: Settings,
	change: Partial<Settings> = {},
): Settings {
	const entries: [string, unknown][] = Object.entries(change);
	const given = entries.filter(([, value]) => value !== undefined);
	const meant = change.documents === undefined ? {} : minds[change.documents];
	return schema.parse({ ...base, ...meant, ...Object.fromEntries(given) });
}
