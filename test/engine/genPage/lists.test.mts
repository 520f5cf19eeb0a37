// The lists of the node's form, the columns of its mapping, and the limits of Get Many.
import type { INodeParameters } from 'n8n-workflow';
import { API } from '../../support/cases/genPage.mts';
import { mapColumns, searchList } from '../../support/engine.mts';
import { useGenPage } from '../../support/genPage.mts';
import { UPLOAD_PATH } from '../../support/leads.mts';
import { byId } from '../../support/results.mts';

const site = useGenPage();

const WORKSPACES_PATH = `${API}/workspaces/get-list`;
const VARIABLES_PATH = `${API}/workspaces/get-variable-list`;
const IN_WORKSPACE = ['searchCampaigns', 'searchAudiences', 'searchApiTokens'];

function form(workspace: string | number) {
	const parameters: INodeParameters = { workspaceId: byId(workspace) };
	return { type: 'genPage', credentials: site.credentials, parameters };
}

/** Has the next list of workspaces hold the second one alone. */
async function onlyWorkspace(): Promise<void> {
	const body = [{ id: 17, name: 'Second Workspace' }];
	await site.sandbox.fault({ kind: 'wrongType', path: WORKSPACES_PATH, body });
}

async function names(method: string, filter?: string): Promise<string[]> {
	const { results } = await searchList(form(16), method, filter);
	return results.map(({ name }) => name);
}

describe('the lists of the form', () => {
	test.each([
		['searchWorkspaces', ['Demo Workspace', 'Second Workspace']],
		['searchAudiences', ['Decision Makers', 'Default Audience', 'Newsletter Readers']],
		['searchApiTokens', ['Sandbox']],
	])('%s is in alphabetical order, in both forms of the answer', async (method, expected) => {
		for (const bareLists of [false, true]) {
			await site.sandbox.reset({ bareLists });
			expect(await names(method)).toEqual(expected);
		}
	});

	test('campaigns are all there, in alphabetical order', async () => {
		const all = await names('searchCampaigns');
		expect(all).toHaveLength(30);
		expect(all).toEqual(all.toSorted((a, b) => a.localeCompare(b)));
	});

	test('are filtered by a part of the name in any case', async () => {
		expect(await names('searchCampaigns', ' saas ')).toEqual(['Saas Outreach']);
		expect(await names('searchCampaigns', 'nothing like it')).toEqual([]);
	});

	test('are filtered by the whole ID, given as text', async () => {
		const { results } = await searchList(form(16), 'searchCampaigns', '2');
		expect(results).toContainEqual({ name: 'Saas Outreach', value: '2' });
		expect(results.map(({ value }) => value)).not.toContain('3');
	});

	test('are those of the chosen workspace', async () => {
		const { results } = await searchList(form(17), 'searchCampaigns');
		expect(results.map(({ name }) => name)).toEqual(['Partner Outreach', 'Reactivation']);
		expect((await site.received())[0]?.query).toEqual({ workspace_id: '17' });
	});

	test.each(IN_WORKSPACE)("%s is that of the token's only workspace", async (method) => {
		const expected = await searchList(form(17), method);
		await onlyWorkspace();
		expect(await searchList(form(''), method)).toEqual(expected);
		expect((await site.received()).at(-1)?.query).toEqual({ workspace_id: '17' });
	});

	test.each(IN_WORKSPACE)('%s names the workspaces when there are several', async (method) => {
		const search = searchList(form(''), method);
		await expect(search).rejects.toThrow('Demo Workspace (16), Second Workspace (17)');
		await expect(search).rejects.toHaveProperty('description', expect.stringContaining('By ID'));
		expect(await site.received()).toHaveLength(1);
	});

	test.each([404, 405])('a workspace is asked for where none are listed (%i)', async (status) => {
		await site.sandbox.fault({ kind: 'status', status, path: WORKSPACES_PATH });
		const search = searchList(form(''), 'searchCampaigns');
		await expect(search).rejects.toMatchObject({ message: "'Workspace' is empty" });
		await expect(search).rejects.toHaveProperty('description', expect.stringContaining('By ID'));
	});

	test('an expression as the workspace counts as none', async () => {
		const search = searchList(form('={{ $json.workspace }}'), 'searchCampaigns');
		await expect(search).rejects.toThrow("Choose a 'Workspace' first");
		expect(await site.received()).toEqual([]);
	});

	test("the vendor's refusal is told in its words", async () => {
		await expect(searchList(form(99), 'searchCampaigns')).rejects.toMatchObject({
			message: 'GenPage: You do not have access to this workspace.',
			httpCode: '403',
		});
	});

	test.each([[42], [{ campaigns: 'none' }], [[1, 2]], [{ campaigns: [null] }]])(
		'%j instead of a list fails readably',
		async (body) => {
			await site.sandbox.fault({ kind: 'wrongType', body });
			const words = 'GenPage answered in an unexpected form: it holds no list';
			await expect(names('searchCampaigns')).rejects.toThrow(words);
		},
	);
});

describe('the columns of a lead', () => {
	/** Has a workspace get the variable `favourite_colour`, by an upload of somebody else's. */
	const learn = async (places: object): Promise<void> => {
		const leads = [{ values: { email: 'a@x.example', favourite_colour: 'red' } }];
		await site.call('POST', UPLOAD_PATH, { from: 'a', ...places, leads });
	};
	const documented = [
		'email',
		'linkedin_profile_url',
		'first_name',
		'last_name',
		'company_name',
		'company_domain',
	];

	test('are the documented ones, then the variables of the workspace, each once', async () => {
		await learn({ workspace_id: 16, campaign_id: 1, audience_id: 1 });
		const { fields } = await mapColumns(form(16), 'getLeadColumns');
		const ids = fields.map(({ id }) => id);
		expect(ids.slice(0, 6)).toEqual(documented);
		expect(ids.at(-1)).toBe('favourite_colour');
		expect(fields.at(-1)?.displayName).toBe('Favourite Colour');
		expect(new Set(ids).size).toBe(ids.length);
	});

	test("have the variables of the token's only workspace", async () => {
		await learn({ workspace_id: 17, campaign_id: 101, audience_id: 101 });
		await onlyWorkspace();
		const { fields } = await mapColumns(form(''), 'getLeadColumns');
		expect(fields.at(-1)?.id).toBe('favourite_colour');
	});

	test.each([
		['while one of several workspaces has to be chosen', '', 1],
		['with an expression as the workspace', '={{ $json.workspace }}', 0],
	])('are the documented ones alone %s', async (_, workspace, requests) => {
		const { fields } = await mapColumns(form(workspace), 'getLeadColumns');
		expect(fields.filter(({ removed }) => !removed).map(({ id }) => id)).toEqual(documented);
		expect(await site.received()).toHaveLength(requests);
	});

	test.each([
		['workspaces', '', WORKSPACES_PATH],
		['variables', 16, VARIABLES_PATH],
	])('are the documented ones alone where there is no list of %s', async (_, workspace, path) => {
		for (const status of [404, 405]) {
			await site.sandbox.fault({ kind: 'status', status, path });
			const { fields } = await mapColumns(form(workspace), 'getLeadColumns');
			expect(fields.filter(({ removed }) => !removed).map(({ id }) => id)).toEqual(documented);
		}
	});

	test.each([
		['workspaces', '', WORKSPACES_PATH],
		['variables', 16, VARIABLES_PATH],
	])(
		'are an error while %s cannot be had, so that the editor keeps what is mapped',
		async (_, workspace, path) => {
			const rules = [
				[{ kind: 'rateLimit', retryAfter: 3600 }, '429'],
				[{ kind: 'status', status: 403 }, '403'],
				[{ kind: 'html' }, '200'],
				[{ kind: 'wrongType', body: {} }, null],
			] as const;
			for (const [rule, httpCode] of rules) {
				await site.sandbox.reset();
				await site.sandbox.fault({ ...rule, path });
				const columns = mapColumns(form(workspace), 'getLeadColumns');
				await expect(columns).rejects.toMatchObject({ name: 'NodeApiError', httpCode });
			}
		},
	);

	test('are asked for again when that failed once', async () => {
		await site.sandbox.fault({ kind: 'status', status: 500, path: VARIABLES_PATH });
		const { fields } = await mapColumns(form(16), 'getLeadColumns');
		expect(fields.map(({ id }) => id)).toContain('logo_color');
		expect(await site.received()).toHaveLength(2);
	});

	test('hide those that only a later run needs', async () => {
		const { fields } = await mapColumns(form(''), 'getLeadColumns');
		const hidden = fields.filter(({ removed }) => removed).map(({ id }) => id);
		expect(hidden).toEqual(expect.arrayContaining(['lead_id', 'genpage_url']));
	});
});

describe('Get Many', () => {
	const campaigns = { resource: 'campaign', operation: 'getAll', workspaceId: byId(16) };

	test.each([
		['the limit', { returnAll: false, limit: 3 }, 3],
		['all', { returnAll: true, limit: 3 }, 30],
		['a limit beyond the list', { returnAll: false, limit: 500 }, 30],
		['a limit that is text', { returnAll: '={{ "false" }}', limit: '={{ "4" }}' }, 4],
	])('keeps %s', async (_, chosen, count) => {
		const result = await site.run({ ...campaigns, ...chosen });
		expect(result.items).toHaveLength(count);
		expect(await site.received()).toHaveLength(1);
	});

	test('takes bare lists', async () => {
		await site.sandbox.reset({ bareLists: true });
		const result = await site.run({ ...campaigns, limit: 2 });
		expect(result.items.map(({ json }) => json.id)).toEqual([1, 2]);
	});

	test('outputs nothing for an empty list', async () => {
		await site.sandbox.fault({ kind: 'wrongType', body: { campaigns: [] } });
		const result = await site.run(campaigns);
		expect(result.error).toBeUndefined();
		expect(result.items).toEqual([]);
	});
});
