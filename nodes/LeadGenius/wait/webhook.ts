import type { IWebhookDescription } from 'n8n-workflow';

/** The execution's own address, at which LeadGenius ends the wait of Upload and Wait. */
export const resumeWebhooks: IWebhookDescription[] = [
	{
		name: 'default',
		httpMethod: 'POST',
		responseMode: 'onReceived',
		responseData: 'noData',
		path: '',
		restartWebhook: true,
		isFullPath: true,
	},
];
