import { withCredentials } from '../../demo/credentials.mts';
import { templateWith } from '../../demo/templates.mts';
import { startJob, TARGET } from './support/pages.mts';
import { openStage, type Stage } from './support/stage.mts';

const TRIGGER = 'When a Job Has Finished';
const statusPath = '/api/external/v1/leads/get-status';

let stage: Stage;

beforeAll(async () => {
	stage = await openStage();
});

afterAll(async () => {
	await stage.stop();
});

function emailsOf(items: ReadonlyArray<{ json: Record<string, unknown> }>): unknown[] {
	return items.map(({ json }) => json.email);
}

test('emits each finished job once over two polls and a restart', async () => {
	const { n8n, sandbox, credentials } = stage;
	// 10 leads a second: one job is done at the first poll, one at the second, one not for hours.
	await sandbox.reset({ leadsPerSecond: 10 });
	const quick = await startJob(sandbox, 'quick', 2);
	const slower = await startJob(sandbox, 'slower', 250);
	const endless = await startJob(sandbox, 'endless', 50_000);
	const watching = templateWith('genpage-finished-jobs', {
		[TRIGGER]: {
			jobIds: [quick, slower, endless].join(', '),
			workspaceId: TARGET.workspaceId,
		},
	});
	const [stored] = await n8n.importWorkflows([withCredentials(watching, credentials)]);
	const id = stored?.id ?? '';

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
	for (;;) {
		const later = (await stage.sandbox.requests())
			.slice(before)
			.filter((request) => request.path === path);
		if (later.length > 0) return later.map(({ query }) => query.job_id);
		await new Promise((resolve) => setTimeout(resolve, 200));
	}
}
