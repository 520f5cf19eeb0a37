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
import { searchLeadStatuses } from './methods/listSearch';
import { names } from './names';
import { skarbe } from './skarbe';

export class Skarbe implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Skarbe',
		name: 'skarbe',
		icon: { light: 'file:skarbe.svg', dark: 'file:skarbe.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Create and find contacts in the CRM Skarbe',
		defaults: { name: 'Skarbe' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'skarbeApi', required: true }],
		properties: describe(skarbe),
	};

	methods = {
		listSearch: { searchLeadStatuses },
		resourceMapping: { getMatches: matchesIn(() => names) },
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await execute(this, skarbe);
	}
}
