// Workers that do not know of each other share LeadGenius's 50 requests a minute under one key.
import { uploadWorkflow } from '../e2e/support/leadGenius.mts';
import { openQueue, until, type QueueStage } from './support/stage.mts';
import { accountIds, received } from './support/uploads.mts';

/** As many as two minutes of LeadGenius's limit take, from four executions. */
const RECORDS = 3_000;
const EXECUTIONS = 4;

let stage: QueueStage;

beforeAll(async () => {
	stage = await openQueue();
});

afterAll(async () => {
	await stage.stop();
});

test.each([20, 300])(
	'four executions on two workers, answers after %i ms: each record once, few requests refused',
	async (latencyMs) => {
		const { queue, sandbox, credentials } = stage;
		await sandbox.reset({ latencyMs, leadGenius: { recordsPerSecond: 'never' } });
		const slugs = Array.from({ length: EXECUTIONS }, (_, at) => `share-${latencyMs}-${at}`);
		const workflowIds = await Promise.all(
			slugs.map(async (campaignSlug) => {
				const parameters = { campaignSlug, operation: 'upload' };
				return await stage.store(
					uploadWorkflow(credentials.leadGenius, RECORDS, parameters, false),
				);
			}),
		);
		const runs = await Promise.all(workflowIds.map(async (id) => await queue.main.startRun(id)));
		for (const id of workflowIds) await until(async () => await queue.hasEnded(id, 1));

		const executions = await Promise.all(workflowIds.map(async (id) => await queue.executions(id)));
		expect(executions.flat().map(({ status }) => status)).toEqual(slugs.map(() => 'success'));
		const workers = await Promise.all(runs.map(async (id) => await queue.workersOf(id)));
		expect(new Set(workers.flat()).size).toBe(2);
		const ids = accountIds(RECORDS).sort();
		for (const slug of slugs) expect((await received(sandbox, slug)).sort()).toEqual(ids);
		const { total, byStatus } = await sandbox.summary();
		const refused = byStatus['429'] ?? 0;
		console.log(`answers after ${latencyMs} ms: ${refused} of ${total} requests were refused`);
		expect(refused).toBeLessThanOrEqual(5);
	},
);
