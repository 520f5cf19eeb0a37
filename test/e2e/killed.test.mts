import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from '../../host/until.mts';
import { pagesWorkflow, writeLeads } from './support/pages.mts';
import { useStage } from './support/stage.mts';

const folder = mkdtempSync(join(tmpdir(), 'outbound-killed-'));
const emails = Array.from({ length: 450 }, (_, index) => `lead-${index}@company.example`);

const stage = useStage({ N8N_RESTRICT_FILE_ACCESS_TO: folder });

async function startPages(): Promise<{ workflowId: string; executionId: string }> {
	const file = writeLeads(folder, 'leads.csv', emails);
	const [stored] = await stage.n8n.importWorkflows([pagesWorkflow(stage.credentials, file)]);
	const workflowId = stored?.id ?? '';
	return { workflowId, executionId: await stage.n8n.startRun(workflowId) };
}

/** Waits until GenPage has taken so many uploads. */
async function uploads(count: number): Promise<void> {
	await until(
		async () => (await stage.sandbox.state()).genPage.jobs,
		({ length }) => length >= count,
		{ longestMs: 50 },
	);
}

test('n8n killed while it waits for pages sends nothing again when it is back', async () => {
	await stage.sandbox.reset({ leadsPerSecond: 1 });
	const { workflowId, executionId } = await startPages();
	await uploads(3);

	await stage.n8n.kill();
	await stage.n8n.start();

	const { leads, jobs } = (await stage.sandbox.state()).genPage;
	expect(jobs).toHaveLength(3);
	expect(leads.map(({ email }) => email).sort()).toEqual([...emails].sort());
	const executions = await stage.n8n.executions(workflowId);
	expect(executions.map(({ id }) => id)).toEqual([executionId]);
	expect(executions[0]?.status).not.toBe('success');
});

test('GenPage gone while the node waits: the error holds the jobs that it had taken', async () => {
	await stage.sandbox.reset({ leadsPerSecond: 1 });
	const { executionId } = await startPages();
	await uploads(3);
	const taken = (await stage.sandbox.state()).genPage.jobs.map(({ job_id }) => job_id);

	await stage.sandbox.stop();
	const execution = await stage.n8n.waitForEnd(executionId);

	expect(execution.status).toBe('error');
	const error = execution.data['Create Pages']?.error;
	expect(error?.message).toContain('GenPage could not be reached');
	for (const job of taken) expect(error?.description).toContain(`job ${job}`);
	expect(error?.context?.accepted).toHaveLength(3);
});
