import type {
	IAllExecuteFunctions,
	ICredentialsDecrypted,
	IExecuteFunctions,
	IHookFunctions,
	IHttpRequestOptions,
	ILoadOptionsFunctions,
	IPollFunctions,
	IWebhookFunctions,
} from 'n8n-workflow';
import { headOf, readBody, type Answer, type AnswerHead } from './answer';
import { AnswerTimeoutError, faultOf } from './fault';
import type { ApiRequest } from './request';

/** The n8n contexts from which the package sends requests. */
export type RequestContext =
	| IExecuteFunctions
	| IHookFunctions
	| ILoadOptionsFunctions
	| IPollFunctions
	| IWebhookFunctions;

/** One request on its way. */
interface Sending {
	readonly request: ApiRequest;
	/** Its address with its query; the request's path is not looked at any more. */
	readonly url: URL;
	/** How long it may take to the end of the answer's body, in ms. */
	readonly timeoutMs: number;
	/** n8n's cancel signal, where the context has one. */
	readonly signal: AbortSignal | undefined;
	/** Called when the answer's head is there, before its body is read. */
	readonly onHead: (head: AnswerHead) => void;
}

/**
 * Sends one request with the credential, through n8n's own helper, and reads its answer. Redirects
 * are not followed, and an error status is an answer like any other; so is one whose body breaks off.
 *
 * @throws AnswerTimeoutError, or what the network threw, when not even a status came back
 */
export async function exchange(
	context: RequestContext,
	credential: ICredentialsDecrypted,
	{ request, url, timeoutMs, signal: cancel, onHead }: Sending,
): Promise<Answer> {
	const deadline = AbortSignal.timeout(Math.max(1, Math.ceil(timeoutMs)));
	const signal = cancel ? AbortSignal.any([cancel, deadline]) : deadline;
	// n8n puts its own cancel signal over the one in the options; so it is given the one that also
	// ends in time. Only an aborted request closes its connection: the body's stream cannot.
	const sender: IAllExecuteFunctions = Object.create(context, {
		getExecutionCancelSignal: { value: () => signal },
	});
	const reason = (error: unknown) => (deadline.aborted ? new AnswerTimeoutError() : error);
	let response: unknown;
	try {
		const options = { ...optionsOf(request, url), timeout: timeoutMs, abortSignal: signal };
		const { httpRequestWithAuthentication: send } = context.helpers;
		response = await send.call(sender, credential.type, options, {
			credentialsDecrypted: credential,
		});
	} catch (error) {
		throw reason(error);
	}
	const head = headOf(response);
	onHead(head);
	try {
		return { ...head, text: await readBody(response) };
	} catch (error) {
		return { ...head, text: '', broken: faultOf(reason(error), true) };
	}
}

function optionsOf(request: ApiRequest, url: URL): IHttpRequestOptions {
	const options: IHttpRequestOptions = {
		method: request.method,
		url: url.href,
		headers: { Accept: 'application/json' },
		encoding: 'stream',
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		disableFollowRedirect: true,
		sendCredentialsOnCrossOriginRedirect: false,
	};
	if (request.body === undefined) return options;
	return {
		...options,
		headers: { ...options.headers, 'Content-Type': 'application/json' },
		body: JSON.stringify(request.body),
	};
}
