import type { IWebhookFunctions } from 'n8n-workflow';
import { withoutSignatures } from '../values/text';
import { faultOf } from './fault';

/** A call is handled within this time, in ms, also where a limit of requests has to be waited out. */
const LONGEST_MS = 120_000;

/**
 * Hands a call on to another address of this n8n, without any credential. What comes of it is the
 * other's: only when it cannot be reached, n8n's log says so.
 *
 * @param url may hold a token: it is not said
 * @param what what is handed on, and to whom, as the log has it
 */
export async function handOn(
	context: IWebhookFunctions,
	{ url, body, what }: { readonly url: string; readonly body: unknown; readonly what: string },
): Promise<void> {
	try {
		await context.helpers.httpRequest({
			method: 'POST',
			url,
			headers: { 'Content-Type': 'application/json' },
			body: JSON.stringify(body),
			timeout: LONGEST_MS,
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
		});
	} catch (error) {
		context.logger.warn(
			`${what} could not be handed on: ${withoutSignatures(faultOf(error).what)}`,
		);
	}
}
