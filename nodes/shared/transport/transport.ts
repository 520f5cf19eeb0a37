import type {
	IAllExecuteFunctions,
	IExecuteFunctions,
	IHookFunctions,
	IHttpRequestOptions,
	ILoadOptionsFunctions,
	IPollFunctions,
	IWebhookFunctions,
} from 'n8n-workflow';
import type { Vendor } from '../vendor';
import { parseBody, readAnswer, type Answer } from './answer';
import { faultOf } from './fault';
import { limiterFor, type Limiter } from './limiter';
import { baseUrlOf, ForeignOriginError, redirectOf, requireSameOrigin } from './origin';
import { pause, throwIfCancelled } from './pause';
import { apiError, excerpt, problemOf, type Problem } from './problem';
import { urlOf, type ApiRequest, type RequestSettings } from './request';
import { pauseBeforeRepeat, type Try } from './retry';
import { redactor } from './secrets';

/** The n8n contexts from which the package sends requests. */
export type RequestContext =
	| IExecuteFunctions
	| IHookFunctions
	| ILoadOptionsFunctions
	| IPollFunctions
	| IWebhookFunctions;

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

function isGone(tried: Try): boolean {
	return 'answer' in tried && tried.answer.status === 404;
}

/** The one door to the network: nothing else in the package sends a request. */
export class Transport {
	private constructor(
		private readonly context: RequestContext,
		private readonly vendor: Vendor,
		private readonly base: URL,
		private readonly commonQuery: Record<string, string>,
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
			vendor.query?.(credential) ?? {},
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
		let waited = 0;
		for (let repeats = 0; ; repeats++) {
			const tried = await this.attempt(request, settings, purpose);
			if ('answer' in tried && tried.answer.status >= 200 && tried.answer.status < 300) {
				return this.jsonOf(tried.answer, purpose);
			}
			// The delete whose answer was lost had arrived after all.
			if (repeats > 0 && request.method === 'DELETE' && isGone(tried)) return undefined;
			const ms = pauseBeforeRepeat(request, tried, repeats, waited, settings);
			if (ms === undefined) throw this.error(this.problem(tried, request, purpose), purpose);
			waited += ms;
			await pause(ms, this.signal);
		}
	}

	/** Fails with the operation, the status and the start of an answer that has the wrong shape. */
	unexpected(body: unknown, why: string, purpose: Purpose): Error {
		return this.error(
			{
				message: `${this.vendor.name} answered in an unexpected form: ${why}`,
				advice: `${purpose.what}: the answer starts with ${excerpt(this.redact(JSON.stringify(body) ?? 'nothing'))}`,
				code: undefined,
			},
			purpose,
		);
	}

	private async attempt(
		request: ApiRequest,
		settings: RequestSettings,
		purpose: Purpose,
	): Promise<Try> {
		throwIfCancelled(this.signal);
		const release = await this.limiter.take(
			request.limitGroup ?? '',
			settings.maxRetryWaitMs,
			this.signal,
		);
		let answer: Answer | undefined;
		try {
			answer = await this.exchange(request, settings.timeoutMs);
			return { answer };
		} catch (error) {
			throwIfCancelled(this.signal);
			if (error instanceof ForeignOriginError) throw this.error(this.refused(error), purpose);
			return { fault: faultOf(error) };
		} finally {
			release(answer);
		}
	}

	/** One request and its answer, following redirects on the credential's own origin only. */
	private async exchange(request: ApiRequest, timeoutMs: number): Promise<Answer> {
		let url = urlOf(request, this.base, this.commonQuery);
		requireSameOrigin(url, this.base);
		for (let hops = 0; ; hops++) {
			const answer = await this.call(request, url, timeoutMs);
			const target = redirectOf(answer, url);
			// 301 to 303 turn a write into a read: following one would hide that nothing was written.
			const keepsMethod = [307, 308].includes(answer.status) || request.method === 'GET';
			if (!target || !keepsMethod || hops >= MAX_REDIRECTS) return answer;
			url = target;
		}
	}

	private async call(request: ApiRequest, url: URL, timeoutMs: number): Promise<Answer> {
		const started = Date.now();
		const options: IHttpRequestOptions = {
			method: request.method,
			url: url.href,
			headers: { Accept: 'application/json' },
			encoding: 'stream',
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
			sendCredentialsOnCrossOriginRedirect: false,
			timeout: timeoutMs,
		};
		if (request.body !== undefined) {
			options.headers = { ...options.headers, 'Content-Type': 'application/json' };
			options.body = JSON.stringify(request.body);
		}
		const sender: IAllExecuteFunctions = this.context;
		const response: unknown = await this.context.helpers.httpRequestWithAuthentication.call(
			sender,
			this.vendor.credential,
			options,
		);
		return await readAnswer(response, timeoutMs - (Date.now() - started), this.signal);
	}

	private jsonOf(answer: Answer, purpose: Purpose): unknown {
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
