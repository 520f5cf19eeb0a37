// Dry runs where GenPage would be asked for what only it knows.
import { useGenPage } from '../../support/genPage.mts';
import { shownRequest } from '../../support/generated/dryRun.mts';
import { leadItems, upsert, UPLOAD_PATH } from '../../support/leads.mts';
import { byId } from '../../support/results.mts';

const site = useGenPage();

const WORKSPACE = "which workspace the token has, to be sent as 'workspace_id'";
const VARIABLES = 'which variables the workspace has: other columns are not sent';

test('leads without a workspace, with columns that GenPage may not know', async () => {
	const item = { email: 'ada@x.example', shoe_size: 44 };
	const options = { dryRun: true, sendUnknownColumns: false, waitForCompletion: true };
	const { items } = await site.run(upsert(options, { workspaceId: byId('') }), [item]);

	const [json = {}] = items.map((each) => each.json);
	expect(shownRequest(site, json)).toEqual({
		method: 'POST',
		path: UPLOAD_PATH,
		query: {},
		body: { from: 'n8n', campaign_id: 1, audience_id: 1, leads: [{ values: item }] },
	});
	expect(json.asked_first).toEqual([WORKSPACE, VARIABLES]);
	expect(await site.received()).toEqual([]);
});

test('an API token without a workspace', async () => {
	const parameters = { resource: 'apiToken', operation: 'create', name: 'n8n' };
	const { items } = await site.run({ ...parameters, options: { dryRun: true } });

	const [json = {}] = items.map((each) => each.json);
	expect(shownRequest(site, json).body).toEqual({ name: 'n8n' });
	expect(json.asked_first).toEqual([WORKSPACE]);
	expect(await site.received()).toEqual([]);
});

test('nothing would be asked where all is chosen', async () => {
	const { items } = await site.run(upsert({ dryRun: true }), leadItems(1));

	expect(items[0]?.json).toHaveProperty('dry_run', true);
	expect(items[0]?.json).not.toHaveProperty('asked_first');
});

test('leads go together as they would: by campaign', async () => {
	const items = leadItems(5).map((item, at) => ({ ...item, campaign: 1 + (at % 2) }));
	const parameters = upsert({ dryRun: true }, { campaignId: byId('={{ $json.campaign }}') });
	const result = await site.run(parameters, items);

	expect(result.items.map(({ json }) => [json.request_number, json.items_in_request])).toEqual([
		[1, 3],
		[2, 2],
		[1, 3],
		[2, 2],
		[1, 3],
	]);
});
