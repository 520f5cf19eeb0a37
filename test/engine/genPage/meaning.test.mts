// Leads whose columns are named as another service names them.
import type { IDataObject, NodeExecutionHint } from 'n8n-workflow';
import { API } from '../../support/cases/genPage.mts';
import { callTool } from '../../support/agent.mts';
import { useGenPage } from '../../support/genPage.mts';
import { ofSite } from '../../support/generated/tools.mts';
import { leadItems, upsert, UPLOAD_PATH, uploadsIn } from '../../support/leads.mts';
import { ROWS } from '../../support/meaning/rows.mts';
import { errorOf } from '../../support/results.mts';

const site = useGenPage();

const VARIABLES_PATH = `${API}/workspaces/get-variable-list`;
const byMeaning = { mapping: 'meaning' };
const ada = { first_name: 'Ada', last_name: 'Lovelace', company_name: 'Acme' };
const email = 'ada@acme.example';
const company_domain = 'acme.example';

const values = async () =>
	uploadsIn(await site.received()).flatMap(({ leads }) => leads.map((each) => each.values));

/** What a hint tells of the matching. */
const matched = (hints: readonly NodeExecutionHint[]) =>
	hints.map(({ message }) => message).find((message) => message.startsWith('Matched by meaning'));

/** Makes a variable of the workspace, as an upload of somebody else's does. */
async function learn(name: string): Promise<void> {
	const leads = [{ values: { email: 'first@x.example', [name]: 'x' } }];
	const places = { workspace_id: 16, campaign_id: 1, audience_id: 1 };
	await site.call('POST', UPLOAD_PATH, { from: 'a', ...places, leads });
}

test.each<[string, IDataObject, IDataObject]>([
	['HubSpot', ROWS.HubSpot, { email, ...ada, company_domain }],
	[
		'Apollo',
		ROWS.Apollo,
		{
			...{ email, ...ada, company_name: 'Acme Ltd', company_domain },
			linkedin_profile_url: 'http://www.linkedin.com/in/ada',
		},
	],
	['Salesforce', ROWS.Salesforce, { email, ...ada, name: 'Ada Lovelace', company_domain }],
	['Google', ROWS.Google, { email, ...ada, company_domain }],
	['LinkedIn', ROWS.LinkedIn, { ...ada, linkedin_profile_url: 'https://www.linkedin.com/in/ada' }],
])('a row of %s becomes a lead, and no variable', async (_, row, lead) => {
	const result = await site.run(upsert({}, byMeaning), [row]);
	expect(result.error).toBeUndefined();
	expect(await values()).toEqual([lead]);
	const { variables } = (await site.sandbox.state()).genPage;
	expect(variables['16']?.map(({ key }) => key)).not.toContain('Contact owner');
});

test('a hint tells what was matched and what was left', async () => {
	const { hints } = await site.run(upsert({}, byMeaning), [ROWS.LinkedIn, ROWS.LinkedIn]);
	expect(matched(hints)).toBe(
		'Matched by meaning: linkedin_profile_url ← URL, first_name ← First Name, last_name ← Last Name, company_name ← Company. Not sent: Position, Connected On',
	);
});

test('a dry run shows it, and asks nothing', async () => {
	const { items, hints } = await site.run(upsert({ dryRun: true }, byMeaning), [ROWS.LinkedIn]);
	expect(items[0]?.json).toMatchObject({
		request: { body: { leads: [{ values: { ...ada } }] } },
		matched: { first_name: 'First Name', company_name: 'Company' },
		not_matched: ['Position', 'Connected On'],
		asked_first: ['which variables the workspace has: other columns are not sent'],
	});
	expect(JSON.stringify(items[0]?.json.request)).not.toContain('Connected On');
	expect(hints.map(({ message }) => message)).toContain('Dry run: nothing was sent');
	expect(await site.received()).toEqual([]);
});

describe('what is no fact of a lead', () => {
	const item = { 'Work Email': email, plan: 'pro', Plan: 'no', tags: ['a'], shoe: 44 };

	test('is sent where it has exactly the name of a variable, and looked up once', async () => {
		await learn('plan');
		const items = [item, { ...item, 'Work Email': 'bob@acme.example' }];
		const { hints } = await site.run(upsert({ batchSize: 1 }, byMeaning), items);
		expect(await values()).toEqual([
			{ email, company_domain, plan: 'pro' },
			{ email: 'bob@acme.example', company_domain, plan: 'pro' },
		]);
		const lookUps = (await site.received()).filter(({ path }) => path === VARIABLES_PATH);
		expect(lookUps).toHaveLength(1);
		expect(matched(hints)).toContain('Not sent: Plan, tags, shoe');
	});

	test('is told as sent also where it is inside of another field', async () => {
		await learn('plan');
		const lead = { values: { email, plan: 'pro', tier: 1 } };
		const { hints } = await site.run(upsert({}, byMeaning), [lead]);
		expect(await values()).toEqual([{ email, company_domain, plan: 'pro' }]);
		expect(matched(hints)).toMatch(/Not sent: values\.tier$/);
	});

	test('is not looked up where all of it is known', async () => {
		await site.run(upsert({}, byMeaning), [{ 'Work Email': email, Company: 'Acme' }]);
		expect((await site.received()).map(({ path }) => path)).toEqual([UPLOAD_PATH]);
	});

	test.each([404, 405])('is left where GenPage lists no variables (%i)', async (status) => {
		await site.sandbox.fault({ kind: 'status', status, path: VARIABLES_PATH });
		const result = await site.run(upsert({}, byMeaning), [item]);
		expect(result.error).toBeUndefined();
		expect(await values()).toEqual([{ email, company_domain }]);
	});

	test('becomes a variable only where that is said', async () => {
		await site.run(upsert({ sendUnknownColumns: true }, byMeaning), [item]);
		expect(await values()).toEqual([{ email, company_domain, plan: 'pro', Plan: 'no', shoe: 44 }]);
	});
});

test('what comes out of GenPage goes in again, as the same lead', async () => {
	const options = { waitForCompletion: true };
	for (const simplify of [true, false]) {
		const [known] = (await site.run(upsert({ ...options, simplify }), leadItems(1))).items;
		await site.run(upsert({}, byMeaning), [known?.json ?? {}]);
		expect((await values()).at(-1)).toMatchObject({
			lead_id: known?.json.lead_id,
			email: 'lead-0@x.example',
		});
		expect((await values()).at(-1)).not.toHaveProperty('campaign_id');
	}
	expect((await site.sandbox.state()).genPage.leads).toHaveLength(1);
});

test("another service's lead_id is none of GenPage's", async () => {
	await site.run(upsert({}, byMeaning), [{ lead_id: 'lead_2x9', email }]);
	expect(await values()).toEqual([{ email, company_domain }]);
});

test('fields that contradict each other are refused before anything is sent', async () => {
	const item = { Email: email, 'Email Address': 'other@acme.example' };
	const error = errorOf(await site.run(upsert({}, byMeaning), [{ Email: email }, item]));
	expect(error.message).toContain("'Email Address' and 'Email' are both taken as Email");
	expect(error.message).toContain('[Item 1]');
	expect(error.description).toContain('Remove or rename one of the two');
	expect(await site.received()).toEqual([]);
});

test('an item without an identity is refused', async () => {
	const error = errorOf(await site.run(upsert({}, byMeaning), [{ Company: 'Acme' }]));
	expect(error.message).toContain("has no 'email', 'linkedin_profile_url'");
	const nothing = errorOf(await site.run(upsert({}, byMeaning), [{ 'Lead Owner': 'Bob' }]));
	expect(nothing.message).toContain("'Column Names' finds nothing in the item that GenPage knows");
});

test('with names as they are, the advice says what matching would find', async () => {
	const error = errorOf(await site.run(upsert(), [{ 'Work Email': email }]));
	expect(error.description).toContain(
		"'Work Email' would be taken as 'email': choose 'Match Fields by Meaning' in 'Column Names'",
	);
	const other = errorOf(await site.run(upsert(), [{ phone: '1' }]));
	expect(other.description).not.toContain('Match Fields by Meaning');
});

test('a tool has no item to match, and is told so', async () => {
	const run = { ...ofSite(site), parameters: upsert({}, byMeaning) };
	const [answer] = await callTool(run, {}, 2.2);
	expect(answer?.message).toContain("Choose 'Use Names as They Are' in 'Column Names'");
	expect(await site.received()).toEqual([]);
});
