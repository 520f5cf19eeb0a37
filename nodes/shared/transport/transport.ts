import type { Vendor } from '../vendor';
import { parseBody, type Answer } from './answer';
import { exchange, type RequestContext } from './exchange';
import { faultOf } from './fault';
import { limiterFor, type Limiter } from './limiter';
import { baseUrlOf, ForeignOriginError, redirectOf, requireSameOrigin } from './origin';
import { pause, throwIfCancelled } from './pause';
import { apiError, excerpt, jsonOf, problemOf, type Problem } from './problem';
import { urlOf, type ApiRequest, type RequestSettings } from './request';
import { pauseBeforeRepeat, type Try } from './retry';
import { redactor } from './secrets';

/** What a request is for; it shapes errors only. */
export interface Purpose {
	/** The operation as the user knows it, such as 'Get many leads'. */
	readonly what: string;
	readonly itemIndex?: number;
	/** For a request that carries many items: which they are, and the name of their list in it. */
	readonly list?: { readonly key: string; readonly items: readonly number[] };
	/** Display names by the vendor's field names, for errors about fields. */
	readonly names?: ReadonlyMap<string, string>;
}

const MAX_REDIRECTS = 5;

/** Whether a request may have been taken although it brought no good answer. */
function mayHaveBeenTaken(tried: Try): boolean {
	return 'answer' in tried ? tried.answer.status >= 500 : !tried.fault.neverArrived;
}

/** The one door to the network: nothing else in the package sends a request. */
export class Transport {
	private constructor(
		private readonly context: RequestContext,
		private readonly vendor: Vendor,
		readonly base: URL,
		private readonly credential: Readonly<Record<string, unknown>>,
		private readonly limiter: Limiter,
		private readonly redact: (text: string) => string,
		readonly signal: AbortSignal | undefined,
	) {}

	/**
	 * Opens the door with the node's credential.
	 *
	 * @throws NodeApiError when the credential's Base URL is not a web address
	 */
	static async open(context: RequestContext, vendor: Vendor): Promise<Transport> {
		const credential = await context.getCredentials(vendor.credential);
		let base: URL;
		try {
			base = baseUrlOf(credential.baseUrl);
		} catch (error) {
			const message = `'Base URL' of the credential '${vendor.credentialName}': ${faultOf(error).what}`;
			const advice = 'Open the credential and correct it; the default is right for most users';
			throw apiError(context.getNode(), { message, advice, code: undefined });
		}
		const id = context.getNode().credentials?.[vendor.credential]?.id ?? '';
		return new Transport(
			context,
			vendor,
			base,
			credential,
			limiterFor(`${vendor.credential}|${id}|${base.origin}`, vendor.limit),
			redactor(credential),
			'getExecutionCancelSignal' in context ? context.getExecutionCancelSignal() : undefined,
		);
	}

	/**
	 * Sends a request and returns the JSON of its answer, undefined for an empty one.
	 *
	 * @throws NodeApiError with the vendor's words and what to check; CancelledError
	 */
	async send(request: ApiRequest, settings: RequestSettings, purpose: Purpose): Promise<unknown> {
		const common = this.commonQuery(request, purpose);
		let waited = 0;
		let maybeTaken = false;
		for (let repeats = 0; ; repeats++) {
			const tried = await this.attempt(request, common, settings, purpose);
			if ('answer' in tried && tried.answer.status >= 200 && tried.answer.status < 300) {
				return this.parsed(tried.answer, purpose);
			}
			// The delete whose answer was lost had arrived after all.
			const isGone = 'answer' in tried && tried.answer.status === 404;
			if (isGone && maybeTaken && request.method === 'DELETE') return undefined;
			maybeTaken ||= mayHaveBeenTaken(tried);
			const ms = pauseBeforeRepeat(request, tried, repeats, waited, settings);
			if (ms === undefined) throw this.error(this.problem(tried, request, purpose), purpose);
			waited += ms;
			await pause(ms, this.signal);
		}
	}

	/** The error for something that the vendor reports as gone wrong without an HTTP error. */
	failed(message: string, advice: string, purpose: Purpose): Error {
		return this.error({ message, advice, code: undefined }, purpose);
	}

	/** Fails with the operation, the status and the start of an answer that has the wrong shape. */
	unexpected(body: unknown, why: string, purpose: Purpose): Error {
		return this.error(
			{
				message: `${this.vendor.name} answered in an unexpected form: ${why}`,
				advice: `${purpose.what}: the answer starts with ${excerpt(this.redact(jsonOf(body)))}`,
				code: undefined,
			},
			purpose,
		);
	}

	/** What the vendor wants in the query of this request. @throws when the credential lacks it */
	private commonQuery(request: ApiRequest, purpose: Purpose): Record<string, string> {
		const read = this.vendor.query?.(this.credential, request) ?? { input: {} };
		if ('input' in read) return read.input;
		const name = `of the credential '${this.vendor.credentialName}'`;
		const message = read.issues.map(({ field, wrong }) => `'${field}' ${name} ${wrong}`).join('; ');
		const advice = read.issues.map(({ fix }) => fix).join('. ');
		throw this.error({ message, advice, code: undefined }, purpose);
	}

	private async attempt(
		request: ApiRequest,
		common: Record<string, string>,
		settings: RequestSettings,
		purpose: Purpose,
	): Promise<Try> {
		try {
			return { answer: await this.follow(request, common, settings) };
		} catch (error) {
			throwIfCancelled(this.signal);
			if (error instanceof ForeignOriginError) throw this.error(this.refused(error), purpose);
			return { fault: faultOf(error) };
		}
	}

	/** One request and its answer, following redirects on the credential's own origin only. */
	private async follow(
		request: ApiRequest,
		common: Record<string, string>,
		settings: RequestSettings,
	): Promise<Answer> {
		let url = urlOf(request, this.base, common);
		requireSameOrigin(url, this.base);
		for (let hops = 0; ; hops++) {
			const answer = await this.limited(request, url, settings);
			const target = redirectOf(answer, url);
			// 301 to 303 turn a write into a read: following one would hide that nothing was written.
			const keepsMethod = [307, 308].includes(answer.status) || request.method === 'GET';
			if (!target || !keepsMethod || hops >= MAX_REDIRECTS) return answer;
			url = target;
		}
	}

	/** One request, once the limiter lets it through: the vendor counts every step of a redirect. */
	private async limited(request: ApiRequest, url: URL, settings: RequestSettings): Promise<Answer> {
		const { limitGroup = '' } = request;
		const release = await this.limiter.take(limitGroup, settings.maxRetryWaitMs, this.signal);
		let answer: Answer | undefined;
		try {
			throwIfCancelled(this.signal);
			answer = await exchange(this.context, this.vendor.credential, {
				request,
				url,
				timeoutMs: settings.timeoutMs,
				signal: this.signal,
			});
			return answer;
		} finally {
			release(answer);
		}
	}

	private parsed(answer: Answer, purpose: Purpose): unknown {
		const parsed = parseBody(answer.text);
		if ('json' in parsed) return parsed.json;
		const what =
			parsed.wrong === 'html' ? 'a web page instead of data' : 'something that is not JSON';
		throw this.error(
			{
				message: `${this.vendor.name} answered with ${what}`,
				advice: `${purpose.what}: check the credential's Base URL, then try again. Status ${answer.status}; the answer starts with: ${excerpt(this.redact(answer.text))}`,
				code: String(answer.status),
			},
			purpose,
		);
	}

	private problem(tried: Try, request: ApiRequest, purpose: Purpose): Problem {
		if ('answer' in tried) {
			// Blanked before it is cut: half a key is still a secret.
			const answer = { ...tried.answer, text: this.redact(tried.answer.text) };
			return problemOf(answer, this.vendor, purpose);
		}
		const { what, code, neverArrived, answered } = tried.fault;
		const unsure =
			request.method === 'GET' || neverArrived
				? ''
				: ` ${this.vendor.name} may have taken the request all the same: look there before you run it again.`;
		return {
			message: `${this.vendor.name} ${answered ? 'gave no usable answer' : 'could not be reached'}: ${what}`,
			advice: `${purpose.what}: check the credential's Base URL and your network, then try again.${unsure}`,
			code,
		};
	}

	private refused(error: ForeignOriginError): Problem {
		return {
			message: `${this.vendor.name} ${error.message}`,
			advice: `The request was stopped. Check the Base URL of the credential '${this.vendor.credentialName}'`,
			code: undefined,
		};
	}

	private error(problem: Problem, purpose: Purpose): Error {
		const { message, advice } = problem;
		return apiError(
			this.context.getNode(),
			{ ...problem, message: this.redact(message), advice: this.redact(advice) },
			problem.itemIndex ?? purpose.itemIndex,
		);
	}
}
