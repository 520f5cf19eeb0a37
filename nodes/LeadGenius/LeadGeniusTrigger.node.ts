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
		// For each call of a version 1 n8n evaluates an expression of its own, on where its body is.
		version: [1, 2],
		subtitle: '={{ $parameter["event"] }}',
		description: 'Starts the workflow when LeadGenius has finalized records',
		defaults: { name: 'LeadGenius Trigger' },
		triggerPanel: {
			executionsHelp: {
				inactive:
					"<b>To test</b>, click the 'listen' button: with automatic registration the campaign sends its notifications to this test until one has come or two minutes are over. It does so only if it sends them nowhere else.",
				active:
					"<b>To test</b>, click the 'listen' button: the published workflow goes on getting all notifications, and the next one is shown here as well. Where n8n has processes of their own for webhooks, it is not: send the Test URL a notification yourself.",
			},
		},
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
