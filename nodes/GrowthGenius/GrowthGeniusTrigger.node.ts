import {
	NodeConnectionTypes,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IPollFunctions,
} from 'n8n-workflow';
import { triggerFields } from './trigger/fields';
import { poll } from './trigger/poll';

export class GrowthGeniusTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'GrowthGenius Trigger',
		name: 'growthGeniusTrigger',
		icon: { light: 'file:growthGenius.svg', dark: 'file:growthGenius.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["event"] }}',
		description: 'Starts the workflow when contacts or messages change in GrowthGenius',
		defaults: { name: 'GrowthGenius Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'growthGeniusApi', required: true }],
		properties: triggerFields.map(({ property }) => property),
	};

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await poll(this);
	}
}
