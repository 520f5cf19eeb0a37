// Geniziz as one vendor of the sandbox.
import type { Settings } from '../settings.mts';
import type { Vendor, VendorAnswer, VendorRequest } from '../vendor.mts';
import { leastAnswer } from './least.mts';
import { Refusal } from './refusal.mts';
import { findRoute } from './routes.mts';
import type { Found } from './routes.mts';
import type { GenizizState } from './shapes.mts';
import { GenizizStore } from './store.mts';
import type { Caller } from './store.mts';

/** Every group of endpoints by the first part of its path. LeadGenius has the others below /api/v1/. */
const PATH =
	/^\/api\/v1\/((me|activity|connected_account|conversation|custom_object_type|email_template|lead|mailing_export|opportunity|report|sequence_subscription|status)(?:\/.*)?)$/;

/** The settings that concern Geniziz. */
export type GenizizVendorSettings = Pick<Settings, 'geniziz'>;

/** The vendor with what its control endpoints need. */
export interface Geniziz extends Vendor<GenizizVendorSettings, GenizizState> {
	/** The store since the last reset. */
	store(): GenizizStore;
}

/** A stand-in for Geniziz with its seed data. */
export function createGeniziz(settings: GenizizVendorSettings): Geniziz {
	let store = new GenizizStore(settings.geniziz);
	return {
		name: 'geniziz',
		owns: (path) => PATH.test(path),
		answer: (request) => answer(store, request),
		reset: (next) => {
			store = new GenizizStore(next.geniziz);
		},
		state: () => store.snapshot(),
		store: () => store,
	};
}

/** Path first, then key, rate limit, method, billing, fields. */
function answer(store: GenizizStore, request: VendorRequest): VendorAnswer {
	const headers = store.clock.headers;
	try {
		store.settle();
		const [, path = '', group = ''] = PATH.exec(request.path) ?? [];
		const found = findRoute(path);
		if (found === undefined) throw new Refusal(404, 'Not found.');
		const { key, caller } = callerOf(store, request.headers.authorization);
		const { isUsedUp, headers: limits } = store.rateLimit.take(key, group);
		Object.assign(headers, limits);
		if (isUsedUp) throw new Refusal(429, 'Rate limit exceeded.');
		const taken = dispatch(store, request, found, caller, group);
		const isLeast = store.settings.writeAnswer === 'least' && taken.status < 400;
		return withHeaders(isLeast ? leastAnswer(request.method, path, taken) : taken, headers);
	} catch (error) {
		if (error instanceof Refusal) return withHeaders(error.answer, headers);
		throw error;
	}
}

function dispatch(
	store: GenizizStore,
	request: VendorRequest,
	{ methods, id, itemId }: Found,
	caller: Caller,
	group: string,
): VendorAnswer {
	const handler = methods[request.method];
	if (handler === undefined) {
		const allow = Object.keys(methods).join(', ');
		const error = `Method ${request.method} is not allowed.`;
		return { status: 405, headers: { allow }, body: { error } };
	}
	if (store.settings.unpaid && group !== 'me') {
		throw new Refusal(402, 'The subscription of this workspace has ended.');
	}
	return handler({ store, caller, request, id, itemId });
}

/** "HTTP Basic auth — the key is the username, the password is blank." */
function callerOf(
	store: GenizizStore,
	authorization: string | string[] | undefined,
): { key: string; caller: Caller } {
	const coded = /^basic +(\S+)$/i.exec(String(authorization ?? ''))?.[1];
	if (coded === undefined) throw new Refusal(401, 'An API key is required.');
	const [, key = ''] = /^([^:]*):$/.exec(Buffer.from(coded, 'base64').toString()) ?? [];
	const caller = store.callerOf(key);
	if (caller === undefined) throw new Refusal(401, 'This API key is not valid.');
	return { key, caller };
}

function withHeaders(answer: VendorAnswer, headers: Record<string, string>): VendorAnswer {
	return { ...answer, headers: { ...headers, ...answer.headers } };
}
