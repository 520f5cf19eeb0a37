import {
	NodeConnectionTypes,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IPollFunctions,
} from 'n8n-workflow';
import { searchWorkspaces } from './methods/listSearch';
import { triggerProperties } from './trigger/fields';
import { poll } from './trigger/poll';

export class GenPageTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'GenPage Trigger',
		name: 'genPageTrigger',
		icon: { light: 'file:genPage.svg', dark: 'file:genPage.dark.svg' },
		group: ['trigger'],
		version: [1, 2],
		subtitle: '={{ $parameter["event"] }}',
		description: 'Starts the workflow when GenPage has finished a job',
		defaults: { name: 'GenPage Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'genPageApi', required: true }],
		properties: triggerProperties,
	};

	methods = { listSearch: { searchWorkspaces } };

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await poll(this);
	}
}
