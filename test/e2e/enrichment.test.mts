import { withCredentials } from '../../demo/credentials.mts';
import { templateWith, type ParametersByNode } from '../../demo/templates.mts';
import { hasEnded, type Execution, type Item } from '../../host/execution.mts';
import { until } from '../../host/until.mts';
import { documentsOfRun } from '../support/documents.mts';
import { testOfTimers } from './support/host.mts';
import { useStage } from './support/stage.mts';

const CAMPAIGN = 'dashboard-tech-stack';

const stage = useStage();

beforeEach(async () => {
	await stage.sandbox.reset({ leadGenius: { recordsPerSecond: 'never' } });
});

async function imported(file: string, parameters?: ParametersByNode): Promise<string> {
	const workflow = withCredentials(templateWith(file, parameters), stage.credentials);
	const [stored] = await stage.n8n.importWorkflows([workflow]);
	return stored?.id ?? '';
}

/** The campaign that came last. */
async function newestCampaign() {
	const campaign = (await stage.sandbox.state()).leadGenius.campaigns.at(-1);
	if (campaign === undefined) throw new Error('There is no campaign');
	return campaign;
}

/** The campaign sends nowhere again; to where it did still, when LeadGenius does not tell where that is. */
async function expectGivenBack(): Promise<void> {
	const { webhook_url: url } = await newestCampaign();
	if (documentsOfRun() === 'strict') expect(url).toContain('/webhook');
	else expect(url).toBeNull();
}

/** Waits until each of so many deliveries has its answer, and returns their statuses. */
async function answered(count: number): Promise<unknown[]> {
	return await until(
		async () => (await stage.sandbox.leadGenius.deliveries()).flatMap(({ status }) => status ?? []),
		({ length }) => length >= count,
	);
}

function jsonOf(items: readonly Item[] = []): Item['json'][] {
	return items.map(({ json }) => json);
}

test('accounts are enriched while the execution sleeps, and keep their own IDs', async () => {
	const { n8n, sandbox } = stage;
	const id = await imported('leadgenius-enrich-and-wait');

	const executionId = await n8n.startRun(id);
	await n8n.waitForEnd(executionId, { until: ['waiting'] });
	const { slug, records } = await newestCampaign();
	expect(slug).toMatch(new RegExp(`^n8n-accounts-\\d{4}-\\d\\d-\\d\\d-${executionId}$`));
	expect(records.map(({ sent }) => sent.org_record_id)).toEqual(ACCOUNT_IDS);

	await sandbox.leadGenius.finalize(slug, 4);
	expect(await answered(4)).toEqual([200, 200, 200, 200]);
	expect((await n8n.execution(executionId)).status).toBe('waiting');

	await sandbox.leadGenius.finalize(slug);
	const execution = await n8n.waitForEnd(executionId);
	expect(execution.status).toBe('success');
	const found = jsonOf(execution.data['Account Data']?.items);
	expect(found.map(({ account_id }) => account_id)).toEqual(ACCOUNT_IDS.slice(0, 5));
	expect(found.map(({ website }) => website)).toEqual(
		records.slice(0, 5).map(({ sent }) => sent.org_website),
	);
	expect(found[0]).toMatchObject({ status: 'finalized_complete', industry: 'Software' });
	expect(found[2]).toMatchObject({ status: 'finalized_incomplete', industry: '' });
	expect(jsonOf(execution.data['Not Enriched']?.items)).toEqual([
		{ account_id: 'A-106', company: 'Fennel Foods', reason: 'finalized_unenriched' },
	]);
	await expectGivenBack();
});

testOfTimers(
	'an n8n that LeadGenius cannot call sleeps and looks, also over a restart',
	async () => {
		const { n8n, sandbox } = stage;
		// The shortest that n8n keeps in its database.
		const id = await imported('leadgenius-sleep-and-look', {
			Wait: { amount: 66, unit: 'seconds' },
		});

		const executionId = await n8n.startRun(id);
		await n8n.waitForEnd(executionId, { until: ['waiting'] });
		const { slug, records } = await newestCampaign();
		expect(records).toHaveLength(ACCOUNT_IDS.length);
		await n8n.restart();
		expect((await n8n.execution(executionId)).status).toBe('waiting');

		await sandbox.leadGenius.finalize(slug);
		const execution = await n8n.waitForEnd(executionId, { timeoutMs: 180_000 });
		expect(execution.status).toBe('success');
		const found = jsonOf(execution.data['Account Data']?.items);
		expect(found.map(({ account_id }) => account_id)).toEqual(ACCOUNT_IDS);
		expect(found[0]).toMatchObject({ status: 'finalized_complete', industry: 'Software' });
		expect(await sandbox.leadGenius.deliveries()).toEqual([]);
	},
	240_000,
);

test('it looks again until all are finished', async () => {
	const { n8n, sandbox } = stage;
	const id = await imported('leadgenius-sleep-and-look', { Wait: { amount: 1, unit: 'seconds' } });

	const executionId = await n8n.startRun(id);
	await looks(2);
	await sandbox.leadGenius.finalize((await newestCampaign()).slug);
	const execution = await n8n.waitForEnd(executionId);
	expect(execution.status).toBe('success');
	expect(execution.data['Account Data']?.items).toHaveLength(ACCOUNT_IDS.length);
});

/** Waits until a workflow has looked so many times how far its campaign is. */
async function looks(count: number): Promise<void> {
	await until(
		async () => await stage.sandbox.requests(),
		(requests) => requests.filter(({ path }) => path.includes('/retrieve/')).length >= count,
		{ longestMs: 50 },
	);
}

const ACCOUNT_IDS = ['A-101', 'A-102', 'A-103', 'A-104', 'A-105', 'A-106'];

test('every contact that is enriched reaches Skarbe once, until the workflow is unpublished', async () => {
	const { n8n, sandbox } = stage;
	const id = await imported('leadgenius-enriched-to-crm', {
		'When a Record Is Finalized': {
			campaignSlug: CAMPAIGN,
			// Not every LeadGenius tells that nothing else uses the campaign.
			options: { ownAddress: n8n.url },
		},
		'Upload Leads': { campaignSlug: CAMPAIGN },
	});

	await n8n.publish(id);
	const upload = await n8n.run(id);
	expect(jsonOf(upload.data['Upload Leads']?.items)).toMatchObject([
		{ slug: CAMPAIGN, records_sent: 3 },
	]);
	await sandbox.leadGenius.finalize(CAMPAIGN);
	expect(await answered(3)).toEqual([200, 200, 200]);
	// LeadGenius may say everything again.
	await sandbox.leadGenius.deliver({ slug: CAMPAIGN, times: 2 });

	const runs = await triggered(id, 3);
	expect(runs.map(({ status }) => status)).toEqual(['success', 'success', 'success']);
	const contacts = (await sandbox.state()).skarbe.contacts.slice(1);
	expect(contacts.map(({ email }) => email).sort()).toEqual([
		'abbott@acme.example',
		'lindqvist@birchwood.example',
		'moreau@cobalt.example',
	]);
	expect(contacts.find(({ lastName }) => lastName === 'Abbott')).toMatchObject({
		firstName: 'Ada',
		companyName: 'Acme Analytics',
		jobTitle: 'Director of Sales',
	});

	await n8n.unpublish(id);
	await expectGivenBack();
});

/** The executions that a trigger started, once there are so many. */
async function triggered(workflowId: string, count: number): Promise<Execution[]> {
	const endedRuns = async () =>
		(await stage.n8n.executions(workflowId)).filter(
			({ mode, status }) => mode === 'webhook' && hasEnded(status),
		);
	const ended = await until(endedRuns, ({ length }) => length >= count);
	return await Promise.all(ended.map(async ({ id }) => await stage.n8n.execution(id)));
}
