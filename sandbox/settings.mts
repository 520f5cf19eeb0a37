// The settings that a start fixes and that a reset may change for a while.
import { z } from 'zod';
import { DEFAULT_GENPAGE, genPageChangeSchema, withGenPage } from './genPage/settings.mts';
import type { GenPageSettings } from './genPage/settings.mts';
import { DEFAULT_GENIZIZ, genizizChangeSchema, withGeniziz } from './geniziz/settings.mts';
import type { GenizizSettings } from './geniziz/settings.mts';
import {
	DEFAULT_GROWTHGENIUS,
	growthGeniusChangeSchema,
	withGrowthGenius,
} from './growthGenius/settings.mts';
import type { GrowthGeniusSettings } from './growthGenius/settings.mts';
import {
	DEFAULT_LEADGENIUS,
	leadGeniusChangeSchema,
	withLeadGenius,
} from './leadGenius/settings.mts';
import type { LeadGeniusSettings } from './leadGenius/settings.mts';
import { documentsSchema } from './shared/settings.mts';
import { DEFAULT_SKARBE, skarbeChangeSchema, withSkarbe } from './skarbe/settings.mts';
import type { SkarbeSettings } from './skarbe/settings.mts';

/**
 * The body of `POST /__sandbox/reset`. What is left out goes back to what the start said.
 *
 * - `latencyMs`: extra milliseconds before every answer of a vendor
 * - `capacity`: how many requests all vendors together work on at a time; 0 = any number
 * - `logBodies`: false keeps no bodies in the request log
 * - `dateHeader`: false leaves out the Date header
 * - `documents`: the mind of every vendor that does not say its own
 * - `leadsPerSecond`, `bareLists`, `credits`: those of GenPage
 * - `genPage`: any of the settings of GenPage
 * - `leadGenius`: any of the settings of LeadGenius
 * - `geniziz`: any of the settings of Geniziz
 * - `growthGenius`: any of the settings of GrowthGenius
 * - `skarbe`: any of the settings of Skarbe
 */
export const settingsSchema = z
	.object({
		latencyMs: z.number().nonnegative(),
		capacity: z.number().int().nonnegative(),
		logBodies: z.boolean(),
		dateHeader: z.boolean(),
		documents: documentsSchema,
		...genPageChangeSchema.pick({ leadsPerSecond: true, bareLists: true, credits: true }).shape,
		genPage: genPageChangeSchema,
		leadGenius: leadGeniusChangeSchema,
		geniziz: genizizChangeSchema,
		growthGenius: growthGeniusChangeSchema,
		skarbe: skarbeChangeSchema,
	})
	.partial()
	.strict();

/** Any of the settings. */
export type SettingsChange = z.infer<typeof settingsSchema>;

/** All of the settings. */
export interface Settings
	extends Required<Pick<SettingsChange, 'latencyMs' | 'capacity' | 'logBodies' | 'dateHeader'>> {
	readonly genPage: GenPageSettings;
	readonly leadGenius: LeadGeniusSettings;
	readonly geniziz: GenizizSettings;
	readonly growthGenius: GrowthGeniusSettings;
	readonly skarbe: SkarbeSettings;
}

/** What holds where nobody says otherwise. */
export const DEFAULT_SETTINGS: Settings = {
	latencyMs: 0,
	capacity: 0,
	logBodies: true,
	dateHeader: true,
	genPage: DEFAULT_GENPAGE,
	leadGenius: DEFAULT_LEADGENIUS,
	geniziz: DEFAULT_GENIZIZ,
	growthGenius: DEFAULT_GROWTHGENIUS,
	skarbe: DEFAULT_SKARBE,
};

/** The settings in `base`, changed by those in `change` that have a value. */
export function withChange(base: Settings, change: SettingsChange): Settings {
	const { documents, leadsPerSecond, bareLists, credits } = change;
	const genPage = { documents, leadsPerSecond, bareLists, credits, ...change.genPage };
	return {
		latencyMs: change.latencyMs ?? base.latencyMs,
		capacity: change.capacity ?? base.capacity,
		logBodies: change.logBodies ?? base.logBodies,
		dateHeader: change.dateHeader ?? base.dateHeader,
		genPage: withGenPage(base.genPage, genPage),
		leadGenius: withLeadGenius(base.leadGenius, { documents, ...change.leadGenius }),
		geniziz: withGeniziz(base.geniziz, { documents, ...change.geniziz }),
		growthGenius: withGrowthGenius(base.growthGenius, { documents, ...change.growthGenius }),
		skarbe: withSkarbe(base.skarbe, { documents, ...change.skarbe }),
	};
}
