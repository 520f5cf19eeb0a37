// An empty Workspace is the token's only one. The list of workspaces is in newer documents only, and
// no document shows its answer: GenPage answers here as each test says.
import type { INodeParameters } from 'n8n-workflow';
import { useGenPage } from '../../support/genPage.mts';
import { examplesOf, QUICK, runExample } from '../../support/generated/examples.mts';
import { leadItems, upsert, UPLOAD_PATH } from '../../support/leads.mts';
import { byId, errorOf, inFull, linksOf, messagesOf } from '../../support/results.mts';
import { watchTrigger } from '../../support/trigger.mts';
import { genPage } from '../../support/vendors/genPage.mts';
import { EMPTY, ONLY, useWorkspaces, WORKSPACES_PATH } from '../../support/workspaces.mts';

const site = useGenPage();

const { list, refuse, sent } = useWorkspaces(site);
const EMAIL_ONLY = { mappingMode: 'defineBelow', value: { email: '={{ $json.email }}' } };
const onError = 'continueRegularOutput';

/** Of these no document but the newer ones says that they need a workspace. */
const FREE = ['job.get', 'job.wait', 'apiToken.delete'];

/** The operations that need a workspace, with it left empty. */
const operations = examplesOf(genPage)
	.filter(([key, { its }]) => 'workspaceId' in (its.parameters ?? {}) && !FREE.includes(key))
	.map(([key, { row, its }]) => {
		const parameters = { ...its.parameters, ...EMPTY };
		return [key, { row, its: { ...its, parameters } }] as const;
	});
const reads = operations.filter(([key]) => key !== 'lead.upsert');

const leadsOfJob = (jobId: string): INodeParameters => ({
	...{ resource: 'job', operation: 'wait', jobId, ...EMPTY },
	options: { returnLeads: true, ...QUICK },
});

describe('with one workspace', () => {
	beforeEach(async () => {
		await list(ONLY);
	});

	test.each(operations)('%s works, and looks once for all items', async (_, example) => {
		await example.its.prepare?.(site);
		const result = await runExample(site, example, QUICK, example.its.items);
		expect(result.error).toBeUndefined();
		expect(result.items[0]?.json).toMatchObject(example.its.output);
		expect(result.items.map(linksOf)).toEqual([[0], [1]]);
		const { lookUps, others } = await sent();
		expect(lookUps).toBe(1);
		expect(others).toContainEqual(inFull(example.its.request));
	});

	test('Wait for Completion of a job returns its leads', async () => {
		const result = await site.run(leadsOfJob(await site.upload(['ada@x.example'])));
		expect(result.items.map(({ json }) => json.email)).toEqual(['ada@x.example']);
		expect((await sent()).others.at(-1)?.query).toMatchObject({ workspace_id: '16' });
	});

	test('nothing is looked for where the workspace is not needed', async () => {
		const jobId = await site.upload(['ada@x.example']);
		const result = await site.run({ ...leadsOfJob(jobId), options: {} });
		expect(result.error).toBeUndefined();
		await site.run(upsert(), leadItems(2));
		// A strict GenPage wants one with the job.
		expect((await sent()).lookUps).toBe(site.documents === 'strict' ? 1 : 0);
	});

	test('an upsert waits for its leads, in several batches', async () => {
		const options = { waitForCompletion: true, batchSize: 2 };
		const result = await site.run(upsert(options, EMPTY), leadItems(5));
		expect(result.items.map(linksOf)).toEqual([[0], [1], [2], [3], [4]]);
		expect((await sent()).lookUps).toBe(1);
	});

	test('items that name it and items that do not go together', async () => {
		const items = leadItems(3).map((lead, at) => ({ ...lead, at }));
		const workspaceId = byId('={{ $json.at === 1 ? 16 : "" }}');
		const result = await site.run(upsert({}, { workspaceId, columns: EMAIL_ONLY }), items);
		expect(result.items.map(linksOf)).toEqual([[0, 1, 2]]);
		expect((await sent()).lookUps).toBe(1);
	});

	test('the trigger outputs leads, and looks once a poll', async () => {
		const jobs = [await site.upload(['ada@x.example']), await site.upload(['bob@x.example'])];
		const trigger = watchTrigger(site, {
			...EMPTY,
			output: 'leads',
			jobs: 'ids',
			jobIds: jobs.join(),
		});
		const items = await trigger.poll();
		expect(items?.map(({ email }) => email)).toEqual(['ada@x.example', 'bob@x.example']);
		expect((await sent()).lookUps).toBe(1);
	});
});

test.each([
	['in a wrapper', { workspaces: ONLY }],
	['with its ID as text', [{ id: '16', name: 'Demo' }]],
	['without a name', [{ id: 16 }]],
])('the only workspace may be listed %s', async (_, body) => {
	await list(body);
	await site.run(upsert({}, EMPTY), leadItems(1));
	expect((await sent()).others[0]?.body).toMatchObject({ workspace_id: 16 });
});

describe('with several workspaces', () => {
	const words =
		"'Workspace' is empty, and GenPage has 2 workspaces for your token: Demo Workspace (16), Second Workspace (17) [Item 0]";

	test.each(operations)('%s names them and sends nothing', async (_, example) => {
		await example.its.prepare?.(site);
		const error = errorOf(await runExample(site, example, QUICK));
		expect(error.message).toBe(words);
		expect(error.description).toContain("Choose one of them in 'Workspace'");
		expect(await sent()).toEqual({ lookUps: 1, others: [] });
	});

	test('a job is not waited for in vain', async () => {
		const jobId = await site.upload(['ada@x.example']);
		expect(errorOf(await site.run(leadsOfJob(jobId))).message).toBe(words);
		expect((await sent()).others).toEqual([]);
	});

	test('each item is an error item in its place, and those that name one are sent', async () => {
		const items = leadItems(3).map((lead, at) => ({ ...lead, workspace: at === 1 ? 16 : '' }));
		const workspaceId = byId('={{ $json.workspace }}');
		const result = await site.run(upsert({}, { workspaceId, columns: EMAIL_ONLY }), items, {
			onError,
		});
		expect(result.items.map(linksOf)).toEqual([[0], [1], [2]]);
		expect(messagesOf(result.items)).toEqual([words, '', words.replace('Item 0', 'Item 2')]);
		expect((await sent()).lookUps).toBe(1);
	});

	test('of which there are many, some are named', async () => {
		await list(Array.from({ length: 25 }, (_, at) => ({ id: at + 1, name: `W${at + 1}` })));
		const { message } = errorOf(await site.run(upsert({}, EMPTY), leadItems(1)));
		expect(message).toContain('25 workspaces for your token: W1 (1), W2 (2)');
		expect(message).toContain('W20 (20) and 5 more');
	});

	test('the trigger names them, and emits the job once one is chosen', async () => {
		const jobIds = await site.upload(['ada@x.example']);
		const trigger = watchTrigger(site, { output: 'leads', jobs: 'ids', jobIds });
		await expect(trigger.poll(EMPTY)).rejects.toThrow('Second Workspace (17)');
		expect(await trigger.poll({ workspaceId: byId(16) })).toHaveLength(1);
	});
});

describe.each([404, 405])('without a list of workspaces (%i)', (status) => {
	beforeEach(async () => {
		// A GenPage as the older document has it, which wants none.
		await site.sandbox.reset({ genPage: { needsWorkspace: false } });
		await refuse(status);
	});

	test('an upsert goes on without one', async () => {
		const result = await site.run(upsert({}, EMPTY), leadItems(2));
		expect(result.items.map(({ json }) => json.leads_sent)).toEqual([2]);
		const { lookUps, others } = await sent();
		expect(lookUps).toBe(1);
		expect(others[0]?.body).not.toHaveProperty('workspace_id');
	});

	test.each(reads)('%s asks for it', async (_, example) => {
		const error = errorOf(await runExample(site, example, QUICK));
		expect(error.message).toBe("'Workspace' is empty [Item 0]");
		expect(error.description).toContain('By ID');
		expect((await sent()).others).toEqual([]);
	});

	test.each([{ waitForCompletion: true }, { sendUnknownColumns: false }])(
		'an upsert that needs it asks for it before anything is sent: %j',
		async (options) => {
			const error = errorOf(await site.run(upsert(options, EMPTY), leadItems(1)));
			expect(error.message).toBe("'Workspace' is empty [Item 0]");
			expect((await sent()).others).toEqual([]);
		},
	);
});

describe('a list of workspaces that cannot be had', () => {
	test.each(operations)('is the error of %s, and nothing is sent', async (_, example) => {
		await refuse(403);
		const error = errorOf(await runExample(site, example, QUICK));
		expect(error.message).toBe('GenPage: Not now.');
		expect(error.description).toContain('Find the workspace of the token: ');
		expect((await sent()).others).toEqual([]);
	});

	test('is asked for once, and the error of each item that needs it', async () => {
		await refuse(500);
		const items = leadItems(4).map((lead, at) => ({ ...lead, workspace: at === 3 ? 16 : '' }));
		const more = { workspaceId: byId('={{ $json.workspace }}'), columns: EMAIL_ONLY };
		const result = await site.run(upsert(QUICK, more), items, { onError });
		expect(result.items.map(linksOf)).toEqual([[0], [1], [2], [3]]);
		const words = 'GenPage: Not now.';
		expect(messagesOf(result.items)).toEqual([words, words, words, '']);
		const { lookUps, others } = await sent();
		expect([lookUps, others.map(({ path }) => path)]).toEqual([1, [UPLOAD_PATH]]);
	});

	test('once is asked for again', async () => {
		await site.sandbox.fault({ kind: 'status', status: 500, path: WORKSPACES_PATH });
		await list(ONLY);
		const result = await site.run(upsert({}, EMPTY), leadItems(1));
		expect(result.error).toBeUndefined();
	});

	test.each([
		['none', [], "'Workspace' is empty, and GenPage lists no workspace for your token [Item 0]"],
		['no list', { name: 'Demo' }, /unexpected form: it holds no list of workspaces/],
		['one without an ID', [{ name: 'Demo' }], /a workspace in it has no ID/],
	])('is one with %s', async (_, body, words) => {
		await list(body);
		const { message } = errorOf(await site.run(upsert({}, EMPTY), leadItems(1)));
		if (typeof words === 'string') expect(message).toBe(words);
		else expect(message).toMatch(words);
		expect((await sent()).others).toEqual([]);
	});
});
