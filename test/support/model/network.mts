// The way between the trigger and the vendor of a history, and what goes wrong on it.
import type { IHttpRequestOptions } from 'n8n-workflow';
import type { Network } from '../engine.mts';
import type { Clocks } from './clocks.mts';
import type { World } from './world.mts';

/** What happens while a poll is under way. */
export interface Disturbance {
	/** How long each request takes, in ms. */
	readonly takesMs: number;
	/** How many requests pass before one is refused; undefined where none is. */
	readonly refusal?: { readonly after: number; readonly status: number; readonly times: number };
	/** What happens at the vendor before a request, counted from 0. */
	readonly between: ReadonlyArray<{ readonly at: number; readonly act: () => void }>;
}

const NONE: Disturbance = { takesMs: 0, between: [] };

/** Answers in place of the network. */
export class ModelNetwork {
	/** Requests of the poll under way. */
	requests = 0;
	private disturbance = NONE;
	private readonly world: World;
	private readonly clocks: Clocks;

	constructor(world: World, clocks: Clocks) {
		this.world = world;
		this.clocks = clocks;
	}

	/** Does something while requests are disturbed. */
	async disturbed(disturbance: Disturbance, act: () => Promise<void>): Promise<void> {
		this.disturbance = disturbance;
		this.requests = 0;
		try {
			await act();
		} finally {
			this.disturbance = NONE;
		}
	}

	/** Answers a request of the trigger. */
	readonly send: Network = async ({ method = 'GET', url }) => {
		const { takesMs, refusal, between } = this.disturbance;
		const number = this.requests++;
		for (const { at, act } of between) if (at === number) act();
		this.clocks.now += takesMs;
		const date = new Date(this.clocks.vendorNow).toUTCString();
		const refused = refusal && number >= refusal.after && number < refusal.after + refusal.times;
		const answer = refused
			? { status: refusal.status, body: { error: 'Not now.' } }
			: this.answer(method, new URL(url));
		const body = answer.body === undefined ? '' : JSON.stringify(answer.body);
		return await Promise.resolve({ statusCode: answer.status, headers: { date }, body });
	};

	private answer(
		method: NonNullable<IHttpRequestOptions['method']>,
		{ pathname, searchParams }: URL,
	) {
		const { vendor, key } = this.world;
		const query = Object.fromEntries(searchParams);
		const request = { method, path: pathname, query, headers: vendor.headers(key), body: null };
		return this.clocks.atVendor(() => this.world.answer(request));
	}
}
