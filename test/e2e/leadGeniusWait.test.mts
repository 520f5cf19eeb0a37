import type { StoredCredential } from '../../host/client.mts';
import { documentsOfRun } from '../support/documents.mts';
import { ASLEEP_AFTER_RESTART } from './support/host.mts';
import { uploadWorkflow } from './support/leadGenius.mts';
import { outputs } from './support/runs.mts';
import { useStage } from './support/stage.mts';

const SLUG = 'spring-accounts';
const upload = '/api/v1/enrichment/upload/';

const stage = useStage();
let credential: StoredCredential;

beforeAll(() => {
	credential = stage.credentials.leadGenius;
});

async function start(
	count: number,
	operation: string,
	options: object = {},
): Promise<{ id: string; run: string }> {
	const isLinked = operation === 'uploadAndWait';
	const parameters = { campaignSlug: SLUG, operation, options };
	const workflow = uploadWorkflow(credential, count, parameters, isLinked);
	const [stored] = await stage.n8n.importWorkflows([workflow]);
	const id = stored?.id ?? '';
	return { id, run: await stage.n8n.startRun(id) };
}

async function uploads() {
	return (await stage.sandbox.requests()).filter(({ path }) => path === upload);
}

async function webhookUrl(): Promise<string | null | undefined> {
	const { campaigns } = (await stage.sandbox.state()).leadGenius;
	return campaigns.find(({ slug }) => slug === SLUG)?.webhook_url;
}

test('sleeps until LeadGenius is done, also over a restart, and outputs linked records', async () => {
	const { n8n, sandbox } = stage;
	await sandbox.reset({ leadGenius: { recordsPerSecond: 'never', webhookGroup: 100 } });
	const { id, run } = await start(1_000, 'uploadAndWait');
	await n8n.waitForEnd(run, { until: ['waiting'] });
	expect(await uploads()).toHaveLength(5);
	const url = await webhookUrl();
	expect(url).toContain('/webhook-waiting/');

	// Some records are done: acknowledged, and the execution sleeps on.
	await sandbox.leadGenius.finalize(SLUG, 3);
	const [noted] = await sandbox.leadGenius.deliver({ slug: SLUG, complete: false });
	expect(noted?.status).toBe(200);
	// Nobody is let in who does not know the execution's token: n8n's, and in n8n 1 the node's own.
	const wrong = url?.replace(/(signature|token)=[^&]+/, '$1=forged') ?? '';
	const [forged] = await sandbox.leadGenius.deliver({ slug: SLUG, complete: true, url: wrong });
	expect(forged?.status).toBe(401);
	// Said too early: the records themselves are looked at. Where LeadGenius does not list those that it
	// is at work on, they could as well have been dropped.
	if (documentsOfRun() === 'generous') {
		await sandbox.leadGenius.deliver({ slug: SLUG, complete: true });
	}
	const { status } = await n8n.waitForEnd(run, { until: ['waiting'] });
	expect(status).toBe('waiting');

	await n8n.restart();
	expect(ASLEEP_AFTER_RESTART).toContain((await n8n.execution(run)).status);
	await sandbox.leadGenius.finalize(SLUG);
	await outputs(stage, id, 'After', 1_000);
	const done = await n8n.execution(run);

	expect(done.status).toBe('success');
	const items = done.data.After?.items ?? [];
	expect(items).toHaveLength(1_000);
	expect(items.every(({ json }) => json.org_record_id === json.asked)).toBe(true);
	expect(items.every(({ json }) => String(json.status).startsWith('finalized_'))).toBe(true);
	// Where LeadGenius does not tell where the campaign sends, it is left as it is.
	const after = await webhookUrl();
	if (documentsOfRun() === 'strict') expect(after).toBe(url);
	else expect(after).toBeNull();
});

test('does not sleep when everything is complete after the upload', async () => {
	const { n8n, sandbox } = stage;
	await sandbox.reset({ leadGenius: { recordsPerSecond: 0 } });
	const { run } = await start(3, 'uploadAndWait');
	const done = await n8n.waitForEnd(run);
	expect(done.status).toBe('success');
	expect(done.data.After?.items.map(({ json }) => json.asked)).toEqual(['A0', 'A1', 'A2']);
});

test('sleeps for those items only that are not dry, and for none where all are', async () => {
	const { n8n, sandbox } = stage;
	await sandbox.reset({ leadGenius: { recordsPerSecond: 'never' } });
	const dry = await n8n.waitForEnd((await start(3, 'uploadAndWait', { dryRun: true })).run);
	expect(dry.status).toBe('success');
	expect(dry.data.After?.items.map(({ json }) => json.dry_run)).toEqual([true, true, true]);
	expect(await sandbox.requests()).toEqual([]);

	const options = { dryRun: '={{ $json.org_record_id !== "A1" }}' };
	const { id, run } = await start(3, 'uploadAndWait', options);
	await n8n.waitForEnd(run, { until: ['waiting'] });
	expect(await uploads()).toHaveLength(1);
	await sandbox.leadGenius.finalize(SLUG);
	const items = await outputs(stage, id, 'After', 3);
	expect(items.map(({ json }) => [json.asked, json.dry_run ?? json.org_record_id])).toEqual([
		['A0', true],
		['A1', 'A1'],
		['A2', true],
	]);
});

test('10,000 records are 50 uploads, and one more waits for its minute', async () => {
	const { n8n, sandbox } = stage;
	await sandbox.reset({ leadGenius: { recordsPerSecond: 'never' }, logBodies: false });
	// A credential with which n8n has sent nothing yet: at LeadGenius the reset has begun a new minute.
	const data = { apiKey: sandbox.leadGeniusSecondKey, baseUrl: sandbox.url };
	const [fresh] = await n8n.importCredentials([{ name: 'Fresh', type: 'leadGeniusApi', data }]);
	credential = fresh ?? credential;
	const { run } = await start(10_001, 'upload');
	const done = await n8n.waitForEnd(run, { timeoutMs: 100_000 });
	expect(done.error).toBeUndefined();
	const all = await uploads();
	expect(all).toHaveLength(51);
	expect(all.every(({ status }) => status === 200 || status === 201)).toBe(true);
	const [first, last] = [all[0]?.at ?? 0, all[50]?.at ?? 0];
	expect(last - first).toBeGreaterThanOrEqual(60_000);
	const { campaigns } = (await sandbox.state()).leadGenius;
	expect(campaigns.find(({ slug }) => slug === SLUG)?.records).toHaveLength(10_001);
});
