// What `GET /__sandbox/state` shows of Skarbe. Server and client share these shapes.
import { z } from 'zod';

/** A contact as it was sent: `leadStatus` is an id, and `twitterUrl` is there. */
const contactStateSchema = z.object({ id: z.number(), createdAt: z.string() }).passthrough();

/** `skarbe` in the state. */
export const skarbeStateSchema = z.object({ contacts: z.array(contactStateSchema) });

export type SkarbeState = z.infer<typeof skarbeStateSchema>;
