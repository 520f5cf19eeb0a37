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
import { genPage } from './genPage';
import {
	searchApiTokens,
	searchAudiences,
	searchCampaigns,
	searchWorkspaces,
} from './methods/listSearch';
import { getLeadColumns } from './methods/resourceMapping';
import { names } from './names';

export class GenPage implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'GenPage',
		name: 'genPage',
		icon: { light: 'file:genPage.svg', dark: 'file:genPage.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Make a personalised landing page for every lead with GenPage',
		defaults: { name: 'GenPage' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'genPageApi', required: true }],
		properties: describe(genPage),
	};

	methods = {
		listSearch: { searchWorkspaces, searchCampaigns, searchAudiences, searchApiTokens },
		resourceMapping: { getLeadColumns, getMatches: matchesIn(() => names) },
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await execute(this, genPage);
	}
}
