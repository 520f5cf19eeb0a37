// The endpoints of "GenPage External API Documentation", and three that newer public documents
// name. workspaces/get-list and workspaces/get-variable-list always answer bare arrays, the shape
// of those newer documents; the others follow the `bareLists` setting. Those documents also say that
// most calls need workspace_id; with the `needsWorkspace` setting all but two do.
import type { VendorAnswer } from '../vendor.mts';
import { Refusal } from './input.mts';
import type { Input } from './input.mts';
import { valuesOf } from './leads.mts';
import type { Lead } from './leads.mts';
import { readRows } from './rows.mts';
import type { GenPageStore } from './state.mts';
import type { Workspace } from './workspaces.mts';

/** One endpoint: its method and what answers it. A handler throws a Refusal to say no. */
export interface Route {
	readonly method: 'GET' | 'POST' | 'DELETE';
	/** False where no mind asks for workspace_id. */
	readonly needsWorkspace?: boolean;
	handle(store: GenPageStore, input: Input): VendorAnswer;
}

/** The endpoints by their path below /api/external/v1/. */
export const ROUTES: ReadonlyMap<string, Route> = new Map<string, Route>([
	['hello-world', { method: 'GET', needsWorkspace: false, handle: greet }],
	['workspaces/get-list', { method: 'GET', needsWorkspace: false, handle: listWorkspaces }],
	['workspaces/get-variable-list', { method: 'GET', handle: listVariables }],
	['account/credits', { method: 'GET', handle: readCredits }],
	['campaigns/get-list', { method: 'GET', handle: listCampaigns }],
	['audiences/get-list', { method: 'GET', handle: listAudiences }],
	['leads/upsert-leads', { method: 'POST', handle: upsertLeads }],
	['leads/get-status', { method: 'GET', handle: readStatus }],
	['leads/get-leads', { method: 'GET', handle: readLeads }],
	['generate-api-token', { method: 'POST', handle: createToken }],
	['get-api-tokens', { method: 'GET', handle: listTokens }],
	['delete-api-token', { method: 'DELETE', handle: deleteToken }],
]);

function ok(body: unknown): VendorAnswer {
	return { status: 200, body };
}

function list(store: GenPageStore, key: string, items: readonly unknown[]): VendorAnswer {
	return ok(store.settings.bareLists ? items : { [key]: items });
}

/**
 * The workspace that a request names.
 *
 * @throws Refusal with 422 where it names none, 403 where there is no such workspace
 */
export function workspaceOf(store: GenPageStore, input: Input): Workspace {
	const id = input.integer('workspace_id');
	input.check();
	const workspace = store.workspaces.byId(id);
	if (workspace !== undefined) return workspace;
	throw new Refusal(403, 'You do not have access to this workspace.');
}

/** True where the workspace is the one that the request has to name, or it has to name none. */
function isNamed(store: GenPageStore, input: Input, workspace: Workspace): boolean {
	return !store.settings.needsWorkspace || workspaceOf(store, input) === workspace;
}

function greet(): VendorAnswer {
	return ok({ message: 'Hello World' });
}

function listWorkspaces(store: GenPageStore): VendorAnswer {
	const workspaces = store.workspaces.all.map((each) => each.seed);
	return ok(workspaces.map(({ id, name, slug }) => ({ id, name, slug })));
}

function listVariables(store: GenPageStore, input: Input): VendorAnswer {
	return ok(workspaceOf(store, input).variables);
}

function readCredits(store: GenPageStore, input: Input): VendorAnswer {
	return ok({ credits: store.creditsOf(workspaceOf(store, input)) });
}

function listCampaigns(store: GenPageStore, input: Input): VendorAnswer {
	return list(store, 'campaigns', workspaceOf(store, input).seed.campaigns);
}

function listAudiences(store: GenPageStore, input: Input): VendorAnswer {
	return list(store, 'audiences', workspaceOf(store, input).seed.audiences);
}

/** No workspace_id in the document: the campaign says which workspace it is, and must be in it. */
function upsertLeads(store: GenPageStore, input: Input): VendorAnswer {
	const from = input.text('from');
	const campaignId = input.integer('campaign_id');
	const audienceId = input.integer('audience_id');
	const workspace = store.workspaces.byCampaign(campaignId);
	const isKnown = workspace !== undefined && isNamed(store, input, workspace);
	if (!Number.isNaN(campaignId) && !isKnown) {
		input.problem('campaign_id', 'The selected campaign id is invalid.');
	}
	if (!Number.isNaN(audienceId) && workspace?.hasAudience(audienceId) === false) {
		input.problem('audience_id', 'The selected audience id is invalid.');
	}
	const all = readRows(input, store, workspace);
	const { badLeads } = input;
	const rows = all.flatMap((row, at) => (row !== undefined && !badLeads?.has(at) ? [row] : []));
	const take = () => {
		if (workspace === undefined) throw new Refusal(422, 'The selected campaign id is invalid.');
		return store.upload({ workspace, campaignId, audienceId, from, rows });
	};
	const isPartly =
		store.settings.refusal === 'partly' && badLeads !== undefined && badLeads.size > 0;
	if (isPartly && rows.length > 0) take();
	input.check(store.settings.leadErrors);
	return ok({ job_id: take() });
}

function readStatus(store: GenPageStore, input: Input): VendorAnswer {
	const id = input.id('job_id');
	input.check();
	const job = store.jobs.byId(id);
	if (job === undefined || !isNamed(store, input, job.parts.workspace)) {
		throw noSuchJob(store);
	}
	return ok(job.progress);
}

function readLeads(store: GenPageStore, input: Input): VendorAnswer {
	const jobId = input.id('job_id');
	const workspace = workspaceOf(store, input);
	const job = store.jobs.byId(jobId);
	if (job?.parts.workspace !== workspace) throw noSuchJob(store);
	const answered = job.leads.map((lead) => leadAnswer(lead, jobId));
	return list(store, 'leads', answered);
}

/** The document does not show it. */
function noSuchJob({ settings }: GenPageStore): Refusal {
	return new Refusal(settings.unknownJob, 'Job not found.');
}

function leadAnswer(lead: Lead, jobId: string): Record<string, unknown> {
	return {
		lead_id: lead.id,
		workspace_id: lead.workspaceId,
		campaign_id: lead.campaignId,
		job_id: jobId,
		values: valuesOf(lead),
	};
}

/** The answer has "Bearer " in front of the token, as the document shows it. */
function createToken(store: GenPageStore, input: Input): VendorAnswer {
	const name = input.text('name');
	const workspace = workspaceOf(store, input);
	return ok({ token: `Bearer ${store.tokens.create(workspace.seed.id, name).token}` });
}

/** The document shows no answer. Assumed: ids and names, never the tokens themselves. */
function listTokens(store: GenPageStore, input: Input): VendorAnswer {
	const workspaceId = workspaceOf(store, input).seed.id;
	const tokens = store.tokens.all.filter((token) => token.workspace_id === workspaceId);
	return list(
		store,
		'tokens',
		tokens.map(({ id, name }) => ({ id, name })),
	);
}

/** The document shows no answer. Assumed: a message, or nothing. */
function deleteToken(store: GenPageStore, input: Input): VendorAnswer {
	const id = input.id('token_id');
	input.check();
	if (!store.tokens.delete(id)) throw new Refusal(404, 'Token not found.');
	if (store.settings.deleteAnswer === 'empty') return { status: 204, body: undefined };
	return ok({ message: 'Token deleted.' });
}
