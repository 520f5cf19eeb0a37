// The settings that concern Skarbe: `skarbe` in the body of `POST /__sandbox/reset`.
import { z } from 'zod';
import { DEFAULT_RECORD_SETTINGS, recordSettings, withGiven } from '../shared/settings.mts';

/** All of them. */
export const skarbeSettingsSchema = z
	.object({
		...recordSettings,
		/** True leaves fields without a value out of the list, as the document's example does. */
		omitEmpty: z.boolean(),
		/** True shows times to the millisecond. The document shows seconds. */
		milliseconds: z.boolean(),
	})
	.strict();

/** All of the settings. */
export type SkarbeSettings = z.infer<typeof skarbeSettingsSchema>;

/** Any of them. */
export const skarbeChangeSchema = skarbeSettingsSchema.partial();
export type SkarbeChange = z.infer<typeof skarbeChangeSchema>;

/** What holds where nobody says otherwise. */
export const DEFAULT_SKARBE: SkarbeSettings = {
	...DEFAULT_RECORD_SETTINGS,
	omitEmpty: false,
	milliseconds: false,
};

/** The settings in `base`, changed by those in `change` that have a value. */
export function withSkarbe(base: SkarbeSettings, change?: SkarbeChange): SkarbeSettings {
	return withGiven(skarbeSettingsSchema, base, change);
}
