// LeadGenius as one vendor of the sandbox.
import type { Vendor, VendorAnswer, VendorRequest } from '../vendor.mts';
import type { Settings } from '../settings.mts';
import { Refusal, answered } from '../shared/refusal.mts';
import { notFound } from './input.mts';
import { SANDBOX_LEADGENIUS_KEY, SANDBOX_LEADGENIUS_SECOND_KEY } from './key.mts';
import { originOf } from './paging.mts';
import { findRoute } from './routes.mts';
import type { LeadGeniusState } from './shapes.mts';
import { LeadGeniusStore } from './store.mts';

const PREFIX = '/api/v1/';

/** The settings that concern LeadGenius, and the latency, which its webhooks wait for. */
export type LeadGeniusVendorSettings = Pick<Settings, 'leadGenius' | 'latencyMs'>;

/** The vendor with what its control endpoints need. */
export interface LeadGenius extends Vendor<LeadGeniusVendorSettings, LeadGeniusState> {
	/** The store since the last reset. */
	store(): LeadGeniusStore;
	/** Ends timers and deliveries. */
	close(): void;
}

/**
 * A stand-in for LeadGenius with its seed data.
 *
 * @param foreignUrl the origin of the host that the setting `foreignNext` points to
 */
export function createLeadGenius(
	settings: LeadGeniusVendorSettings,
	foreignUrl: () => string,
): LeadGenius {
	let store = new LeadGeniusStore(settings.leadGenius, settings.latencyMs);
	return {
		name: 'leadGenius',
		owns: (path) => /^\/api\/v1\/(enrichment|exclusion)\//.test(path),
		answer: (request) => answered(() => dispatch(store, request, foreignUrl())),
		reset: (next) => {
			store.stop();
			store = new LeadGeniusStore(next.leadGenius, next.latencyMs);
		},
		state: () => store.snapshot(),
		store: () => store,
		close: () => {
			store.stop();
		},
	};
}

/** Path first, then key, rate limit, method, fields: the order of Django REST framework. */
function dispatch(
	store: LeadGeniusStore,
	request: VendorRequest,
	foreignUrl: string,
): VendorAnswer {
	const { method, path } = request;
	const found = findRoute(path.slice(PREFIX.length));
	if (found === undefined) throw notFound();
	const key = keyOf(request.headers.authorization);
	// All keys are of one account.
	const limited = store.settings.limitedBy === 'account' ? 'account' : key;
	store.rateLimit.take(limited, { detail: 'Request was throttled.' });
	const { methods } = found.route;
	const handler = methods[method];
	if (handler === undefined) {
		const allow = Object.keys(methods).join(', ');
		throw new Refusal(405, { detail: `Method "${method}" not allowed.` }, { allow });
	}
	const origin = originOf(request, store.settings.trustsProxy);
	const origins = { previous: origin, next: store.settings.foreignNext ? foreignUrl : origin };
	return handler(store, request, found.name, origins);
}

/** "Authentication": `Token {apikey}`; one example writes TOKEN. */
function keyOf(authorization: string | string[] | undefined): string {
	const header = { 'www-authenticate': 'Token' };
	const key = /^token +(.+)$/i.exec(String(authorization ?? ''))?.[1];
	if (key === undefined) {
		const detail = 'Authentication credentials were not provided.';
		throw new Refusal(401, { detail }, header);
	}
	if (key === SANDBOX_LEADGENIUS_KEY || key === SANDBOX_LEADGENIUS_SECOND_KEY) return key;
	throw new Refusal(401, { detail: 'Invalid token.' }, header);
}
