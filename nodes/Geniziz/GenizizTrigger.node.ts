import {
	NodeConnectionTypes,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IPollFunctions,
} from 'n8n-workflow';
import { listSearch } from './methods/listSearch';
import { triggerFields } from './trigger/fields';
import { poll } from './trigger/poll';

export class GenizizTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Geniziz Trigger',
		name: 'genizizTrigger',
		icon: { light: 'file:geniziz.svg', dark: 'file:geniziz.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["event"] }}',
		description: 'Starts the workflow when leads, opportunities or activities change in Geniziz',
		defaults: { name: 'Geniziz Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'genizizApi', required: true }],
		properties: triggerFields.map(({ property }) => property),
	};

	methods = { listSearch };

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await poll(this);
	}
}
