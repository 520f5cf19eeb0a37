// What `GET /__sandbox/state` shows of GrowthGenius. Server and client share these shapes.
import { z } from 'zod';

/** A record as the API shows it, and its times, which messages of the API lack. */
const recordStateSchema = z
	.object({ id: z.number(), created_at: z.string(), updated_at: z.string() })
	.passthrough();

/** `growthGenius` in the state. */
export const growthGeniusStateSchema = z.object({
	contacts: z.array(recordStateSchema),
	messages: z.array(recordStateSchema),
});

export type GrowthGeniusState = z.infer<typeof growthGeniusStateSchema>;
