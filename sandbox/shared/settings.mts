// What the settings of several vendors share.
import { z } from 'zod';

/** In what order a list comes where the document does not say. */
export const listOrderSchema = z.enum(['id', 'idDescending', 'shuffled']);

/** Settings of every vendor that keeps plain records. */
export const recordSettings = {
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
	requestsPerMinute: 0,
	rateWindowMs: 60_000,
	retryAfter: false,
	clockSkewMs: 0,
	listOrder: 'id' as const,
};

/** The settings in `base`, changed by those in `change` that have a value. */
export function withGiven<Settings extends object>(
	schema: z.ZodType<Settings>,
	base: Settings,
	change: Partial<Settings> = {},
): Settings {
	const entries: [string, unknown][] = Object.entries(change);
	const given = entries.filter(([, value]) => value !== undefined);
	return schema.parse({ ...base, ...Object.fromEntries(given) });
}
