import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

/** Answers a call with a status and a sentence, and starts or resumes nothing. */
export function answerWith(
	context: IWebhookFunctions,
	status: number,
	message: string,
): IWebhookResponseData {
	context.getResponseObject().status(status).json({ message });
	return { noWebhookResponse: true };
}
