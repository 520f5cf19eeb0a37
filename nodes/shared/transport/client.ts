import { DEFAULT_SETTINGS, type RequestSettings } from '../values/requestSettings';
import type { Vendor } from '../vendor';
import type { Refusal } from './errors';
import type { RequestContext } from './exchange';
import type { Once } from './once';
import type { Purpose } from './purpose';
import type { ApiRequest } from './request';
import { Transport } from './transport';

/**
 * Whoever asks the vendor: an operation for an item or a batch, a trigger, a form's list. It knows
 * what it asks for, so that its errors name that.
 */
export class Client {
	constructor(
		private readonly transport: Transport,
		private readonly settings: RequestSettings,
		private readonly purpose: Purpose,
	) {}

	/** The vendor's origin. */
	get base(): URL {
		return this.transport.base;
	}

	/**
	 * A client for something else that is done for the same item. What it writes is no news for the
	 * user, such as where a campaign sends its notifications.
	 *
	 * @param what as errors name it: 'Watch job 1234567890'
	 */
	for(what: string): Client {
		const { itemIndex } = this.purpose;
		return new Client(this.transport, this.settings, { what, itemIndex });
	}

	/** The same client, with other settings. */
	with(settings: Partial<RequestSettings>): Client {
		return new Client(this.transport, { ...this.settings, ...settings }, this.purpose);
	}

	/** The same client, which also gives up when a signal says so. */
	until(signal: AbortSignal): Client {
		return new Client(this.transport.until(signal), this.settings, this.purpose);
	}

	/** What time it is for the vendor, by its answers so far, in ms since the epoch. */
	get vendorNow(): number {
		return Date.now() + (this.transport.clock.aheadMs ?? 0);
	}

	/** Whether the vendor's limit has room for a request that leaves some to others. */
	hasRoomFor(request: ApiRequest): boolean {
		return this.transport.hasRoomFor(request);
	}

	/** Sends a request. @throws NodeApiError with the vendor's words, CancelledError, DryRun */
	async send(request: ApiRequest): Promise<unknown> {
		return await this.transport.send(request, this.settings, this.purpose);
	}

	/** Sends a request that carries many items. @throws as send, but a refusal is a value */
	async sendList(request: ApiRequest): Promise<{ readonly answer: unknown } | Refusal> {
		return await this.transport.sendList(request, this.settings, this.purpose);
	}

	/**
	 * Has something found out once a run and credential. It is not for one item, so that an error in
	 * it names none.
	 *
	 * @param key tells apart what is found out about several things
	 */
	async once<Found>(
		once: Once<Found>,
		key: string,
		ask: (client: Client) => Promise<Found>,
	): Promise<Found> {
		const { what } = this.purpose;
		const client = new Client(this.transport, this.settings, { what });
		return await once.get(this.transport, key, async () => await ask(client));
	}

	/** Says how far something is that takes long, for who looks on: 'job 5: 40 of 100 leads processed'. */
	tell(far: string): void {
		this.transport.tell(far);
	}

	/** Waits. @param ms how long, in ms @throws CancelledError */
	async pause(ms: number): Promise<void> {
		await this.transport.pause(ms);
	}

	/** The error for an answer of the wrong form. */
	unexpected(answer: unknown, why: string): Error {
		return this.transport.errors.unexpected(answer, why, this.purpose);
	}

	/** The error for something that the vendor reports as gone wrong without an HTTP error. */
	reported(message: string, advice: string): Error {
		return this.transport.errors.reported(message, advice, this.purpose);
	}

	/** The error for something that this node gave up. */
	gaveUp(message: string, advice: string, itemIndex = this.purpose.itemIndex): Error {
		return this.transport.errors.gaveUp(message, advice, itemIndex);
	}
}

/**
 * Opens the way to the vendor where no items are handled, such as in a trigger.
 *
 * @param what what is asked for, as errors name it: 'Watch job 1234567890'
 * @param settings how long it may take, and how long be repeated
 * @throws NodeApiError when the credential's Base URL is not a web address
 */
export async function openClient(
	context: RequestContext,
	vendor: Vendor,
	what: string,
	settings: RequestSettings = DEFAULT_SETTINGS,
): Promise<Client> {
	return new Client(await Transport.open(context, vendor), settings, { what });
}
