import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { templateWith } from '../../demo/templates.mts';
import type { Workflow } from '../../host/workflow.mts';
import { until } from '../../host/until.mts';
import { startJob, TARGET, writeLeads } from './support/pages.mts';
import { emailsOf, jobsIn, outputs, stored } from './support/runs.mts';
import { useStage } from './support/stage.mts';

const TRIGGER = 'When a Job Has Finished';
const statusPath = '/api/external/v1/leads/get-status';
const leadsPath = '/api/external/v1/leads/get-leads';
const folder = mkdtempSync(join(tmpdir(), 'outbound-jobs-'));

const stage = useStage({ N8N_RESTRICT_FILE_ACCESS_TO: folder });

/** The template as it was saved when the trigger had its first version and knew no jobs but those listed. */
function savedBefore(jobIds: readonly string[]): Workflow {
	const workflow = templateWith('genpage-finished-jobs', { 'Send Leads': TARGET });
	const nodes = workflow.nodes.map((node) => {
		if (node.name !== TRIGGER) return node;
		const { jobs, ...rest } = node.parameters;
		expect(jobs).toBe('workflow');
		const parameters = { ...rest, jobIds: jobIds.join(', '), workspaceId: TARGET.workspaceId };
		return { ...node, typeVersion: 1, parameters };
	});
	return { ...workflow, nodes };
}

test('a workflow saved with version 1 emits each listed job once over two polls and a restart', async () => {
	const { n8n, sandbox } = stage;
	// 10 leads a second: one job is done at the first poll, one at the second, one not for hours.
	await sandbox.reset({ leadsPerSecond: 10 });
	const quick = await startJob(sandbox, 'quick', 2);
	const slower = await startJob(sandbox, 'slower', 250);
	const endless = await startJob(sandbox, 'endless', 50_000);
	const id = await stored(stage, savedBefore([quick, slower, endless]));

	await n8n.publish(id);
	const first = await n8n.waitForExecution(id);
	expect(emailsOf(first.data[TRIGGER]?.items ?? [])).toEqual([
		'quick-0@x.example',
		'quick-1@x.example',
	]);

	const second = await n8n.waitForExecution(id, { after: first.id, timeoutMs: 130_000 });
	const emitted = emailsOf(second.data[TRIGGER]?.items ?? []);
	expect(emitted).toHaveLength(250);
	expect(new Set(emitted).size).toBe(250);

	const before = (await sandbox.requests()).length;
	await n8n.restart();
	const asked = await requestsAfter(before, statusPath);
	expect([...new Set(asked)]).toEqual([endless]);
	expect(await n8n.executions(id)).toHaveLength(2);
});

/** Waits for the first poll after a restart and returns the job IDs that it asked for. */
async function requestsAfter(before: number, path: string): Promise<unknown[]> {
	const requestsSince = async () =>
		(await stage.sandbox.requests()).slice(before).filter((request) => request.path === path);
	const later = await until(requestsSince, ({ length }) => length > 0);
	return later.map(({ query }) => query.job_id);
}

test('the template with a data table: each job goes on once, and again where its leads could not be had', async () => {
	const { n8n, sandbox } = stage;
	await sandbox.reset({ leadsPerSecond: 5 });
	const emails = Array.from({ length: 250 }, (_, index) => `table-${index}@x.example`);
	const id = await stored(
		stage,
		templateWith('genpage-jobs-in-a-table', {
			'Read Leads File': { fileSelector: writeLeads(folder, 'table.csv', emails) },
			'Send Leads': TARGET,
			'Job Status': { workspaceId: TARGET.workspaceId },
			'Get Leads': { workspaceId: TARGET.workspaceId },
			'Every 2 Minutes': { rule: { interval: [{ field: 'seconds', secondsInterval: 3 }] } },
		}),
	);
	await n8n.publish(id);
	await sandbox.fault({ kind: 'status', status: 403, path: leadsPath });
	const sent = await n8n.run(id, { startNode: 'Start' });
	expect(jobsIn(sent, 'Write Jobs Down')).toHaveLength(2);

	const pages = await outputs(stage, id, 'Page Links', emails.length);
	expect(emailsOf(pages).sort()).toEqual(emails.toSorted());
	const putBack = await outputs(stage, id, 'Put Back', 1);
	expect(putBack).toHaveLength(1);
	// Two more runs find nothing.
	const before = (await n8n.executions(id))[0]?.id ?? '';
	const idle = await n8n.waitForExecution(id, { after: before });
	await n8n.waitForExecution(id, { after: idle.id });
	expect(await outputs(stage, id, 'Page Links', 0)).toHaveLength(emails.length);
	await n8n.unpublish(id);
});
