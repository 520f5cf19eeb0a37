// The settings that a start fixes and that a reset may change for a while.
import { z } from 'zod';
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
import { DEFAULT_SKARBE, skarbeChangeSchema, withSkarbe } from './skarbe/settings.mts';
import type { SkarbeSettings } from './skarbe/settings.mts';

/**
 * The body of `POST /__sandbox/reset`. What is left out goes back to what the start said.
 *
 * - `latencyMs`: extra milliseconds before every answer of a vendor
 * - `logBodies`: false keeps no bodies in the request log
 * - `leadsPerSecond`: how fast a GenPage job makes pages, per job; 0 = at once
 * - `bareLists`: GenPage lists answer bare arrays instead of `{"campaigns": [...]}`
 * - `credits`: GenPage credits of every workspace
 * - `leadGenius`: any of the settings of LeadGenius
 * - `geniziz`: any of the settings of Geniziz
 * - `growthGenius`: any of the settings of GrowthGenius
 * - `skarbe`: any of the settings of Skarbe
 */
export const settingsSchema = z
	.object({
		latencyMs: z.number().nonnegative(),
		logBodies: z.boolean(),
		leadsPerSecond: z.number().nonnegative(),
		bareLists: z.boolean(),
		credits: z.number().int().nonnegative(),
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
export interface Settings extends Required<SettingsChange> {
	readonly leadGenius: LeadGeniusSettings;
	readonly geniziz: GenizizSettings;
	readonly growthGenius: GrowthGeniusSettings;
	readonly skarbe: SkarbeSettings;
}

/** What holds where nobody says otherwise. */
export const DEFAULT_SETTINGS: Settings = {
	latencyMs: 0,
	logBodies: true,
	leadsPerSecond: 10,
	bareLists: false,
	credits: 100_000,
	leadGenius: DEFAULT_LEADGENIUS,
	geniziz: DEFAULT_GENIZIZ,
	growthGenius: DEFAULT_GROWTHGENIUS,
	skarbe: DEFAULT_SKARBE,
};

/** The settings in `base`, changed by those in `change` that have a value. */
export function withChange(base: Settings, change: SettingsChange): Settings {
	return {
		latencyMs: change.latencyMs ?? base.latencyMs,
		logBodies: change.logBodies ?? base.logBodies,
		leadsPerSecond: change.leadsPerSecond ?? base.leadsPerSecond,
		bareLists: change.bareLists ?? base.bareLists,
		credits: change.credits ?? base.credits,
		leadGenius: withLeadGenius(base.leadGenius, change.leadGenius),
		geniziz: withGeniziz(base.geniziz, change.geniziz),
		growthGenius: withGrowthGenius(base.growthGenius, change.growthGenius),
		skarbe: withSkarbe(base.skarbe, change.skarbe),
	};
}
