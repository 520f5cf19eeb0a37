import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { matchesIn } from '../shared/form/matchPreview';
import { describe } from '../shared/operations/describe';
import { execute } from '../shared/run/execute';
import { growthGenius } from './growthGenius';
import { searchUsers } from './methods/listSearch';
import { names } from './names';

export class GrowthGenius implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'GrowthGenius',
		name: 'growthGenius',
		icon: { light: 'file:growthGenius.svg', dark: 'file:growthGenius.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Keep outbound contacts and messages in GrowthGenius',
		defaults: { name: 'GrowthGenius' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'growthGeniusApi', required: true }],
		properties: describe(growthGenius),
	};

	methods = {
		listSearch: { searchUsers },
		resourceMapping: { getMatches: matchesIn(() => names) },
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await execute(this, growthGenius);
	}
}
