// The endpoints of GrowthGenius' "API Reference" and the one that newer public documents add.
import { Refusal } from '../shared/refusal.mts';
import type { VendorAnswer, VendorRequest } from '../vendor.mts';
import { CONTACTS, MESSAGES } from './kinds.mts';
import type { Kind } from './kinds.mts';
import { create, get, list, remove, update } from './recordRoutes.mts';
import { COMPANIES } from './seed.mts';
import type { GrowthGeniusStore } from './store.mts';

/**
 * Answers a request, or throws a Refusal to say no.
 *
 * @param id the id in the path; '' where there is none
 */
export type Handler = (
	store: GrowthGeniusStore,
	request: VendorRequest,
	id: string,
) => VendorAnswer;

/** One endpoint. */
export interface Route {
	readonly method: string;
	readonly path: RegExp;
	/** "every request EXCEPT the User API should include the user_id". */
	readonly needsUser: boolean;
	readonly handle: Handler;
}

const users: Route = {
	method: 'GET',
	path: /^users$/,
	needsUser: false,
	handle: ({ users }) => ({ status: 200, body: { users } }),
};

const findCompany: Route = {
	method: 'GET',
	path: /^companies\/find$/,
	needsUser: true,
	handle: ({ settings }, { query }) => {
		const { domain } = query;
		if (typeof domain !== 'string' || domain.trim() === '') {
			throw new Refusal(400, { error: 'domain is missing' });
		}
		const company = COMPANIES.get(domain.trim().toLowerCase());
		if (company === undefined) throw new Refusal(404, { error: 'company not found' });
		const { companyWrapper: wrapper } = settings;
		return { status: 200, body: wrapper === 'none' ? company : { [wrapper]: company } };
	},
};

const ROUTES: readonly Route[] = [users, findCompany, ...routesOf(CONTACTS), ...routesOf(MESSAGES)];

/** The endpoint of a method and a path below /integrations/v1/, with the id in it. */
export function findRoute(method: string, path: string): { route: Route; id: string } | undefined {
	for (const route of ROUTES) {
		const match = route.method === method ? route.path.exec(path) : null;
		if (match !== null) return { route, id: match[1] ?? '' };
	}
	return undefined;
}

function routesOf(kind: Kind): Route[] {
	const all = new RegExp(`^${kind.many}$`);
	const single = new RegExp(`^${kind.many}/([^/]+)$`);
	const handlers = [
		{ method: 'POST', path: all, run: create },
		{ method: 'GET', path: all, run: list },
		{ method: 'GET', path: single, run: get },
		{ method: 'PATCH', path: single, run: update },
		{ method: 'DELETE', path: single, run: remove },
	];
	return handlers.map(({ method, path, run }) => ({
		method,
		path,
		needsUser: true,
		handle: (store, request, id) => run(store, kind, request, id),
	}));
}
