// Skarbe as one vendor of the sandbox.
import { Refusal } from '../shared/refusal.mts';
import { storeVendor } from '../shared/storeVendor.mts';
import type { StoreVendor } from '../shared/storeVendor.mts';
import type { Settings } from '../settings.mts';
import type { VendorAnswer, VendorRequest } from '../vendor.mts';
import { SANDBOX_SKARBE_KEY, SANDBOX_SKARBE_SECOND_KEY } from './key.mts';
import { ROUTES } from './routes.mts';
import type { SkarbeState } from './shapes.mts';
import { SkarbeStore } from './store.mts';

const PREFIX = '/api/connect/';

/** The settings that concern Skarbe. */
export type SkarbeVendorSettings = Pick<Settings, 'skarbe'>;

/** The vendor. */
export type Skarbe = StoreVendor<SkarbeVendorSettings, SkarbeState, SkarbeStore>;

/** A stand-in for Skarbe with its seed data. */
export function createSkarbe(settings: SkarbeVendorSettings): Skarbe {
	const newStore = (next: SkarbeVendorSettings): SkarbeStore => new SkarbeStore(next.skarbe);
	return storeVendor({ name: 'skarbe', prefix: PREFIX, newStore, dispatch }, settings);
}

/** Endpoint first, then key, rate limit, fields. */
function dispatch(store: SkarbeStore, request: VendorRequest): VendorAnswer {
	const { method, path, headers } = request;
	const handle = ROUTES.get(`${method} ${path.slice(PREFIX.length)}`);
	if (handle === undefined) throw new Refusal(404, { error: 'Not Found' });
	const key = headers['x-api-key'];
	if (key !== SANDBOX_SKARBE_KEY && key !== SANDBOX_SKARBE_SECOND_KEY) {
		throw new Refusal(401, { error: 'Unauthorized' });
	}
	store.rateLimit.take(key, { error: 'Too Many Requests' });
	return handle(store, request);
}
