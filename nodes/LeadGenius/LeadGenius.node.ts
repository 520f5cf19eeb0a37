import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';
import { describe } from '../shared/operations/describe';
import { execute } from '../shared/run/execute';
import { resumeWebhooks } from '../shared/webhooks/sleep';
import { leadGenius } from './leadGenius';
import { getMatches } from './methods/matches';
import { getExclusionColumns, getRecordColumns } from './methods/resourceMapping';
import { resume } from './resources/record/wait/resume';

export class LeadGenius implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'LeadGenius',
		name: 'leadGenius',
		icon: { light: 'file:leadGenius.svg', dark: 'file:leadGenius.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Enrich accounts and contacts with the people of LeadGenius',
		defaults: { name: 'LeadGenius' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'leadGeniusApi', required: true }],
		webhooks: resumeWebhooks,
		properties: describe(leadGenius),
	};

	methods = { resourceMapping: { getRecordColumns, getExclusionColumns, getMatches } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await execute(this, leadGenius);
	}

	/** Ends the wait of Upload and Wait. */
	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await resume(this);
	}
}
