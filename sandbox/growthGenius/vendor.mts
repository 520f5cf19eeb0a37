// GrowthGenius as one vendor of the sandbox.
import { Refusal } from '../shared/refusal.mts';
import { storeVendor } from '../shared/storeVendor.mts';
import type { StoreVendor } from '../shared/storeVendor.mts';
import type { Settings } from '../settings.mts';
import type { VendorAnswer, VendorRequest } from '../vendor.mts';
import { SANDBOX_GROWTHGENIUS_KEY, SANDBOX_GROWTHGENIUS_SECOND_KEY } from './key.mts';
import { findRoute } from './routes.mts';
import type { GrowthGeniusState } from './shapes.mts';
import { GrowthGeniusStore } from './store.mts';

const PREFIX = '/integrations/v1/';

/** The settings that concern GrowthGenius. */
export type GrowthGeniusVendorSettings = Pick<Settings, 'growthGenius'>;

/** The vendor. */
export type GrowthGenius = StoreVendor<
	GrowthGeniusVendorSettings,
	GrowthGeniusState,
	GrowthGeniusStore
>;

/** A stand-in for GrowthGenius with its seed data. */
export function createGrowthGenius(settings: GrowthGeniusVendorSettings): GrowthGenius {
	const newStore = (next: GrowthGeniusVendorSettings): GrowthGeniusStore =>
		new GrowthGeniusStore(next.growthGenius);
	return storeVendor({ name: 'growthGenius', prefix: PREFIX, newStore, dispatch }, settings);
}

/** Endpoint first, then key, rate limit, user, record, body. */
function dispatch(store: GrowthGeniusStore, request: VendorRequest): VendorAnswer {
	const found = findRoute(request.method, request.path.slice(PREFIX.length));
	if (found === undefined) throw new Refusal(404, { error: 'Not Found' });
	store.rateLimit.take(keyOf(request.headers.authorization), { error: 'Too Many Requests' });
	if (found.route.needsUser) checkUser(store, request.query.user_id);
	return found.route.handle(store, request, found.id);
}

/** "Authentication": the key alone, without a word before it. */
function keyOf(authorization: string | string[] | undefined): string {
	const isKnown =
		authorization === SANDBOX_GROWTHGENIUS_KEY || authorization === SANDBOX_GROWTHGENIUS_SECOND_KEY;
	if (isKnown) return authorization;
	throw new Refusal(401, { error: 'Unauthorized' });
}

function checkUser({ users }: GrowthGeniusStore, userId: unknown): void {
	if (userId === undefined || userId === '') {
		throw new Refusal(400, { error: 'user_id is missing' });
	}
	if (users.some(({ id }) => String(id) === userId)) return;
	throw new Refusal(400, { error: 'user_id is unknown' });
}
