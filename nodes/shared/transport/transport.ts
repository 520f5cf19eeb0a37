import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import type { RequestSettings } from '../values/requestSettings';
import type { Vendor } from '../vendor';
import { isGood, parseBody, type Answer, type AnswerHead } from './answer';
import { openDoor, type Door } from './door';
import { DryRun } from './dryRun';
import type { RequestErrors, Refusal } from './errors';
import { exchange, type RequestContext } from './exchange';
import { faultOf } from './fault';
import { ForeignOriginError, ownUrl, redirectOf } from './origin';
import { pause, throwIfCancelled } from './pause';
import type { Purpose } from './purpose';
import { urlOf, type ApiRequest } from './request';
import { mayHaveBeenTaken, pauseBeforeRepeat, type Attempt } from './retry';
import { Tally } from './tally';
import type { VendorClock } from './vendorClock';

const MAX_REDIRECTS = 5;

/** One request with all that it is sent with. */
interface Sending {
	readonly request: ApiRequest;
	/** What the vendor wants in the query of every request. */
	readonly query: Record<string, string>;
	readonly settings: RequestSettings;
	readonly purpose: Purpose;
	readonly onHead: (head: AnswerHead) => void;
}

/** The one door to the network: nothing else in the package sends a request. */
export class Transport {
	private constructor(private readonly door: Door) {}

	/**
	 * Opens the door with the node's credential.
	 *
	 * @throws NodeApiError when the credential has a value that no request can be sent with
	 */
	static async open(context: RequestContext, vendor: Vendor): Promise<Transport> {
		return Transport.with(context, vendor, await context.getCredentials(vendor.credential));
	}

	/**
	 * Opens the door with a decrypted credential.
	 *
	 * @param key tells it from others under the same ID, where it depends on the item
	 * @param tally what the requests are counted in
	 * @throws NodeApiError when the credential has a value that no request can be sent with
	 */
	static with(
		context: RequestContext,
		vendor: Vendor,
		credential: ICredentialDataDecryptedObject,
		key = '',
		tally = new Tally(),
	): Transport {
		return new Transport(openDoor(context, vendor, credential, key, tally));
	}

	/** The vendor's origin, with the path in front of the API's. */
	get base(): URL {
		return this.door.base;
	}

	get errors(): RequestErrors {
		return this.door.errors;
	}

	/** What time it is for the vendor. */
	get clock(): VendorClock {
		return this.door.clock;
	}

	/** Ends all requests and pauses. */
	get signal(): AbortSignal | undefined {
		return this.door.signal;
	}

	/** How many requests may be under way at once, where that is found out. */
	get atOnce(): number {
		return this.door.limiter.atOnce;
	}

	/** Notes how far something is that takes long, in words. */
	tell(far: string): void {
		this.door.tally.latest = far;
	}

	/** Waits. @param ms how long, in ms @throws CancelledError */
	async pause(ms: number): Promise<void> {
		await pause(ms, this.signal, this.door.tally.onTick);
	}

	/** The same door, which is also shut when a signal says so. */
	until(signal: AbortSignal): Transport {
		const either = this.signal ? AbortSignal.any([this.signal, signal]) : signal;
		return new Transport({ ...this.door, signal: either });
	}

	/**
	 * Sends a request and returns the JSON of its answer, undefined for an empty one. Where any
	 * answer will do, text that is no JSON is returned as it is, and one that broke off is undefined.
	 *
	 * @throws NodeApiError with the vendor's words and what to check; CancelledError; DryRun where the
	 *   settings say that nothing is to be sent
	 */
	async send(request: ApiRequest, settings: RequestSettings, purpose: Purpose): Promise<unknown> {
		const result = await this.deliver(request, settings, purpose);
		if ('json' in result) return result.json;
		throw this.errors.failedAttempt(result.failed, request, purpose);
	}

	/**
	 * The same for a request that carries many items: a refusal is a value, which says what the vendor
	 * says of each.
	 *
	 * @throws NodeApiError when it could not be sent, or the answer cannot be read; CancelledError, DryRun
	 */
	async sendList(
		request: ApiRequest,
		settings: RequestSettings,
		purpose: Purpose,
	): Promise<{ readonly answer: unknown } | Refusal> {
		const result = await this.deliver(request, settings, purpose);
		if ('json' in result) return { answer: result.json };
		const { failed } = result;
		if ('answer' in failed) return this.errors.refusal(failed, request, purpose);
		throw this.errors.failedAttempt(failed, request, purpose);
	}

	/** Whether the vendor's limit has room for a request that leaves some to others. */
	hasRoomFor(request: ApiRequest): boolean {
		return this.door.limiter.hasRoom(this.groupOf(urlOf(request, this.base, {})));
	}

	private groupOf({ pathname }: URL): string {
		return this.door.vendor.limitGroup?.(pathname) ?? '';
	}

	private async deliver(
		request: ApiRequest,
		settings: RequestSettings,
		purpose: Purpose,
	): Promise<{ readonly json: unknown } | { readonly failed: Attempt }> {
		let taken: ((answer: unknown) => void) | undefined;
		const noteTaken = () => {
			if (request.method !== 'GET') taken ??= purpose.onTaken?.() ?? (() => {});
		};
		const onHead = (head: AnswerHead) => {
			if (isGood(head)) noteTaken();
		};
		const query = this.vendorQuery(request, purpose);
		// The one place that every request comes through: what is said to be dry cannot get out.
		if (settings.dryRun) throw new DryRun(request, this.base);
		const sending = { request, query, settings, purpose, onHead };
		let waited = 0;
		let maybeTaken = false;
		for (let repeats = 0; ; repeats++) {
			const attempt = await this.attempt(sending);
			if ('answer' in attempt && isGood(attempt.answer)) {
				const json = this.parsed(attempt.answer, request, purpose);
				taken?.(json);
				return { json };
			}
			if (taken && request.answer === 'any') return { json: undefined };
			// The delete whose answer was lost had arrived after all.
			const isGone = 'answer' in attempt && attempt.answer.status === 404;
			if (isGone && maybeTaken && request.method === 'DELETE') {
				noteTaken();
				return { json: undefined };
			}
			maybeTaken ||= mayHaveBeenTaken(attempt);
			const ms = pauseBeforeRepeat(request, attempt, repeats, waited, settings);
			if (ms === undefined) return { failed: attempt };
			waited += ms;
			this.door.tally.repeat(attempt);
			await this.door.tally.wait(this.pause(ms));
		}
	}

	/** What the vendor wants in the query of this request. @throws when the credential lacks it */
	private vendorQuery({ path }: ApiRequest, purpose: Purpose): Record<string, string> {
		const query = this.door.vendor.query?.(this.door.credential, path) ?? { input: {} };
		if ('input' in query) return query.input;
		throw this.errors.credential(query.issues, purpose.itemIndex);
	}

	private async attempt(sending: Sending): Promise<Attempt> {
		try {
			const answer = await this.follow(sending);
			if (answer.broken) throwIfCancelled(this.signal);
			return answer.broken && isGood(answer) ? { fault: answer.broken } : { answer };
		} catch (error) {
			throwIfCancelled(this.signal);
			if (error instanceof ForeignOriginError) throw this.errors.foreign(error, sending.purpose);
			return { fault: faultOf(error) };
		}
	}

	/** One request and its answer, following redirects on the credential's own origin only. */
	private async follow(sending: Sending): Promise<Answer> {
		const { request, query } = sending;
		let url = ownUrl(urlOf(request, this.base, query), this.base);
		for (let hops = 0; ; hops++) {
			const answer = await this.limited(sending, url);
			const target = redirectOf(answer, url);
			// 301 to 303 turn a write into a read: following one would hide that nothing was written.
			const keepsMethod = [307, 308].includes(answer.status) || request.method === 'GET';
			if (!target || !keepsMethod || hops >= MAX_REDIRECTS) return answer;
			url = target;
		}
	}

	/** One request, once the limiter lets it through: the vendor counts every step of a redirect. */
	private async limited(
		{ request, settings, purpose, onHead }: Sending,
		url: URL,
	): Promise<Answer> {
		const { timeoutMs, maxRetryWaitMs: longestMs, goesFirst, leavesRoom, inParallel } = settings;
		const kind = inParallel === undefined ? purpose.what : undefined;
		const { limiter, tally } = this.door;
		const { onTick } = tally;
		const turn = { longestMs, goesFirst, leavesRoom, run: tally, kind, onTick };
		const release = await tally.wait(limiter.take(this.groupOf(url), turn, this.signal));
		tally.sent();
		let answer: Answer | undefined;
		try {
			throwIfCancelled(this.signal);
			const sending = { request, url, timeoutMs, signal: this.signal, onHead };
			answer = await exchange(this.door.context, this.door.decrypted, sending);
			this.clock.learn(answer);
			return answer;
		} finally {
			release(answer);
		}
	}

	private parsed(answer: Answer, request: ApiRequest, purpose: Purpose): unknown {
		const parsed = parseBody(answer.text);
		if ('json' in parsed) return parsed.json;
		if (request.answer === 'any') return answer.text.trim();
		throw this.errors.unreadable(answer, parsed.wrong, purpose);
	}
}
