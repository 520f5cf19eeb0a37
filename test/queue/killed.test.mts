// A worker dies in the middle of an upload, and the workflow is run again.
import { uploadWorkflow } from '../e2e/support/leadGenius.mts';
import { GIVEN_UP_SOON, openQueue, until, type QueueStage } from './support/stage.mts';
import { accountIds, received, recordsAt, storedBy, uploadsBegun } from './support/uploads.mts';

const RECORDS = 6_000;
const ids = accountIds(RECORDS).sort();

let stage: QueueStage;

beforeAll(async () => {
	stage = await openQueue(GIVEN_UP_SOON);
});

afterAll(async () => {
	await stage.stop();
});

async function store(slug: string, options: object): Promise<string> {
	const { leadGenius } = stage.credentials;
	const parameters = { campaignSlug: slug, operation: 'upload', options };
	return await stage.store(uploadWorkflow(leadGenius, RECORDS, parameters, false));
}

/** Runs a workflow and kills its worker when LeadGenius has some of the records. */
async function runAndKill(workflowId: string): Promise<void> {
	const { queue, sandbox } = stage;
	const id = await queue.main.startRun(workflowId);
	await until(async () => (await uploadsBegun(sandbox)) >= 12);
	const [worker] = await queue.workersOf(id);
	await worker?.kill();
	await until(async () => await queue.hasEnded(workflowId, 1));
	await worker?.start();
}

test('with Skip Records Already in Campaign all 6,000 are there once', async () => {
	const { queue, sandbox } = stage;
	await sandbox.reset({ latencyMs: 300, leadGenius: { recordsPerSecond: 'never' } });
	const workflowId = await store('careful', { skipRecordsInCampaign: true });
	await runAndKill(workflowId);
	const before = await recordsAt(sandbox, 'careful');
	expect(before.length).toBeGreaterThan(0);
	expect(before.length).toBeLessThan(RECORDS);

	const again = await queue.main.startRun(workflowId);
	await until(async () => await queue.hasEnded(workflowId, 2));
	const [first, second, ...others] = await queue.executions(workflowId);
	expect(others).toEqual([]);
	expect(first?.status).not.toBe('success');
	expect(second?.id).toBe(again);
	expect(second?.error).toBeUndefined();
	expect((await recordsAt(sandbox, 'careful')).sort()).toEqual(ids);
	expect((await received(sandbox, 'careful')).sort()).toEqual(ids);
	expect(storedBy(second)).toEqual({
		sent: RECORDS - before.length,
		skipped: before.length,
		places: Array.from({ length: RECORDS }, (_, at) => at),
	});
});

test('without it LeadGenius has some of them twice', async () => {
	const { queue, sandbox } = stage;
	await sandbox.reset({ latencyMs: 300, leadGenius: { recordsPerSecond: 'never' } });
	const workflowId = await store('careless', {});
	await runAndKill(workflowId);
	const before = await recordsAt(sandbox, 'careless');
	await queue.main.startRun(workflowId);
	await until(async () => await queue.hasEnded(workflowId, 2));
	expect(await recordsAt(sandbox, 'careless')).toHaveLength(RECORDS + before.length);
});
