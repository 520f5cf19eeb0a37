// The importable templates with what a user would fill in: campaigns and files. The sandbox has them.
import { join, resolve } from 'node:path';
import { readWorkflow, withParameters } from '../host/workflow.mts';
import type { Workflow } from '../host/workflow.mts';

/** ID of the workflow that the demo runs. */
export const PAGES_WORKFLOW = 'demoCsvToPages';

/** Its last node: one item a lead, with `email`, `company` and `genpage_url`. */
export const RESULT_NODE = 'Page Links';

/** Its GenPage node. */
export const UPSERT_NODE = 'Create Pages';

/** `cachedResultName` is what the editor shows. */
const WORKSPACE = chosen('16', 'Demo Workspace');
const TARGET = {
	workspaceId: WORKSPACE,
	campaignId: chosen('2', 'Saas Outreach'),
	audienceId: chosen('1', 'Default Audience'),
};
const FILE = { fileSelector: join(resolve('demo'), 'leads.csv') };
const ACCOUNTS_FILE = { fileSelector: join(resolve('demo'), 'accounts.csv') };
const DASHBOARD_CAMPAIGN = { campaignSlug: 'dashboard-tech-stack' };

/**
 * All templates, ready to run against the sandbox but for their credentials: the one that the demo runs
 * first, then those that most people want. The agent's model is none of ours: its credential is missing.
 */
export function demoTemplates(): DemoTemplate[] {
	return [
		filled('csv-to-genpage-pages', PAGES_WORKFLOW, {
			'Read Leads File': FILE,
			[UPSERT_NODE]: TARGET,
		}),
		filled('accounts-to-pages-and-crm', 'demoAccountsToPages', {
			'Read Accounts File': ACCOUNTS_FILE,
			'Create Pages': TARGET,
		}),
		filled('geniziz-growthgenius-sync', 'demoSync'),
		filled('agent-researches-and-makes-page', 'demoAgent', { 'Make Page': TARGET }),
		filled('leadgenius-sleep-and-look', 'demoSleepAndLook'),
		filled('genpage-durable-wait', 'demoDurableWait', {
			'Read Leads File': FILE,
			'Send Leads': TARGET,
			'Get Leads': { workspaceId: WORKSPACE },
		}),
		filled('genpage-finished-jobs', 'demoFinishedJobs', {
			'Read Leads File': FILE,
			'Send Leads': TARGET,
		}),
		filled('genpage-jobs-in-a-table', 'demoJobsInATable', {
			'Read Leads File': FILE,
			'Send Leads': TARGET,
			'Job Status': { workspaceId: WORKSPACE },
			'Get Leads': { workspaceId: WORKSPACE },
		}),
		filled('leadgenius-enrich-and-wait', 'demoEnrichAndWait'),
		filled('leadgenius-enriched-to-crm', 'demoEnrichedToCrm', {
			'When a Record Is Finalized': DASHBOARD_CAMPAIGN,
			'Upload Leads': DASHBOARD_CAMPAIGN,
		}),
		filled('leadgenius-to-geniziz-leads', 'demoGenizizLeads', {
			'When a Record Is Finalized': DASHBOARD_CAMPAIGN,
		}),
		filled('csv-to-geniziz-leads', 'demoCsvToGeniziz', { 'Read Leads File': FILE }),
		filled('csv-to-growthgenius-contacts', 'demoCsvToGrowthGenius', { 'Read Leads File': FILE }),
		filled('csv-to-skarbe-contacts', 'demoCsvToSkarbe', { 'Read Leads File': FILE }),
		filled('geniziz-new-lead-to-page', 'demoLeadToPage', { 'Create Page': TARGET }),
		filled('skarbe-contacts-to-growthgenius', 'demoContactsToGrowthGenius'),
		filled('skarbe-new-contact-to-page', 'demoContactToPage', { 'Create Page': TARGET }),
	];
}

/** A template of the demo. */
export interface DemoTemplate {
	/** Its name in workflows/, without .json. */
	readonly file: string;
	/** With the ID that it has in the demo's n8n. */
	readonly workflow: Workflow & { readonly id: string };
}

/** @param id the same at every start, so that an import replaces the workflow of the one before */
function filled(file: string, id: string, parameters?: ParametersByNode): DemoTemplate {
	return { file, workflow: { ...templateWith(file, parameters), id } };
}

/** What a user fills in, by the name of the node. */
export type ParametersByNode = Readonly<Record<string, Record<string, unknown>>>;

/**
 * Reads a template and fills in parameters.
 * @param file its name in the folder, without .json
 */
export function templateWith(
	file: string,
	parameters: ParametersByNode = {},
	folder = 'workflows',
): Workflow {
	const template = readWorkflow(join(folder, `${file}.json`));
	return Object.entries(parameters).reduce(
		(workflow, [node, values]) => withParameters(workflow, node, values),
		template,
	);
}

function chosen(value: string, name: string): Record<string, unknown> {
	return { __rl: true, mode: 'list', value, cachedResultName: name };
}
