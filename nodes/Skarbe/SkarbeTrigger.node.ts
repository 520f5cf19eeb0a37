import {
	NodeConnectionTypes,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IPollFunctions,
} from 'n8n-workflow';
import { searchLeadStatuses } from './methods/listSearch';
import { triggerFields } from './trigger/fields';
import { poll } from './trigger/poll';

export class SkarbeTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Skarbe Trigger',
		name: 'skarbeTrigger',
		icon: { light: 'file:skarbe.svg', dark: 'file:skarbe.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["event"] }}',
		description: 'Starts the workflow when there is a new contact in Skarbe',
		defaults: { name: 'Skarbe Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'skarbeApi', required: true }],
		properties: triggerFields.map(({ property }) => property),
	};

	methods = { listSearch: { searchLeadStatuses } };

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await poll(this);
	}
}
