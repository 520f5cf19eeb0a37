import {
	NodeConnectionTypes,
	type IHookFunctions,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';
import { triggerFields } from './trigger/fields';
import { receive } from './trigger/receive';
import { isRegistered, register, unregister } from './trigger/registration';

export class LeadGeniusTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'LeadGenius Trigger',
		name: 'leadGeniusTrigger',
		icon: { light: 'file:leadGenius.svg', dark: 'file:leadGenius.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["event"] }}',
		description: 'Starts the workflow when LeadGenius has finalized records',
		defaults: { name: 'LeadGenius Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'leadGeniusApi', required: true }],
		webhooks: [
			{
				name: 'default',
				httpMethod: 'POST',
				responseMode: 'onReceived',
				responseData: 'noData',
				path: 'leadgenius',
			},
		],
		properties: triggerFields.map(({ property }) => property),
	};

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return await isRegistered(this);
			},
			async create(this: IHookFunctions): Promise<boolean> {
				return await register(this);
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return await unregister(this);
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receive(this);
	}
}
