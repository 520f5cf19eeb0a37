// The settings that concern GrowthGenius: `growthGenius` in the body of `POST /__sandbox/reset`.
import { z } from 'zod';
import { DEFAULT_RECORD_SETTINGS, recordSettings, withGiven } from '../shared/settings.mts';
import type { Minds } from '../shared/settings.mts';

/** All of them. */
export const growthGeniusSettingsSchema = z
	.object({
		...recordSettings,
		/** True where a record that was updated exactly at `from` is in the list. */
		fromInclusive: z.boolean(),
		/** The same of `to`. */
		toInclusive: z.boolean(),
		/** True adds created_at and updated_at to messages. The document's messages have neither. */
		messageTimes: z.boolean(),
		/** What a list holds where `from` or `to` was not sent: that end is open, or nothing is between. */
		openRange: z.enum(['open', 'nothing']),
		/** A list without records: `[]`, or null. */
		emptyLists: z.enum(['list', 'null']),
		/** An update answers the record in its wrapper with 200, or 204 without a body. */
		updateAnswer: z.enum(['record', 'empty']),
		/** A delete answers 204 without a body, or 200 with the record in its wrapper. */
		deleteAnswer: z.enum(['empty', 'record']),
		/** What a company is wrapped in. Newer documents show "contact". */
		companyWrapper: z.enum(['contact', 'company', 'none']),
		/** How many users the team has. The first two are always the same. */
		users: z.number().int().positive(),
	})
	.strict();

/** All of the settings. */
export type GrowthGeniusSettings = z.infer<typeof growthGeniusSettingsSchema>;

/** Any of them. */
export const growthGeniusChangeSchema = growthGeniusSettingsSchema.partial();
export type GrowthGeniusChange = z.infer<typeof growthGeniusChangeSchema>;

const MINDS = {
	generous: {
		openRange: 'open',
		emptyLists: 'list',
		updateAnswer: 'record',
		deleteAnswer: 'empty',
	},
	strict: {
		openRange: 'nothing',
		emptyLists: 'null',
		updateAnswer: 'empty',
		deleteAnswer: 'empty',
	},
} as const satisfies Minds<Partial<GrowthGeniusSettings>>;

/** What holds where nobody says otherwise. */
export const DEFAULT_GROWTHGENIUS: GrowthGeniusSettings = {
	...DEFAULT_RECORD_SETTINGS,
	fromInclusive: true,
	toInclusive: true,
	...MINDS.generous,
	messageTimes: false,
	companyWrapper: 'contact',
	users: 2,
};

/** The settings in `base`, changed by those in `change` that have a value. */
export function withGrowthGenius(
	base: GrowthGeniusSettings,
	change?: GrowthGeniusChange,
): GrowthGeniusSettings {
	return withGiven(growthGeniusSettingsSchema, MINDS, base, change);
}
