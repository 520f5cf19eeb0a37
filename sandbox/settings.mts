// The settings that a start fixes and that a reset may change for a while.
import { z } from 'zod';
import { DEFAULT_GENIZIZ, genizizChangeSchema, withGeniziz } from './geniziz/settings.mts';
import type { GenizizSettings } from './geniziz/settings.mts';
import {
	DEFAULT_LEADGENIUS,
	leadGeniusChangeSchema,
	withLeadGenius,
} from './leadGenius/settings.mts';
import type { LeadGeniusSettings } from './leadGenius/settings.mts';

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
	})
	.partial()
	.strict();

/** Any of the settings. */
export type SettingsChange = z.infer<typeof settingsSchema>;

/** All of the settings. */
export interface Settings extends Required<SettingsChange> {
	readonly leadGenius: LeadGeniusSettings;
	readonly geniziz: GenizizSettings;
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
	};
}
