// GenPage as one vendor of the sandbox.
import type { Settings } from '../settings.mts';
import type { Vendor, VendorAnswer, VendorRequest } from '../vendor.mts';
import { Input, Refusal } from './input.mts';
import { ROUTES, workspaceOf } from './routes.mts';
import { GenPageStore } from './state.mts';
import type { GenPageState } from './shapes.mts';

const PREFIX = '/api/external/v1/';

/** The settings that concern GenPage. */
export type GenPageVendorSettings = Pick<Settings, 'genPage'>;

/** A stand-in for GenPage with its seed data. */
export function createGenPage(
	settings: GenPageVendorSettings,
): Vendor<GenPageVendorSettings, GenPageState> {
	let store = new GenPageStore(settings.genPage);
	return {
		name: 'genPage',
		owns: (path) => path.startsWith(PREFIX),
		answer: (request) => answer(store, request),
		reset: (next) => {
			store = new GenPageStore(next.genPage);
		},
		state: () => store.snapshot(),
	};
}

function answer(store: GenPageStore, request: VendorRequest): VendorAnswer {
	try {
		return dispatch(store, request);
	} catch (error) {
		if (error instanceof Refusal) return error.answer;
		throw error;
	}
}

/** Route first, then method, then token, then fields: the order of Laravel. */
function dispatch(store: GenPageStore, request: VendorRequest): VendorAnswer {
	const { method, path } = request;
	const route = ROUTES.get(path.slice(PREFIX.length));
	const shown = path.slice(1);
	if (route === undefined) throw new Refusal(404, `The route ${shown} could not be found.`);
	if (route.method !== method) {
		const message =
			`The ${method} method is not supported for route ${shown}. ` +
			`Supported methods: ${route.method}.`;
		return { status: 405, headers: { allow: route.method }, body: { message } };
	}
	if (!store.tokens.accepts(request.headers.authorization)) {
		throw new Refusal(401, 'Unauthenticated.');
	}
	const input = new Input(request);
	if (store.settings.needsWorkspace && route.needsWorkspace !== false) workspaceOf(store, input);
	return route.handle(store, input);
}
