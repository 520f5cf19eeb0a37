import { hasEnded, parsePage, type ExecutionSummary } from '../../host/execution.mts';
import { until } from '../../host/until.mts';
import { triggerWorkflow, uploadAccounts } from './support/leadGenius.mts';
import { useStage } from './support/stage.mts';

const retrieve = '/api/v1/enrichment/retrieve/';

const stage = useStage();

async function store(parameters: object): Promise<string> {
	const [stored] = await stage.n8n.importWorkflows([
		triggerWorkflow(stage.credentials.leadGenius, parameters),
	]);
	return stored?.id ?? '';
}

async function webhookUrlOf(slug: string): Promise<string | null | undefined> {
	const { campaigns } = (await stage.sandbox.state()).leadGenius;
	return campaigns.find((campaign) => campaign.slug === slug)?.webhook_url;
}

/** All executions of a workflow, once none is under way any more. */
async function executions(workflowId: string): Promise<ExecutionSummary[]> {
	return await until(
		async () => await executionsUntilNow(workflowId),
		(all) => all.every(({ status }) => hasEnded(status)),
	);
}

async function executionsUntilNow(workflowId: string): Promise<ExecutionSummary[]> {
	const filter = encodeURIComponent(JSON.stringify({ workflowId }));
	const all: ExecutionSummary[] = [];
	let next: string | undefined = '';
	while (next !== undefined) {
		const path = `/rest/executions?limit=100&filter=${filter}${next}`;
		const page = parsePage(await stage.n8n.rest.request('GET', path), 100);
		all.push(...page.results);
		({ next } = page);
	}
	return all;
}

/** The IDs of the records that a workflow has emitted, over all its executions. */
async function emitted(workflowId: string): Promise<number[]> {
	const ids: number[] = [];
	for (const { id } of await executions(workflowId)) {
		const { data } = await stage.n8n.execution(id);
		ids.push(...(data.Trigger?.items ?? []).map(({ json }) => Number(json.id)));
	}
	return ids.sort((a, b) => a - b);
}

test('200 deliveries in quick succession, one in five repeated: each record once', async () => {
	const { n8n, sandbox } = stage;
	await sandbox.reset({
		leadGenius: {
			recordsPerSecond: 'never',
			webhookRepeatEvery: 4,
			webhookShuffle: 7,
			webhookTimeoutMs: 100_000,
			webhookConcurrency: 200,
		},
	});
	const ids = await uploadAccounts(sandbox, 'quick', 160);
	const workflowId = await store({ campaignSlug: 'quick' });
	await n8n.publish(workflowId);
	expect(await webhookUrlOf('quick')).toContain('/webhook/');

	await sandbox.leadGenius.finalize('quick');
	const deliveries = await settled(200);
	expect(deliveries.map(({ status }) => status)).toEqual(Array.from({ length: 200 }, () => 200));
	expect(await emitted(workflowId)).toEqual(ids);

	const asked = (await sandbox.requests()).filter(({ path }) => path.startsWith(retrieve));
	expect(asked.length).toBeLessThanOrEqual(50);
	expect(asked.every(({ status }) => status === 200)).toBe(true);

	// Repeated once more, after a restart.
	await n8n.restart();
	const again = await sandbox.leadGenius.deliver({ slug: 'quick', times: 3 });
	expect(again.map(({ status }) => status)).toEqual([200, 200, 200]);
	expect((await emitted(workflowId)).length).toBe(160);

	await n8n.unpublish(workflowId);
	expect(await webhookUrlOf('quick')).toBeNull();
});

/** All deliveries, once so many have an answer. */
async function settled(count: number) {
	return await until(
		async () => await stage.sandbox.leadGenius.deliveries(),
		(deliveries) => deliveries.filter(({ status }) => status !== null).length >= count,
	);
}

// n8n reads the body of a call in another way for each of them, and only where it knows its kind.
test.each([1, 2])('version %i takes a call whatever its body is said to be', async (version) => {
	const { n8n, sandbox } = stage;
	await sandbox.reset({ leadGenius: { recordsPerSecond: 0 } });
	const slug = `labels-${version}`;
	const labels = ['application/json', 'text/plain', 'text/html', 'application/octet-stream', ''];
	const ids = await uploadAccounts(sandbox, slug, labels.length);
	const parameters = { campaignSlug: slug, registration: 'manual' };
	const workflow = triggerWorkflow(stage.credentials.leadGenius, parameters, version);
	const [stored] = await n8n.importWorkflows([workflow]);
	const workflowId = stored?.id ?? '';
	await n8n.publish(workflowId);
	const url = `${n8n.url}/webhook/${String(workflow.nodes[0]?.webhookId)}/leadgenius`;
	for (const [place, label] of labels.entries()) {
		const counts = { uploaded: ids.length, enriched: place + 1, complete: false };
		const text = JSON.stringify({ slug, records: [ids[place]], ...counts });
		const body = new Blob([text], { type: label });
		const answer = await fetch(url, { method: 'POST', body });
		expect([label, answer.status, await answer.text()]).toEqual([label, 200, expect.any(String)]);
	}
	expect(await emitted(workflowId)).toEqual(ids);
	await n8n.unpublish(workflowId);
});

test('a second workflow does not take the campaign of the first', async () => {
	const { n8n, sandbox } = stage;
	await sandbox.reset({ leadGenius: { recordsPerSecond: 'never' } });
	await uploadAccounts(sandbox, 'shared', 1);
	const first = await store({ campaignSlug: 'shared' });
	const second = await store({ campaignSlug: 'shared' });
	await n8n.publish(first);
	const url = await webhookUrlOf('shared');
	await expect(n8n.publish(second)).rejects.toThrow(/already sends its notifications/);
	expect(await webhookUrlOf('shared')).toBe(url);
	await n8n.unpublish(second);
	expect(await webhookUrlOf('shared')).toBe(url);
	await n8n.unpublish(first);
	expect(await webhookUrlOf('shared')).toBeNull();
});

test('a test in the editor is shown what comes, and the published workflow has it too', async () => {
	const { n8n, sandbox } = stage;
	await sandbox.reset({ leadGenius: { recordsPerSecond: 'never' } });
	const ids = await uploadAccounts(sandbox, 'tested', 2);
	const workflowId = await store({ campaignSlug: 'tested' });
	await n8n.publish(workflowId);
	const url = await webhookUrlOf('tested');
	await expect(n8n.startRun(workflowId)).rejects.toThrow(/waits for a test event/);
	expect(await webhookUrlOf('tested')).toBe(url);

	await sandbox.leadGenius.finalize('tested', 1);
	await settled(1);
	await modes(workflowId, ['manual', 'webhook']);
	expect(await webhookUrlOf('tested')).toBe(url);
	await sandbox.leadGenius.finalize('tested');
	await settled(2);
	await modes(workflowId, ['manual', 'webhook', 'webhook']);
	expect(await emitted(workflowId)).toEqual([ids[0], ids[0], ids[1]]);
	await n8n.unpublish(workflowId);
});

/** Waits until a workflow has had executions of these modes. */
async function modes(workflowId: string, wanted: readonly string[]): Promise<void> {
	const all = await until(
		async () => await executions(workflowId),
		({ length }) => length >= wanted.length,
	);
	expect(all.map(({ mode }) => mode).sort()).toEqual(wanted);
}

test('what can be read of a call starts the workflow, and the rest is asked for with 503', async () => {
	const { n8n, sandbox } = stage;
	await sandbox.reset({ leadGenius: { recordsPerSecond: 'never' } });
	const ids = await uploadAccounts(sandbox, 'partial', 2);
	const workflowId = await store({ campaignSlug: 'partial', registration: 'manual' });
	await n8n.publish(workflowId);
	const webhookId = String((await n8n.workflow(workflowId)).nodes[0]?.webhookId);
	await sandbox.leadGenius.finalize('partial', 1);
	const call = { slug: 'partial', url: `${n8n.url}/webhook/${webhookId}/leadgenius`, records: ids };
	expect((await sandbox.leadGenius.deliver(call)).map(({ status }) => status)).toEqual([503]);
	await modes(workflowId, ['webhook']);
	expect(await emitted(workflowId)).toEqual([ids[0]]);

	await sandbox.leadGenius.finalize('partial');
	expect((await sandbox.leadGenius.deliver(call)).map(({ status }) => status)).toEqual([200]);
	await modes(workflowId, ['webhook', 'webhook']);
	expect(await emitted(workflowId)).toEqual(ids);
	await n8n.unpublish(workflowId);
});
