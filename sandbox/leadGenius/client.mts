// The control endpoints of LeadGenius for tests, the demo and benches.
import { z } from 'zod';
import type { Ask } from '../shared/wishes.mts';
import { deliverySchema, finalizedSchema, madeSchema } from './shapes.mts';
import type { DeliverInput, Delivery, Finalized, MakeInput } from './shapes.mts';

/** What a test can make LeadGenius do. */
export interface LeadGeniusControl {
	/** Adds records to a campaign by no request, so that none counts. @returns their IDs */
	upload(input: MakeInput): Promise<number[]>;
	/** Finalizes the next `count` records of a campaign now, or all, and sends their webhooks. */
	finalize(slug: string, count?: number): Promise<Finalized>;
	/** Sends a delivery by hand, forged or repeated. Resolves when each copy has its answer. */
	deliver(input: DeliverInput): Promise<Delivery[]>;
	/** Every delivery since the last reset. */
	deliveries(): Promise<Delivery[]>;
}

/** @param ask reaches a path below the control endpoints */
export function leadGeniusControl(ask: Ask): LeadGeniusControl {
	const deliveries = z.array(deliverySchema);
	return {
		upload: async (input) => madeSchema.parse(await ask('leadGenius/upload', input)).ids,
		finalize: async (slug, count) =>
			finalizedSchema.parse(await ask('leadGenius/finalize', { slug, count })),
		deliver: async (input) => deliveries.parse(await ask('leadGenius/deliver', input)),
		deliveries: async () => deliveries.parse(await ask('leadGenius/deliveries')),
	};
}
