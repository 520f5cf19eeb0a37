import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { parseExactly } from '../transport/exactJson';
import { DEFAULT_SETTINGS, type RequestSettings } from '../values/requestSettings';

/**
 * While a vendor waits for the answer to its own call. No document promises that it calls again, so
 * that a limit of requests a minute must be waited out: pauses of up to half a minute that may not
 * exceed this together make at least a whole one. n8n sets a call no time limit, and goes on with it
 * also when the caller has hung up.
 */
export const WHILE_CALLED: RequestSettings = {
	...DEFAULT_SETTINGS,
	maxRetryWaitMs: 90_000,
	goesFirst: true,
};

/**
 * The JSON of a call. It is read from the raw body, since n8n parses only what is said to be JSON,
 * and not every vendor says so; undefined when it is none.
 */
export async function bodyOf(context: IWebhookFunctions): Promise<unknown> {
	const request = context.getRequestObject();
	// What is said to have several parts n8n leaves unread; what it took apart cannot be read again.
	if (!request.rawBody) await request.readRawBody().catch(() => undefined);
	const text = request.rawBody?.toString('utf8').replace(/^\uFEFF/, '') ?? '';
	if (text === '') return context.getBodyData();
	try {
		return parseExactly(text);
	} catch {
		return undefined;
	}
}

/** Answers a call with a status and a sentence. What is returned starts and resumes nothing as it is. */
export function answerWith(
	context: IWebhookFunctions,
	status: number,
	message: string,
): IWebhookResponseData {
	context.getResponseObject().status(status).json({ message });
	return { noWebhookResponse: true };
}
