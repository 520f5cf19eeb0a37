// A vendor whose state is one store, made anew at every reset.
import type { Vendor, VendorAnswer, VendorRequest } from '../vendor.mts';
import { dated } from './clock.mts';
import { answered } from './refusal.mts';

/** What such a vendor remembers. */
export interface Store<State> {
	readonly settings: { readonly clockSkewMs: number };
	/** As `GET /__sandbox/state` shows it. */
	snapshot(): State;
}

/** What makes such a vendor. */
export interface StoreVendorParts<Settings, Kept> {
	readonly name: string;
	/** What its paths begin with. */
	readonly prefix: string;
	newStore(settings: Settings): Kept;
	/** Answers a request, or throws a Refusal. */
	dispatch(store: Kept, request: VendorRequest): VendorAnswer;
}

/** The vendor with what its control endpoints need. */
export interface StoreVendor<Settings, State, Kept> extends Vendor<Settings, State> {
	/** The store since the last reset. */
	store(): Kept;
}

/** A stand-in with its seed data. */
export function storeVendor<Settings, State, Kept extends Store<State>>(
	parts: StoreVendorParts<Settings, Kept>,
	settings: Settings,
): StoreVendor<Settings, State, Kept> {
	let store = parts.newStore(settings);
	return {
		name: parts.name,
		owns: (path) => path.startsWith(parts.prefix),
		answer: (request) =>
			dated(
				answered(() => parts.dispatch(store, request)),
				store.settings.clockSkewMs,
			),
		reset: (next) => {
			store = parts.newStore(next);
		},
		state: () => store.snapshot(),
		store: () => store,
	};
}
