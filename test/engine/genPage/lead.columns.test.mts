// Which columns of an item become values of a lead, and so variables of the workspace. The list of
// variables is in newer documents only, and no document shows its answer.
import type { IDataObject, INodeParameters, NodeExecutionHint } from 'n8n-workflow';
import { API } from '../../support/cases/genPage.mts';
import { useGenPage } from '../../support/genPage.mts';
import { leadItems, upsert, UPLOAD_PATH, uploadsIn } from '../../support/leads.mts';
import { byId, errorOf, linksOf, messagesOf } from '../../support/results.mts';

const site = useGenPage();

const VARIABLES_PATH = `${API}/workspaces/get-variable-list`;
const NO_WORKSPACE = { workspaceId: byId('') };
const onlyKnown = { sendUnknownColumns: false };

const lead = { email: 'ada@x.example', plan: 'pro', tier: 1 };

/** The values of the leads that were sent. */
const values = async () =>
	uploadsIn(await site.received()).flatMap(({ leads }) => leads.map((each) => each.values));

const lookUps = async () =>
	(await site.received()).filter(({ path }) => path === VARIABLES_PATH).length;

/** Makes variables of the workspace, as an upload of somebody else's does. */
async function learn(...names: string[]): Promise<void> {
	const variables = Object.fromEntries(names.map((name) => [name, 'x']));
	const leads = [{ values: { email: 'first@x.example', ...variables } }];
	const places = { workspace_id: 16, campaign_id: 1, audience_id: 1 };
	await site.call('POST', UPLOAD_PATH, { from: 'a', ...places, leads });
}

/** What hints say of new columns: they are there for pages that are not waited for, too. */
function newColumns(hints: readonly NodeExecutionHint[]): string[] {
	return hints.map(({ message }) => message).filter((message) => /columns? new to/.test(message));
}

function mapped(value: Record<string, string>): INodeParameters {
	return { columns: { mappingMode: 'defineBelow', value } };
}

describe('an item that comes out of GenPage', () => {
	test('is sent without the job and the places that its answer told', async () => {
		const [known] = (await site.run(upsert({ waitForCompletion: true }), leadItems(1))).items;
		const again: IDataObject = {
			...known?.json,
			...{ audience_id: 1, first_name: 'Ada', id: 'crm-1' },
		};
		await site.run(upsert(), [again]);
		const sent = (await values()).at(-1);
		for (const name of ['job_id', 'campaign_id', 'audience_id', 'workspace_id']) {
			expect(again).toHaveProperty(name);
			expect(sent).not.toHaveProperty(name);
		}
		const { lead_id, genpage_url } = again;
		expect(sent).toMatchObject({ lead_id, genpage_url, first_name: 'Ada', id: 'crm-1' });
		expect((await site.sandbox.state()).genPage.leads).toHaveLength(1);
	});

	test('is sent with them where they are mapped by hand', async () => {
		const value = { email: '={{ $json.email }}', job_id: '={{ $json.job_id }}' };
		await site.run(upsert({}, mapped(value)), [{ ...lead, job_id: 'J1' }]);
		expect(await values()).toEqual([{ email: lead.email, job_id: 'J1' }]);
	});
});

describe('Send Unknown Columns', () => {
	test('is on unless it is switched off', async () => {
		await site.run(upsert(), [lead]);
		expect(await values()).toEqual([lead]);
	});

	test('off leaves out what is neither documented nor a variable, and looks once', async () => {
		await learn('plan');
		const result = await site.run(upsert({ ...onlyKnown, batchSize: 1 }), [
			{ ...lead, first_name: 'Ada', Plan: 'other' },
			{ ...lead, email: 'bob@x.example', logo: 'https://x.example/l.png' },
		]);
		expect(await values()).toEqual([
			{ email: 'ada@x.example', plan: 'pro', first_name: 'Ada' },
			{ email: 'bob@x.example', plan: 'pro', logo: 'https://x.example/l.png' },
		]);
		expect(await lookUps()).toBe(1);
		expect(newColumns(result.hints)).toEqual([]);
		const { variables } = (await site.sandbox.state()).genPage;
		expect(variables['16']?.map(({ key }) => key)).not.toContain('tier');
	});

	test.each([
		['a wrapper', { variables: [{ key: 'plan' }] }],
		['another name for the key', [{ slug: 'plan', name: 'Plan' }]],
		['names alone', [{ name: 'plan' }]],
		['keys alone', ['plan']],
		['keys alone in a wrapper', { variables: ['plan'] }],
	])('off knows variables that are listed with %s', async (_, body) => {
		await site.sandbox.fault({ kind: 'wrongType', path: VARIABLES_PATH, body });
		await site.run(upsert(onlyKnown), [lead]);
		expect(await values()).toEqual([{ email: lead.email, plan: 'pro' }]);
	});

	test('off counts for columns that are mapped by hand, too', async () => {
		const value = { email: '={{ $json.email }}', tier: '={{ $json.tier }}' };
		await site.run(upsert(onlyKnown, mapped(value)), [lead]);
		expect(await values()).toEqual([{ email: lead.email }]);
	});

	test('off knows the variables of each workspace', async () => {
		await learn('plan');
		const items = [16, 17].map((workspace) => ({ ...lead, workspace, campaign: workspace }));
		const audience = byId('={{ $json.workspace === 16 ? 1 : 101 }}');
		const places = {
			workspaceId: byId('={{ $json.workspace }}'),
			campaignId: audience,
			audienceId: audience,
		};
		await site.run(upsert({ ...onlyKnown, requestsInParallel: 1 }, places), items);
		expect(await values()).toEqual([{ email: lead.email, plan: 'pro' }, { email: lead.email }]);
		expect(await lookUps()).toBe(2);
	});

	test.each([404, 405])('off is refused where variables are not listed (%i)', async (status) => {
		await site.sandbox.fault({ kind: 'status', status, path: VARIABLES_PATH });
		const error = errorOf(await site.run(upsert(onlyKnown), [lead]));
		expect(error.message).toContain("'Send Unknown Columns' is off");
		expect(error.description).toContain('Switch it on in Options');
		expect(await values()).toEqual([]);
	});

	test.each([
		['that GenPage refuses', { kind: 'status', status: 403 }],
		['without keys', { kind: 'wrongType', body: [{ id: 1 }] }],
		['that are no list', { kind: 'wrongType', body: { variables: 'none' } }],
	] as const)('off with variables %s is the error of its items only', async (_, rule) => {
		await site.sandbox.fault({ ...rule, path: VARIABLES_PATH });
		const items = [lead, { email: 'bob@x.example', off: false }, lead];
		const options = { sendUnknownColumns: '={{ $json.off === false }}' };
		const onError = 'continueRegularOutput';
		const result = await site.run(upsert(options), items, { onError });
		expect(result.items.map(linksOf)).toEqual([[0], [1], [2]]);
		expect(messagesOf(result.items)).toEqual([
			expect.stringContaining('GenPage'),
			'',
			expect.stringContaining('GenPage'),
		]);
		expect((await values()).map(({ email }) => email)).toEqual(['bob@x.example']);
	});
});

describe('the hint on new variables', () => {
	test('names the columns that were neither documented nor variables', async () => {
		await learn('plan');
		const items = [lead, { ...lead, email: 'bob@x.example', city: 'Oslo' }];
		const { hints } = await site.run(upsert({ batchSize: 1 }), items);
		expect(hints.map(({ message, type }) => [message, type])).toEqual([
			[
				"2 columns new to GenPage became variables of the workspace: 'tier', 'city'. To send no such columns, switch 'Send Unknown Columns' off in Options.",
				'info',
			],
			[expect.stringContaining('GenPage is making the pages now'), 'info'],
		]);
		expect(await lookUps()).toBe(1);
		expect(newColumns((await site.run(upsert(), items)).hints)).toEqual([]);
	});

	test('names no column of leads that were not taken', async () => {
		await site.sandbox.fault({ kind: 'status', status: 422, path: UPLOAD_PATH });
		const options = { batchSize: 1, requestsInParallel: 1 };
		const items = [lead, { email: 'bob@x.example', city: 'Oslo' }];
		const onError = 'continueRegularOutput';
		const { hints } = await site.run(upsert(options), items, { onError });
		expect(newColumns(hints)).toEqual([expect.stringContaining(": 'city'.")]);
	});

	test.each([
		['all columns are documented', [{ email: 'a@x.example', 'First Name': 'Ada' }], {}],
		['columns are mapped by hand', [lead], mapped({ email: 'a@x.example', tier: '1' })],
	])('asks for nothing where %s', async (_, items, more) => {
		expect(newColumns((await site.run(upsert({}, more), items)).hints)).toEqual([]);
		expect(await site.received()).toHaveLength(1);
	});

	test('asks for no variables where no workspace is known', async () => {
		// A GenPage as the older document has it, which wants none.
		await site.sandbox.reset({ genPage: { needsWorkspace: false } });
		const path = `${API}/workspaces/get-list`;
		await site.sandbox.fault({ kind: 'status', status: 404, path });
		const result = await site.run(upsert({}, NO_WORKSPACE), [lead]);
		expect([result.error, newColumns(result.hints)]).toEqual([undefined, []]);
		expect(await lookUps()).toBe(0);
	});

	test.each([403, 404, 500])('is left out where it cannot be known (%i)', async (status) => {
		await site.sandbox.fault({ kind: 'status', status, path: VARIABLES_PATH });
		const result = await site.run(upsert(), [lead]);
		expect([result.error, newColumns(result.hints)]).toEqual([undefined, []]);
		expect(await values()).toEqual([lead]);
		expect(await lookUps()).toBe(1);
	});

	test('counts many columns, and names some', async () => {
		const many = Object.fromEntries(Array.from({ length: 25 }, (_, at) => [`c${at}`, 'x']));
		const { hints } = await site.run(upsert(), [{ email: 'a@x.example', ...many }]);
		expect(hints[0]?.message).toContain('25 columns new to GenPage');
		expect(hints[0]?.message).toContain("'c19' and 5 more.");
	});
});

describe('a value', () => {
	test.each([Number.NaN, Number.POSITIVE_INFINITY])('of %d is no number', async (score) => {
		const error = errorOf(await site.run(upsert(), [{ ...lead, score }]));
		expect(error.message).toContain(`'score' holds "${score}", but GenPage takes text`);
		expect(await values()).toEqual([]);
	});

	test('that tells the lead is sent without spaces around it, any other as it is', async () => {
		await site.run(upsert(), [{ email: ' ada@x.example ', lead_id: '7 ', greeting: ' Hi,\n' }]);
		expect(await values()).toEqual([{ email: 'ada@x.example', lead_id: '7', greeting: ' Hi,\n' }]);
	});
});
