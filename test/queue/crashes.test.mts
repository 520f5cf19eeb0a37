// A worker and then main are killed at random moments. What the vendors received and what n8n stored is
// compared record by record; QUEUE_KILLS says how often (2).
import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { hasEnded } from '../../host/execution.mts';
import { uploadWorkflow } from '../e2e/support/leadGenius.mts';
import { pagesWorkflow } from './support/pages.mts';
import { GIVEN_UP_SOON, openQueue, until, type QueueStage } from './support/stage.mts';
import {
	accountIds,
	received,
	recordsAt,
	storedBy,
	twice,
	uploadsBegun,
} from './support/uploads.mts';

const ROUNDS = Number(process.env.QUEUE_KILLS ?? 2);
const RECORDS = 800;
const BATCH = 50;
const LEADS = 600;
const ids = accountIds(RECORDS);

/** What is printed of a round. */
const table: Array<Record<string, unknown>> = [];

let stage: QueueStage;

beforeAll(async () => {
	// In minutes: how often main looks for executions that no worker has any more; by default 3 hours. In
	// a busy n8n it takes some for such that end in the same moment: hence only here.
	stage = await openQueue({ ...GIVEN_UP_SOON, N8N_EXECUTIONS_QUEUE_RECOVERY_INTERVAL: '0.2' });
});

afterAll(async () => {
	await stage.stop();
	console.table(table);
});

/** The two workflows of a round: accounts to LeadGenius, and leads to GenPage. */
async function store(round: number): Promise<{ accounts: string; pages: string }> {
	// One after the other, so that there are many moments in the middle.
	const options = { skipRecordsInCampaign: true, batchSize: BATCH, requestsInParallel: 1 };
	const parameters = { campaignSlug: `round-${round}`, operation: 'upload', options };
	const code = `return Array.from({ length: ${LEADS} }, (_, i) => ({ json: { email: 'round-${round}-' + i + '@x.example' } }));`;
	return {
		accounts: await stage.store(
			uploadWorkflow(stage.credentials.leadGenius, RECORDS, parameters, false),
		),
		pages: await stage.store(pagesWorkflow(code)),
	};
}

/** Kills the worker of an execution at a random moment of the upload, then main, and starts both again. */
async function killBoth(executionId: string): Promise<string> {
	const { queue, sandbox } = stage;
	const uploads = randomInt(1, RECORDS / BATCH);
	const pauses = [randomInt(0, 200), randomInt(0, 1000)];
	await until(async () => (await uploadsBegun(sandbox)) >= uploads);
	await until(async () => (await queue.workersOf(executionId)).length > 0);
	const [worker] = await queue.workersOf(executionId);
	if (worker === undefined) throw new Error('No worker has begun');
	await sleep(pauses[0]);
	await worker.kill();
	await sleep(pauses[1]);
	await queue.main.kill();
	await Promise.all([worker.start(), queue.main.start()]);
	return `${uploads} uploads + ${pauses[0]} ms, ${pauses[1]} ms`;
}

/** Waits for an end, and runs again what has not ended well. @returns the first one's status */
async function runAgain(workflowId: string): Promise<string> {
	const { queue } = stage;
	await until(async () => await queue.hasEnded(workflowId, 1));
	const [status = ''] = (await queue.statuses(workflowId)).keys();
	expect(hasEnded(status)).toBe(true);
	if (status !== 'success') {
		await queue.main.startRun(workflowId);
		await until(async () => await queue.hasEnded(workflowId, 2));
	}
	expect((await queue.statuses(workflowId)).get('success')).toBe(1);
	return status;
}

test.each(Array.from({ length: ROUNDS }, (_, at) => at + 1))('round %i', async (round) => {
	const { queue, sandbox } = stage;
	const slug = `round-${round}`;
	const vendor = { recordsPerSecond: 'never', requestsPerMinute: 0 } as const;
	await sandbox.reset({ latencyMs: 250, leadsPerSecond: 25, leadGenius: vendor });
	const { accounts, pages } = await store(round);
	const upload = await queue.main.startRun(accounts);
	const send = await queue.main.startRun(pages);
	// n8n gives them to different workers: each has its turn.
	const [victim, executionId] = round % 2 === 1 ? ['upload', upload] : ['leads', send];
	const moment = await killBoth(executionId);
	await until(async () => await queue.hasEnded(accounts, 1));
	const before = (await recordsAt(sandbox, slug)).length;
	const [uploadEnd, pagesEnd] = [await runAgain(accounts), await runAgain(pages)];

	const there = await recordsAt(sandbox, slug);
	const sent = await received(sandbox, slug);
	const { leads } = (await sandbox.state()).genPage;
	const emails = leads.map(({ email }) => String(email));
	const last = storedBy((await queue.executions(accounts)).at(-1));
	const [made] = (await queue.executions(pages)).filter(({ status }) => status === 'success');
	const output = (made?.data.Pages?.items ?? []).map(({ json }) => String(json.email));
	table.push({
		'worker of': victim,
		'killed after': moment,
		'upload ended': uploadEnd,
		'there then': before,
		'there now': there.length,
		lost: ids.filter((id) => !there.includes(id)).length,
		twice: twice(sent).length,
		'n8n: sent': last.sent,
		'n8n: skipped': last.skipped,
		'leads ended': pagesEnd,
		'leads lost': LEADS - new Set(emails).size,
		'leads twice': twice(emails).length,
		'n8n: leads': output.length,
	});
	expect(there.toSorted()).toEqual(ids.toSorted());
	expect(sent.toSorted()).toEqual(ids.toSorted());
	expect(last.places).toEqual(ids.map((_, at) => at));
	if (uploadEnd !== 'success') {
		expect([last.sent, last.skipped]).toEqual([RECORDS - before, before]);
	}
	const wanted = Array.from({ length: LEADS }, (_, at) => `${slug}-${at}@x.example`);
	expect(output).toEqual(wanted);
	expect(emails.toSorted()).toEqual(wanted.toSorted());
});
