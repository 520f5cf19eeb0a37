// What n8n's queue mode makes different: who is called, who works, and who polls are other processes.
import type { Execution } from '../../host/execution.mts';
import { accounts, triggerWorkflow, uploadWorkflow } from '../e2e/support/leadGenius.mts';
import { startJob, TARGET } from '../e2e/support/pages.mts';
import { EVERY_FIVE_SECONDS, pollWorkflow, TRIGGERS, type Watched } from '../e2e/support/poll.mts';
import { pagesWorkflow } from './support/pages.mts';
import { openQueue, until, type QueueStage } from './support/stage.mts';

let stage: QueueStage;

beforeAll(async () => {
	stage = await openQueue();
});

afterAll(async () => {
	await stage.stop();
});

/** What a node of some executions put out. */
function outputOf(executions: readonly Execution[], name: string): Array<Record<string, unknown>> {
	return executions.flatMap(({ data }) => data[name]?.items ?? []).map(({ json }) => json);
}

describe('LeadGenius calls the webhook process 5,000 times', () => {
	const RECORDS = 4_000;
	const CALLS = 5_000;
	const BATCH = 200;

	test('one call in five a repetition: each record starts the workflow once', async () => {
		const { queue, sandbox, credentials } = stage;
		await sandbox.reset({
			logBodies: false,
			leadGenius: {
				recordsPerSecond: 'never',
				webhookRepeatEvery: 4,
				webhookShuffle: 7,
				webhookTimeoutMs: 300_000,
				webhookConcurrency: 100,
			},
		});
		const ids: number[] = [];
		// By no request: those of another key may count with those of the trigger's.
		for (let first = 0; first < RECORDS; first += BATCH) {
			const records = accounts(BATCH, first);
			ids.push(
				...(await sandbox.leadGenius.upload({ slug: 'many', fields: ['org_city'], records })),
			);
		}
		const workflowId = await stage.store(
			triggerWorkflow(credentials.leadGenius, { campaignSlug: 'many' }),
		);
		await queue.main.publish(workflowId);

		await sandbox.leadGenius.finalize('many');
		await until(async () => {
			const deliveries = await sandbox.leadGenius.deliveries();
			return deliveries.filter(({ status, error }) => status ?? error).length >= CALLS;
		});
		const deliveries = await sandbox.leadGenius.deliveries();
		const refused = deliveries.filter(({ status }) => status !== 200);
		expect(refused.map(({ answer, error }) => answer ?? error)).toEqual([]);
		expect(deliveries).toHaveLength(CALLS);
		expect(deliveries.every(({ url }) => url.startsWith(queue.webhook.url))).toBe(true);

		await until(async () => await queue.hasEnded(workflowId, RECORDS));
		const executions = await queue.executions(workflowId);
		expect(new Set(executions.map(({ status }) => status))).toEqual(new Set(['success']));
		const emitted = outputOf(executions, 'After').map(({ id }) => Number(id));
		expect(emitted.toSorted((a, b) => a - b)).toEqual(ids);
		await queue.main.unpublish(workflowId);
	});
});

describe('50 executions at once', () => {
	const EXECUTIONS = 50;
	const LEADS = 40;
	const code = `return Array.from({ length: ${LEADS} }, (_, i) => ({ json: { email: 'lead-' + $execution.id + '-' + i + '@x.example' } }));`;

	test('send their leads to GenPage under one credential, each lead once', async () => {
		const { queue, sandbox } = stage;
		await sandbox.reset();
		const workflowId = await stage.store(pagesWorkflow(code));
		const runs = Array.from({ length: EXECUTIONS }, () => queue.main.startRun(workflowId));
		const started = await Promise.all(runs);
		await until(async () => await queue.hasEnded(workflowId, EXECUTIONS));

		const wanted = started.map((id) =>
			Array.from({ length: LEADS }, (_, at) => `lead-${id}-${at}@x.example`),
		);
		const executions = await queue.executions(workflowId);
		expect(executions.map(({ id }) => id).sort()).toEqual([...started].sort());
		const put = started.map((id) => executions.filter((each) => each.id === id));
		expect(put.map((own) => outputOf(own, 'Pages').map(({ email }) => email))).toEqual(wanted);

		const { leads, jobs } = (await sandbox.state()).genPage;
		expect(leads.map(({ email }) => email).sort()).toEqual(wanted.flat().sort());
		expect(jobs.map(({ total_rows }) => total_rows)).toEqual(started.map(() => LEADS));
		const worked = await Promise.all(started.map(async (id) => await queue.workersOf(id)));
		expect(worked.every((workers) => workers.length === 1)).toBe(true);
		expect(new Set(worked.flat()).size).toBe(2);
	});
});

describe('Upload and Wait', () => {
	test('goes on, on another worker, when the one that sent has gone', async () => {
		const { queue, sandbox, credentials } = stage;
		await sandbox.reset({ leadGenius: { recordsPerSecond: 'never', webhookGroup: 500 } });
		const parameters = { campaignSlug: 'asleep', operation: 'uploadAndWait' };
		const workflow = uploadWorkflow(credentials.leadGenius, 500, parameters, true);
		const workflowId = await stage.store(workflow);
		const id = await queue.main.startRun(workflowId);
		await queue.main.waitForEnd(id, { until: ['waiting'] });
		const [first, ...others] = await queue.workersOf(id);
		expect(others).toEqual([]);
		await first?.kill();

		await sandbox.leadGenius.finalize('asleep');
		await until(async () => await queue.hasEnded(workflowId, 1));
		const [done, ...more] = await queue.executions(workflowId);
		expect(done?.error).toBeUndefined();
		expect(done?.status).toBe('success');
		expect(more).toEqual([]);
		const output = outputOf(done ? [done] : [], 'After');
		expect(output).toHaveLength(500);
		expect(output.every((json) => json.org_record_id === json.asked)).toBe(true);
		const [call] = await sandbox.leadGenius.deliveries();
		expect(call?.url.startsWith(`${queue.webhook.url}/webhook-waiting/`)).toBe(true);
		const sent = (await sandbox.state()).leadGenius.campaigns.find(({ slug }) => slug === 'asleep');
		expect(sent?.records).toHaveLength(500);
		expect(await queue.workersOf(id)).toHaveLength(2);
		await first?.start();
	});
});

describe('polling triggers', () => {
	const workflows = new Map<Watched, string>();
	let pages = '';

	/** What each of the triggers has put out, by the key of its news. */
	async function emitted(): Promise<unknown[][]> {
		const each = TRIGGERS.map(async (watched) => {
			const executions = await stage.queue.executions(workflows.get(watched) ?? '');
			return outputOf(executions, 'After').map((json) => json[watched.key]);
		});
		return await Promise.all(each);
	}

	async function pollsOf({ path }: Watched): Promise<number> {
		return (await stage.sandbox.summary()).byPath[path] ?? 0;
	}

	/** Waits until every trigger has asked so many times more. */
	async function polled(count: number): Promise<void> {
		const before = await Promise.all(TRIGGERS.map(pollsOf));
		await until(async () => {
			const now = await Promise.all(TRIGGERS.map(pollsOf));
			return now.every((polls, at) => polls >= (before[at] ?? 0) + count);
		});
	}

	test('of all vendors fire once, not once a process', async () => {
		const { queue, sandbox } = stage;
		await sandbox.reset();
		for (const watched of TRIGGERS) {
			const { type, event } = watched;
			const parameters = { event, pollTimes: EVERY_FIVE_SECONDS };
			workflows.set(watched, await stage.store(pollWorkflow(type, parameters)));
		}
		const job = await startJob(sandbox, 'page', 3);
		const watchJob = {
			jobIds: job,
			workspaceId: TARGET.workspaceId,
			pollTimes: EVERY_FIVE_SECONDS,
		};
		pages = await stage.store(pollWorkflow('genPageTrigger', watchJob));
		for (const id of [...workflows.values(), pages]) await queue.main.publish(id);
		await polled(2);
		expect(await emitted()).toEqual(TRIGGERS.map(() => []));

		const names = ['first', 'second'];
		for (const name of names) {
			for (const { make } of TRIGGERS) await make(sandbox, name);
			await polled(2);
		}
		await until(async () => {
			return (await emitted()).every(({ length }) => length >= names.length);
		});
		// Polls that could put something out again.
		await polled(3);
		expect(await emitted()).toEqual(TRIGGERS.map(() => names));
		const finished = outputOf(await queue.executions(pages), 'After').map(({ job_id }) => job_id);
		expect(finished).toEqual([job]);
	});
});
