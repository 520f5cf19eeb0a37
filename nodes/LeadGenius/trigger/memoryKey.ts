import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

/** What tells one trigger's memory from another's: its workflow, its node and its campaign. */
export function memoryKey(context: IHookFunctions | IWebhookFunctions): string {
	return JSON.stringify([
		context.getWorkflow().id,
		context.getNode().id,
		context.getNodeParameter('campaignSlug'),
	]);
}
