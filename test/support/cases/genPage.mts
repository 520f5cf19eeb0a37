// An example of every GenPage operation. Parameters read the input item, so that tests can make
// one item of several bad and so that values of the wrong item would be seen.
import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';
import { byId } from '../results.mts';
import type { OperationCase, PreparedVendor } from '../vendor.mts';

export const API = '/api/external/v1';

const taken = z.object({ job_id: z.coerce.string() });

/** Uploads leads as somebody else. Returns the job's ID. */
export async function uploadLeads(
	site: PreparedVendor,
	emails: readonly string[],
	from = 'Somebody',
): Promise<string> {
	const leads = emails.map((email) => ({ values: { email } }));
	const body = { from, workspace_id: 16, campaign_id: 1, audience_id: 1, leads };
	const answer = await site.call('POST', `${API}/leads/upsert-leads`, body);
	return taken.parse(answer).job_id;
}

const JOB = '1234567890';
const workspaceId = byId('={{ $json.workspace }}');
const workspace = { workspace: 16 };
const badWorkspace = { item: { workspace: 'Demo' }, field: 'Workspace' };
const refusedField = ['workspace_id', 'Workspace'] as const;

const makeJob = (site: PreparedVendor) => uploadLeads(site, ['ada@x.example', 'bob@x.example']);

async function makeTokens(site: PreparedVendor): Promise<void> {
	for (const name of ['second', 'third']) {
		await site.call('POST', `${API}/generate-api-token`, { name, workspace_id: 16 });
	}
}

function listCase(path: string, output: IDataObject): OperationCase {
	return {
		parameters: { workspaceId, returnAll: false, limit: 1 },
		items: [workspace, workspace],
		bad: badWorkspace,
		request: { method: 'GET', path: `${API}${path}`, query: { workspace_id: '16' } },
		output,
		refusedField,
	};
}

/** The example of each operation, by 'resource.operation'. */
export const genPageCases: Readonly<Record<string, OperationCase>> = {
	'lead.upsert': {
		parameters: {
			workspaceId,
			campaignId: byId('={{ $json.campaign }}'),
			audienceId: byId(1),
			from: 'Acme',
			columns: { mappingMode: 'defineBelow', value: { email: '={{ $json.email }}' } },
		},
		options: { batchSize: 1 },
		items: [
			{ ...workspace, campaign: 1, email: 'ada@x.example' },
			{ ...workspace, campaign: 1, email: 'bob@x.example' },
		],
		bad: { item: { campaign: 'Outreach' }, field: 'Campaign' },
		request: {
			method: 'POST',
			path: `${API}/leads/upsert-leads`,
			body: {
				from: 'Acme',
				workspace_id: 16,
				campaign_id: 1,
				audience_id: 1,
				leads: [{ values: { email: 'ada@x.example' } }],
			},
		},
		output: { job_id: JOB, leads_sent: 1, campaign_id: 1, audience_id: 1 },
		refusedField: ['campaign_id', 'Campaign'],
	},
	'lead.getAll': {
		parameters: { workspaceId, jobId: '={{ $json.job }}', returnAll: false, limit: 1 },
		items: [
			{ ...workspace, job: JOB },
			{ ...workspace, job: JOB },
		],
		bad: { item: { job: '' }, field: 'Job ID' },
		request: {
			method: 'GET',
			path: `${API}/leads/get-leads`,
			query: { workspace_id: '16', job_id: JOB },
		},
		output: { email: 'ada@x.example', job_id: JOB, campaign_id: 1 },
		refusedField,
		prepare: makeJob,
	},
	'job.get': {
		parameters: { jobId: '={{ $json.job }}', workspaceId },
		items: [
			{ job: JOB, workspace: 16 },
			{ job: JOB, workspace: 16 },
		],
		bad: { item: { job: ' ' }, field: 'Job ID' },
		request: {
			method: 'GET',
			path: `${API}/leads/get-status`,
			query: { job_id: JOB, workspace_id: '16' },
		},
		output: { job_id: JOB, status: 'completed', processed_rows: 2, total_rows: 2 },
		refusedField: ['job_id', 'Job ID'],
		prepare: makeJob,
	},
	'job.wait': {
		parameters: { jobId: '={{ $json.job }}', workspaceId },
		items: [
			{ job: JOB, workspace: 16 },
			{ job: JOB, workspace: 16 },
		],
		bad: { item: { job: null }, field: 'Job ID' },
		request: {
			method: 'GET',
			path: `${API}/leads/get-status`,
			query: { job_id: JOB, workspace_id: '16' },
		},
		output: { job_id: JOB, status: 'completed', processed_rows: 2, total_rows: 2 },
		refusedField: ['job_id', 'Job ID'],
		prepare: makeJob,
	},
	'campaign.getAll': listCase('/campaigns/get-list', { id: 1, name: 'Test Campaign 1' }),
	'audience.getAll': listCase('/audiences/get-list', { id: 1, name: 'Default Audience' }),
	'workspace.getAll': {
		parameters: { returnAll: false, limit: '={{ $json.limit }}' },
		items: [{ limit: 1 }, { limit: 1 }],
		bad: { item: { limit: 0 }, field: 'Limit' },
		request: { method: 'GET', path: `${API}/workspaces/get-list` },
		output: { id: 16, name: 'Demo Workspace', slug: 'demo-workspace' },
	},
	'workspace.getVariables': listCase('/workspaces/get-variable-list', { key: 'name' }),
	'apiToken.create': {
		parameters: { name: '={{ $json.name }}', workspaceId },
		items: [
			{ ...workspace, name: 'n8n' },
			{ ...workspace, name: 'other' },
		],
		bad: { item: { name: '' }, field: 'Name' },
		request: {
			method: 'POST',
			path: `${API}/generate-api-token`,
			body: { name: 'n8n', workspace_id: 16 },
		},
		output: { token: 'Bearer 2|generated-sandbox-token-2' },
		refusedField: ['name', 'Name'],
	},
	'apiToken.getAll': listCase('/get-api-tokens', { id: 1, name: 'Sandbox' }),
	'apiToken.delete': {
		parameters: { tokenId: byId('={{ $json.token }}'), workspaceId },
		items: [
			{ token: 2, workspace: 16 },
			{ token: 3, workspace: 16 },
		],
		bad: { item: { token: '' }, field: 'API Token' },
		request: {
			method: 'DELETE',
			path: `${API}/delete-api-token`,
			body: { token_id: '2', workspace_id: 16 },
		},
		output: { deleted: true },
		refusedField: ['token_id', 'API Token'],
		// The document shows no answer, so any 200 means that it is done.
		undocumented: { deleted: true },
		prepare: makeTokens,
	},
	'account.test': {
		request: { method: 'GET', path: `${API}/hello-world` },
		output: { message: 'Hello World' },
	},
	'account.getCredits': {
		parameters: { workspaceId },
		items: [workspace, workspace],
		bad: badWorkspace,
		request: { method: 'GET', path: `${API}/account/credits`, query: { workspace_id: '16' } },
		output: { credits: 100_000 },
		refusedField,
	},
};
