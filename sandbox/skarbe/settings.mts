// The settings that concern Skarbe: `skarbe` in the body of `POST /__sandbox/reset`.
import { z } from 'zod';
import { DEFAULT_RECORD_SETTINGS, recordSettings, withGiven } from '../shared/settings.mts';
import type { Minds } from '../shared/settings.mts';

/** All of them. */
export const skarbeSettingsSchema = z
	.object({
		...recordSettings,
		/** True leaves fields without a value out of answers, as the document's example does. */
		omitEmpty: z.boolean(),
		/** False leaves lead statuses out of lists: "attributes" of "Get Contacts" does not name them. */
		leadStatusInLists: z.boolean(),
		/** A create answers all that was sent, or only the fields in the document's example. */
		createAnswer: z.enum(['sent', 'example']),
		/**
		 * A search finds a text in any case, or as it is written only: "filter contacts by first name, last
		 * name, or email" does not say.
		 */
		searchesAnyCase: z.boolean(),
		/** True shows times to the millisecond. The document shows seconds. */
		milliseconds: z.boolean(),
	})
	.strict();

/** All of the settings. */
export type SkarbeSettings = z.infer<typeof skarbeSettingsSchema>;

/** Any of them. */
export const skarbeChangeSchema = skarbeSettingsSchema.partial();
export type SkarbeChange = z.infer<typeof skarbeChangeSchema>;

const MINDS = {
	generous: {
		omitEmpty: false,
		leadStatusInLists: true,
		createAnswer: 'sent',
		searchesAnyCase: true,
	},
	strict: {
		omitEmpty: true,
		leadStatusInLists: false,
		createAnswer: 'example',
		searchesAnyCase: false,
	},
} as const satisfies Minds<Partial<SkarbeSettings>>;

/** What holds where nobody says otherwise. */
export const DEFAULT_SKARBE: SkarbeSettings = {
	...DEFAULT_RECORD_SETTINGS,
	...MINDS.generous,
	milliseconds: false,
};

/** The settings in `base`, changed by those in `change` that have a value. */
export function withSkarbe(base: SkarbeSettings, change?: SkarbeChange): SkarbeSettings {
	return withGiven(skarbeSettingsSchema, MINDS, base, change);
}
