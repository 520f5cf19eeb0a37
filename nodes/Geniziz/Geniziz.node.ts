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
import { geniziz } from './geniziz';
import { listSearch } from './methods/listSearch';
import { names } from './names';

export class Geniziz implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Geniziz',
		name: 'geniziz',
		icon: { light: 'file:geniziz.svg', dark: 'file:geniziz.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Keep leads, opportunities and activities in the Geniziz CRM in step',
		defaults: { name: 'Geniziz' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'genizizApi', required: true }],
		properties: describe(geniziz),
	};

	methods = { listSearch, resourceMapping: { getMatches: matchesIn(() => names) } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await execute(this, geniziz);
	}
}
