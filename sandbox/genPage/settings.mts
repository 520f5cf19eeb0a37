// The settings that concern GenPage: `genPage` in the body of `POST /__sandbox/reset`.
import { z } from 'zod';
import { documentsSchema, withGiven } from '../shared/settings.mts';
import type { Minds } from '../shared/settings.mts';

/** How an upload with bad leads is refused: by their fields, their places, or without a name. */
export const leadErrorsSchema = z.enum(['name', 'position', 'none']);
export type LeadErrors = z.infer<typeof leadErrorsSchema>;

/** All of them. */
export const genPageSettingsSchema = z
	.object({
		documents: documentsSchema,
		/** How fast a job makes pages; 0 = at once. */
		leadsPerSecond: z.number().nonnegative(),
		/** Credits of every workspace. */
		credits: z.number().int().nonnegative(),
		/** Lists answer bare arrays instead of `{"campaigns": [...]}`. */
		bareLists: z.boolean(),
		/** True stores `""` as a value of a lead; false lets it change nothing. */
		keepsBlank: z.boolean(),
		/** True refuses what names no workspace, but for hello-world and workspaces/get-list. */
		needsWorkspace: z.boolean(),
		leadErrors: leadErrorsSchema,
		/** An upload with a bad lead is refused as a whole, or its good leads are taken all the same. */
		refusal: z.enum(['whole', 'partly']),
		/** How a job is refused that there is not: not found, or as a wrong value. */
		unknownJob: z.union([z.literal(404), z.literal(422)]),
		/** A deleted token is answered with a message, or with 204 and no body. */
		deleteAnswer: z.enum(['message', 'empty']),
	})
	.strict();

/** All of the settings. */
export type GenPageSettings = z.infer<typeof genPageSettingsSchema>;

/** Any of them. */
export const genPageChangeSchema = genPageSettingsSchema.partial();
export type GenPageChange = z.infer<typeof genPageChangeSchema>;

const MINDS = {
	generous: {
		bareLists: false,
		keepsBlank: false,
		needsWorkspace: false,
		leadErrors: 'name',
		refusal: 'whole',
		unknownJob: 404,
		deleteAnswer: 'message',
	},
	strict: {
		bareLists: true,
		keepsBlank: true,
		needsWorkspace: true,
		leadErrors: 'position',
		refusal: 'partly',
		unknownJob: 422,
		deleteAnswer: 'empty',
	},
} as const satisfies Minds<Partial<GenPageSettings>>;

/** What holds where nobody says otherwise. */
export const DEFAULT_GENPAGE: GenPageSettings = {
	documents: 'generous',
	...MINDS.generous,
	leadsPerSecond: 10,
	credits: 100_000,
};

/** The settings in `base`, changed by those in `change` that have a value. */
export function withGenPage(base: GenPageSettings, change?: GenPageChange): GenPageSettings {
	return withGiven(genPageSettingsSchema, MINDS, base, change);
}
