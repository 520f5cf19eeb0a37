// An example of every GenPage operation. Parameters read the input item, so that tests can make
// one item of several bad and so that values of the wrong item would be seen.
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { API, byId, type GenPageSite } from '../genPage.mts';

/** What an answer of the wrong form comes to. */
type Verdict = 'error' | 'success';

/** An input item; an agent gives the same values as text. */
type Item = Readonly<Record<string, string | number>>;

/** One operation's example. */
export interface OperationCase {
	/** Beside resource, operation and options. */
	readonly parameters: INodeParameters;
	readonly options?: INodeParameters;
	/** Two input items that are right, and whose requests the vendor takes. */
	readonly items: readonly [Item, Item];
	/** What makes an item wrong, and the display name of the field that it then is wrong in. */
	readonly bad: { readonly item: IDataObject; readonly field: string };
	/** What is sent for the first item. */
	readonly request: {
		readonly method: string;
		readonly path: string;
		readonly query?: IDataObject;
		readonly body?: IDataObject;
	};
	/** What is in the first item's first output record. */
	readonly output: IDataObject;
	/** A field as the vendor calls it in a 422, and its display name. */
	readonly refusedField?: readonly [name: string, displayName: string];
	/** An empty 200. Only what has nothing to tell may succeed with it. */
	readonly emptyAnswer: Verdict;
	/** 42, "x", null or [1, 2] instead of the documented object. */
	readonly wrongAnswer: Verdict;
	/** Makes at the vendor what the items are about. */
	readonly prepare?: (site: GenPageSite) => Promise<unknown>;
}

const JOB = '1234567890';
const workspaceId = byId('={{ $json.workspace }}');
const workspace = { workspace: 16 };
const badWorkspace = { item: { workspace: 'Demo' }, field: 'Workspace' };
const refusedField = ['workspace_id', 'Workspace'] as const;
const strict = { emptyAnswer: 'error', wrongAnswer: 'error' } as const;

const makeJob = (site: GenPageSite) => site.upload(['ada@x.example', 'bob@x.example']);

async function makeTokens(site: GenPageSite): Promise<void> {
	for (const name of ['second', 'third']) {
		await site.call('POST', '/generate-api-token', { name, workspace_id: 16 });
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
		...strict,
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
		...strict,
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
		...strict,
		prepare: makeJob,
	},
	'job.get': {
		parameters: { jobId: '={{ $json.job }}' },
		items: [{ job: JOB }, { job: JOB }],
		bad: { item: { job: ' ' }, field: 'Job ID' },
		request: { method: 'GET', path: `${API}/leads/get-status`, query: { job_id: JOB } },
		output: { job_id: JOB, status: 'completed', processed_rows: 2, total_rows: 2 },
		refusedField: ['job_id', 'Job ID'],
		...strict,
		prepare: makeJob,
	},
	'job.wait': {
		parameters: { jobId: '={{ $json.job }}' },
		items: [{ job: JOB }, { job: JOB }],
		bad: { item: { job: null }, field: 'Job ID' },
		request: { method: 'GET', path: `${API}/leads/get-status`, query: { job_id: JOB } },
		output: { job_id: JOB, status: 'completed', processed_rows: 2, total_rows: 2 },
		refusedField: ['job_id', 'Job ID'],
		...strict,
		prepare: makeJob,
	},
	'campaign.getAll': listCase('/campaigns/get-list', { id: 1, name: 'Test Campaign 1' }),
	'audience.getAll': listCase('/audiences/get-list', { id: 1, name: 'Default Audience' }),
	'workspace.getAll': {
		parameters: { returnAll: false, limit: '={{ $json.limit }}' },
		items: [{ limit: 1 }, { limit: 1 }],
		bad: { item: { limit: 0 }, field: 'Limit' },
		request: { method: 'GET', path: `${API}/workspaces/get-list`, query: {} },
		output: { id: 16, name: 'Demo Workspace', slug: 'demo-workspace' },
		...strict,
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
		...strict,
	},
	'apiToken.getAll': listCase('/get-api-tokens', { id: 1, name: 'Sandbox' }),
	'apiToken.delete': {
		parameters: { tokenId: byId('={{ $json.token }}') },
		items: [{ token: 2 }, { token: 3 }],
		bad: { item: { token: '' }, field: 'API Token' },
		request: { method: 'DELETE', path: `${API}/delete-api-token`, body: { token_id: '2' } },
		output: { deleted: true },
		refusedField: ['token_id', 'API Token'],
		// The document shows no answer, so any 200 with JSON or nothing means that it is done.
		emptyAnswer: 'success',
		wrongAnswer: 'success',
		prepare: makeTokens,
	},
	'account.test': {
		parameters: {},
		options: { requestTimeout: '={{ $json.seconds }}' },
		items: [{ seconds: 20 }, { seconds: 20 }],
		bad: { item: { seconds: 'soon' }, field: 'Request Timeout (Seconds)' },
		request: { method: 'GET', path: `${API}/hello-world`, query: {} },
		output: { message: 'Hello World' },
		...strict,
	},
	'account.getCredits': {
		parameters: { workspaceId },
		items: [workspace, workspace],
		bad: badWorkspace,
		request: { method: 'GET', path: `${API}/account/credits`, query: { workspace_id: '16' } },
		output: { credits: 100_000 },
		refusedField,
		...strict,
	},
};
