// Sends webhook deliveries and writes down how they were answered.
import { setTimeout as sleep } from 'node:timers/promises';
import type { LeadGeniusSettings } from './settings.mts';
import type { Delivery } from './shapes.mts';

/** What is sent. */
export type Parcel = Pick<Delivery, 'url' | 'body' | 'cause'>;

const ANSWER_CHARACTERS = 500;

/** The way out, with a bounded number of deliveries under way. Nothing outlives `stop`. */
export class Sender {
	readonly #settings: LeadGeniusSettings;
	readonly #stopped = new AbortController();
	readonly #log: Delivery[] = [];
	readonly #waiting: (() => void)[] = [];
	#active = 0;

	constructor(settings: LeadGeniusSettings) {
		this.#settings = settings;
	}

	/** Every delivery that was sent, in the order of the start. */
	get log(): readonly Delivery[] {
		return this.#log;
	}

	/** Sends a parcel, again where it fails and the settings say so. Resolves to the last try. */
	async send(parcel: Parcel): Promise<Delivery> {
		const { webhookRetries, webhookRetryMs } = this.#settings;
		const { signal } = this.#stopped;
		for (let attempt = 1; ; attempt += 1) {
			const delivery = await this.#inTurn(() => this.#post(parcel, attempt));
			const failed = delivery.status === null || delivery.status >= 500;
			if (!failed || attempt > webhookRetries || signal.aborted) return delivery;
			await sleep(webhookRetryMs, undefined, { ref: false, signal }).catch(() => undefined);
		}
	}

	/** Ends what is under way and lets nothing more out. */
	stop(): void {
		this.#stopped.abort();
		for (const start of this.#waiting.splice(0)) start();
	}

	/** Waits for a free place, in the order of the calls. */
	async #inTurn<T>(task: () => Promise<T>): Promise<T> {
		if (this.#active >= this.#settings.webhookConcurrency && !this.#stopped.signal.aborted) {
			// Who leaves hands its place over, so that nobody slips in between.
			await new Promise<void>((start) => this.#waiting.push(start));
		} else {
			this.#active += 1;
		}
		try {
			return await task();
		} finally {
			const next = this.#waiting.shift();
			if (next === undefined) this.#active -= 1;
			else next();
		}
	}

	async #post(parcel: Parcel, attempt: number): Promise<Delivery> {
		const at = Date.now();
		const open = { status: null, error: null, answer: null, ms: null };
		const delivery: Delivery = { n: this.#log.length + 1, at, ...parcel, attempt, ...open };
		this.#log.push(delivery);
		const timeout = AbortSignal.timeout(this.#settings.webhookTimeoutMs);
		try {
			const response = await fetch(parcel.url, {
				method: 'POST',
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify(parcel.body),
				redirect: 'manual',
				signal: AbortSignal.any([this.#stopped.signal, timeout]),
			});
			const answer = (await response.text()).slice(0, ANSWER_CHARACTERS);
			Object.assign(delivery, { status: response.status, answer });
		} catch (error) {
			delivery.error = reasonOf(error);
		}
		delivery.ms = Date.now() - at;
		return delivery;
	}
}

/** fetch hides the reason ("connect ECONNREFUSED ...") in the cause. */
function reasonOf(error: unknown): string {
	if (!(error instanceof Error)) return String(error);
	return error.cause instanceof Error ? error.cause.message : error.message;
}
