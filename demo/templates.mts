// The importable templates with what a user would fill in: credential, campaign and file.
import { join, resolve } from 'node:path';
import { readWorkflow, withCredential, withParameters } from '../host/workflow.mts';
import type { CredentialRef, Workflow } from '../host/workflow.mts';

export const CREDENTIAL_TYPE = 'genPageApi';

/** ID of the workflow that the demo runs. */
export const PAGES_WORKFLOW = 'demoCsvToPages';

/** Its last node: one item a lead, with `email`, `company` and `genpage_url`. */
export const RESULT_NODE = 'Page Links';

/** Its GenPage node. */
export const UPSERT_NODE = 'Create Pages';

/** What the sandbox has; `cachedResultName` is what the editor shows. */
const WORKSPACE = chosen('16', 'Demo Workspace');
const TARGET = {
	workspaceId: WORKSPACE,
	campaignId: chosen('2', 'Saas Outreach'),
	audienceId: chosen('1', 'Default Audience'),
};
const FILE = { fileSelector: join(resolve('demo'), 'leads.csv') };

/**
 * The three templates, ready to run against the sandbox.
 * @param credential the stored GenPage credential
 */
export function demoWorkflows(credential: CredentialRef): Workflow[] {
	const pages = withParameters(
		template(PAGES_WORKFLOW, 'csv-to-genpage-pages'),
		UPSERT_NODE,
		TARGET,
	);
	const durable = [
		['Send Leads', TARGET],
		['Get Leads', { workspaceId: WORKSPACE }],
		['Read Leads File', FILE],
	] as const;
	return [
		withParameters(pages, 'Read Leads File', FILE),
		durable.reduce(
			(workflow, [node, parameters]) => withParameters(workflow, node, parameters),
			template('demoDurableWait', 'genpage-durable-wait'),
		),
		withParameters(
			template('demoFinishedJobs', 'genpage-finished-jobs'),
			'When a Job Has Finished',
			{ workspaceId: WORKSPACE },
		),
	].map((workflow) => withCredential(workflow, 'n8n-nodes-outbound.', CREDENTIAL_TYPE, credential));
}

function template(id: string, file: string): Workflow {
	return { ...readWorkflow(join('workflows', `${file}.json`)), id };
}

function chosen(value: string, name: string): Record<string, unknown> {
	return { __rl: true, mode: 'list', value, cachedResultName: name };
}
