// Job > Wait for Completion.
import type { INodeParameters } from 'n8n-workflow';
import { useGenPage } from '../../support/genPage.mts';
import { byId, errorOf, linksOf, messagesOf } from '../../support/results.mts';
import { watchNode } from '../../support/watch.mts';

const site = useGenPage();
const EMAILS = ['ada@x.example', 'bob@x.example'];

function waitFor(jobId: string, options: INodeParameters = {}, workspace = '16'): INodeParameters {
	return {
		resource: 'job',
		operation: 'wait',
		jobId,
		workspaceId: byId(workspace),
		options: { ...options },
	};
}

test('asks again, with pauses, until the job is done', async () => {
	const body = { status: 'pending', processed_rows: 1, total_rows: 2 };
	const path = '/api/external/v1/leads/get-status';
	const job = await site.upload(EMAILS);
	await site.sandbox.fault({ kind: 'wrongType', path, body, times: 3 });
	const result = await site.run(waitFor(job));
	expect(result.items.map(({ json }) => json)).toEqual([
		{ job_id: job, status: 'completed', processed_rows: 2, total_rows: 2 },
	]);
	const [first, second, third, ...others] = (await site.received()).map(({ at }) => at);
	expect(others).toHaveLength(1);
	// The pauses are there.
	expect(Number(second) - Number(first)).toBeGreaterThan(500);
	expect(Number(third) - Number(second)).toBeGreaterThan(500);
	// Who looks on is told after 3 s how far it is.
	expect(result.told).toEqual([
		expect.stringMatching(RegExp(`3 requests in .*; job ${job}: 1 of 2 leads processed`)),
	]);
});

test('returns the leads of the job, each linked to the item', async () => {
	const job = await site.upload(EMAILS);
	const result = await site.run(waitFor(job, { returnLeads: true }));
	expect(result.items.map(({ json }) => json.email)).toEqual(EMAILS);
	expect(result.items[0]?.json).not.toHaveProperty('values');
	expect(result.items.map(linksOf)).toEqual([[0], [0]]);
	const last = (await site.received()).at(-1);
	expect(last?.query).toEqual({ workspace_id: '16', job_id: job });
});

test('returns the leads as GenPage sends them when they are not to be simplified', async () => {
	const job = await site.upload(EMAILS);
	const result = await site.run(waitFor(job, { returnLeads: true, simplify: false }));
	expect(result.items[0]?.json).toMatchObject({ job_id: job, values: { email: EMAILS[0] } });
});

test('gives up at the time limit, with the job ID and how far it was', async () => {
	await site.sandbox.reset({ leadsPerSecond: 0.001 });
	const job = await site.upload(EMAILS);
	const error = errorOf(await site.run(waitFor(job, { timeoutSeconds: 0.2 })));
	expect(error.message).toBe(
		`GenPage has not finished job ${job} within the time limit: 0 of 2 leads processed [Item 0]`,
	);
	expect(error.description).toContain(`job ID ${job}`);
	// It has looked once, and once more where there was time.
	expect([1, 2]).toContain((await site.received()).length);
});

test('fails when the job failed', async () => {
	const job = await site.upload(EMAILS, 'fail');
	const error = errorOf(await site.run(waitFor(job)));
	expect(error.message).toBe(
		`GenPage could not finish job ${job}: 1 of 2 leads processed [Item 0]`,
	);
	expect(error.description).toContain('Lead > Get Many');
});

test('a failed job among others is an error item in its place', async () => {
	const jobs = [
		await site.upload(EMAILS),
		await site.upload(EMAILS, 'fail'),
		await site.upload(EMAILS),
	];
	const items = jobs.map((job) => ({ job }));
	const onError = 'continueRegularOutput';
	const result = await site.run(waitFor('={{ $json.job }}'), items, { onError });
	expect(result.items.map(linksOf)).toEqual([[0], [1], [2]]);
	expect(result.items[0]?.json.job_id).toBe(jobs[0]);
	expect(messagesOf(result.items)[1]).toContain(`could not finish job ${jobs[1] ?? ''}`);
	expect(result.items[2]?.json.job_id).toBe(jobs[2]);
});

test('stops in the middle of a pause when the execution is cancelled', async () => {
	await site.sandbox.reset({ leadsPerSecond: 0.001 });
	const job = await site.upload(EMAILS);
	const ended = watchNode('genPage');
	await site.run(waitFor(job), [{}], { cancelWhen: site.arrived() });
	await expect(ended()).rejects.toThrow('cancelled');
	expect(await site.received()).toHaveLength(1);
});

test('takes what GenPage says in other letters, and without the job', async () => {
	const job = await site.upload(EMAILS);
	const body = { job_id: null, status: 'Completed', processed_rows: '2', total_rows: 2 };
	await site.sandbox.fault({ kind: 'wrongType', path: '/api/external/v1/leads/get-status', body });
	const { error, items } = await site.run(waitFor(job));
	expect(error).toBeUndefined();
	expect(items.map(({ json }) => json)).toEqual([
		{ job_id: job, status: 'completed', processed_rows: 2, total_rows: 2 },
	]);
});

test.each([
	['an unknown status', { status: 'queued', processed_rows: 0, total_rows: 2 }],
	['no status', { processed_rows: 2 }],
	['a list', []],
])('says that it is no job status when the answer holds %s', async (_, body) => {
	await site.sandbox.fault({ kind: 'wrongType', body });
	const error = errorOf(await site.run(waitFor('1')));
	expect(error.message).toContain('GenPage answered in an unexpected form: it is no job status');
});
