// How much a vendor holds: it tells whether something is there twice, or is missing.
import { z } from 'zod';
import type { Example } from '../generated/examples.mts';
import type { VendorSite } from '../site.mts';
import { isReading, kindOf } from './kinds.mts';

const stateShape = z.record(z.record(z.unknown()));

/**
 * Counts the values that a vendor's sandbox holds; 0 where an operation writes nothing. An upsert
 * that is sent again is a job more, but no lead more.
 */
export async function heldBy(site: VendorSite, { row }: Example): Promise<number> {
	const kind = kindOf(row);
	if (isReading(kind)) return 0;
	const response = await fetch(`${site.sandbox.url}/__sandbox/state`);
	const state = stateShape.parse(await response.json())[site.vendor.type];
	return valuesIn(kind === 'upsert' ? state?.leads : state);
}

function valuesIn(held: unknown): number {
	if (typeof held !== 'object' || held === null) return 1;
	return Object.values(held).reduce<number>((sum, each) => sum + valuesIn(each), 0);
}
