// The GenPage Trigger with a list of job IDs, poll by poll: each finished job once.
import type { INodeParameters } from 'n8n-workflow';
import { useGenPage } from '../../support/genPage.mts';
import { LEADS_PATH, STATUS_PATH } from '../../support/leads.mts';
import { byId } from '../../support/results.mts';
import { watchTrigger } from '../../support/trigger.mts';

const site = useGenPage();

/** A strict GenPage wants a workspace with each job, and its token has two of them. */
const place: INodeParameters = site.documents === 'strict' ? { workspaceId: byId(16) } : {};
const watch = (parameters: INodeParameters, typeVersion?: number) =>
	watchTrigger(site, { ...place, jobs: 'ids', ...parameters }, typeVersion);

const HOUR = 60 * 60 * 1000;

/** Has something done as if it were later. */
async function later(ms: number, work: () => Promise<unknown>): Promise<void> {
	const clock = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + ms);
	await work().finally(() => {
		clock.mockRestore();
	});
}

/** The jobs whose status was asked for, in order. */
const asked = async () =>
	(await site.received())
		.filter(({ path }) => path === STATUS_PATH)
		.map(({ query }) => query.job_id);

const upload = (count: number, from?: string) =>
	site.upload(
		Array.from({ length: count }, (_, at) => `lead-${at}@x.example`),
		from,
	);

const done = (job_id: string, rows: number) => ({
	job_id,
	status: 'completed',
	processed_rows: rows,
	total_rows: rows,
});

const failed = (job_id: string, rows: number, total_rows: number) => ({
	job_id,
	status: 'failed',
	processed_rows: rows,
	total_rows,
});

describe('jobs', () => {
	test.each([
		['the newest version', undefined],
		['a workflow that was saved with version 1, which has no Jobs', 1],
	])('are emitted once, when they have finished (%s)', async (_, typeVersion) => {
		const first = await upload(1);
		const trigger = watchTrigger(
			site,
			{ ...place, jobIds: '', ...(typeVersion === 1 ? {} : { jobs: 'ids' }) },
			typeVersion,
		);
		expect(await trigger.poll({ jobIds: first })).toEqual([done(first, 1)]);
		expect(await trigger.poll({ jobIds: first })).toBeUndefined();
		const second = await upload(2);
		const jobIds = `${first}, ${second}`;
		expect(await trigger.poll({ jobIds })).toEqual([done(second, 2)]);
		expect(await trigger.poll({ jobIds })).toBeUndefined();
	});

	test('that were emitted are not asked for again', async () => {
		const jobIds = await upload(1);
		const trigger = watch({ jobIds });
		await trigger.poll();
		await trigger.poll();
		expect(await site.received()).toHaveLength(1);
	});

	test('are not emitted while they are pending', async () => {
		await site.sandbox.reset({ leadsPerSecond: 0.001 });
		const trigger = watch({ jobIds: await upload(1) });
		expect(await trigger.poll()).toBeUndefined();
		expect(await trigger.poll()).toBeUndefined();
		expect(await site.received()).toHaveLength(2);
		expect(trigger.warnings).toEqual([]);
	});

	test('are not emitted again after a restart', async () => {
		const trigger = watch({ jobIds: await upload(1) });
		expect(await trigger.poll()).toHaveLength(1);
		trigger.restart();
		expect(await trigger.poll()).toBeUndefined();
	});

	test.each([
		['text with commas and line breaks', (ids: string[]) => ids.join(' ,\n')],
		['the same one twice', (ids: string[]) => [...ids, ...ids].join()],
		['a list from an expression', (ids: string[]) => `={{ ${JSON.stringify(ids)} }}`],
		['numbers from an expression', (ids: string[]) => `={{ [${ids.join()}] }}`],
	])('may be given as %s', async (_, written) => {
		const ids = [await upload(1), await upload(2)];
		const items = await watch({ jobIds: written(ids) }).poll();
		expect(items?.map(({ job_id }) => job_id)).toEqual(ids);
	});
});

describe('the event', () => {
	test.each([
		['jobFinished', (good: string, bad: string) => [done(good, 2), failed(bad, 1, 2)]],
		['jobCompleted', (good: string) => [done(good, 2)]],
		['jobFailed', (_: string, bad: string) => [failed(bad, 1, 2)]],
	])('%s', async (event, expected) => {
		const good = await upload(2);
		const bad = await upload(2, 'fail');
		const trigger = watch({ event, jobIds: `${good},${bad}` });
		expect(await trigger.poll()).toEqual(expected(good, bad));
		expect(await trigger.poll()).toBeUndefined();
	});

	test('forgets what was emitted when it is changed', async () => {
		const jobIds = await upload(1);
		const trigger = watch({ event: 'jobFailed', jobIds });
		expect(await trigger.poll()).toBeUndefined();
		expect(await trigger.poll({ event: 'jobCompleted' })).toEqual([done(jobIds, 1)]);
	});
});

describe('leads as the output', () => {
	const leads = { output: 'leads', workspaceId: byId(16) };

	test('are simplified, each job once', async () => {
		const jobIds = await upload(2);
		const trigger = watch({ ...leads, jobIds });
		const items = await trigger.poll();
		expect(items?.map(({ email }) => email)).toEqual(['lead-0@x.example', 'lead-1@x.example']);
		expect(items?.[0]?.job_id).toBe(jobIds);
		expect(items?.[0]?.genpage_url).toContain('https://demo-workspace.genpa.ge/');
		expect(await trigger.poll()).toBeUndefined();
	});

	test('come as GenPage sends them when they are not to be simplified', async () => {
		const trigger = watch({ ...leads, jobIds: await upload(1), simplify: false });
		const items = await trigger.poll();
		expect(items?.[0]).toMatchObject({ values: { email: 'lead-0@x.example' } });
	});

	test('that cannot be had now are emitted by a later poll', async () => {
		const good = await upload(1);
		const late = await upload(1);
		await site.sandbox.fault({ kind: 'wrongType', path: LEADS_PATH, times: 2 });
		const trigger = watch({ ...leads, jobIds: `${good},${late}` });
		await expect(trigger.poll()).rejects.toThrow('it holds no list of leads');
		expect(await trigger.poll()).toHaveLength(2);
	});

	test.each(['jobFailed', 'jobFinished'])(
		'are the job itself where a failed one has made none (%s)',
		async (event) => {
			const jobIds = await upload(1, 'fail');
			const trigger = watch({ ...leads, event, jobIds });
			expect(await trigger.test()).toEqual([failed(jobIds, 0, 1)]);
			expect(await trigger.poll()).toEqual([failed(jobIds, 0, 1)]);
			expect(await trigger.poll()).toBeUndefined();
		},
	);

	test.each([404, 405])('are the job itself where GenPage has none of it (%i)', async (status) => {
		const jobIds = await upload(2, 'fail');
		await site.sandbox.fault({ kind: 'status', status, path: LEADS_PATH });
		const trigger = watch({ ...leads, jobIds });
		expect(await trigger.poll()).toEqual([failed(jobIds, 1, 2)]);
	});

	test.each(['jobFailed', 'jobFinished'])(
		'are those that a failed job has made (%s)',
		async (event) => {
			const trigger = watch({ ...leads, event, jobIds: await upload(2, 'fail') });
			const items = await trigger.poll();
			expect(items?.map(({ email }) => email)).toEqual(['lead-0@x.example']);
		},
	);

	test('are the job itself where a completed one lists none', async () => {
		const jobIds = await upload(1);
		await site.sandbox.fault({ kind: 'wrongType', path: LEADS_PATH, body: { leads: [] } });
		const trigger = watch({ ...leads, jobIds });
		expect(await trigger.poll()).toEqual([done(jobIds, 1)]);
	});
});

describe('jobs that cannot be asked for', () => {
	test('do not keep the others from being emitted, and are warned of once', async () => {
		const good = await upload(1);
		const trigger = watch({ jobIds: `wrong,${good}` });
		expect(await trigger.poll()).toEqual([done(good, 1)]);
		const later = await upload(1);
		expect(await trigger.poll({ jobIds: `wrong,${good},${later}` })).toEqual([done(later, 1)]);
		expect(trigger.warnings).toEqual([expect.stringContaining('Job not found.')]);
	});

	test('are an error when there are no others, and then not again within the hour', async () => {
		await site.sandbox.fault({ kind: 'status', status: 403, path: STATUS_PATH, times: 3 });
		const trigger = watch({ jobIds: 'one' });
		await expect(trigger.poll()).rejects.toMatchObject({ httpCode: '403' });
		trigger.restart();
		expect(await trigger.poll()).toBeUndefined();
		await later(HOUR, async () => {
			await expect(trigger.poll()).rejects.toMatchObject({ httpCode: '403' });
		});
	});

	test('a bad job that stays in the list is not made an error by the others being done', async () => {
		const good = await upload(1);
		const trigger = watch({ jobIds: `wrong,${good}` });
		await trigger.poll();
		expect(await trigger.poll()).toBeUndefined();
	});
});

describe('a job that GenPage does not know', () => {
	test('is an error once when there is no other, also over a restart', async () => {
		const trigger = watch({ jobIds: 'wrong,unknown' });
		await expect(trigger.poll()).rejects.toMatchObject({
			message: 'GenPage: Job not found.',
			httpCode: '404',
		});
		trigger.restart();
		expect(await trigger.poll()).toBeUndefined();
		await later(2 * HOUR, async () => {
			expect(await trigger.poll()).toBeUndefined();
		});
		expect(trigger.warnings).toEqual([]);
	});

	test('is an error again when it was taken out of the list in between', async () => {
		const trigger = watch({ jobIds: 'wrong' });
		await expect(trigger.poll()).rejects.toThrow('Job not found.');
		expect(await trigger.poll({ jobIds: await upload(1) })).toHaveLength(1);
		await expect(trigger.poll()).rejects.toThrow('Job not found.');
	});

	test('is given up after a day, and the others go on being asked for', async () => {
		await site.sandbox.reset({ leadsPerSecond: 0.001 });
		const slow = await upload(1);
		const trigger = watch({ jobIds: `wrong,${slow}` });
		await trigger.poll();
		await later(23 * HOUR, async () => await trigger.poll());
		expect(await asked()).toEqual(['wrong', slow, 'wrong', slow]);
		await later(24 * HOUR, async () => await trigger.poll());
		await later(24 * HOUR, async () => await trigger.poll());
		expect((await asked()).slice(4)).toEqual(['wrong', slow, slow]);
		expect(trigger.warnings).toEqual([
			expect.stringMatching(/job wrong is asked for one more day: GenPage: Job not found/),
			expect.stringMatching(/job wrong is not asked for any more/),
		]);
	});

	test('is emitted when it is known after all', async () => {
		const jobIds = await upload(1);
		await site.sandbox.fault({ kind: 'status', status: 404, path: STATUS_PATH });
		const trigger = watch({ jobIds });
		await expect(trigger.poll()).rejects.toMatchObject({ httpCode: '404' });
		await later(25 * HOUR, async () => {
			expect(await trigger.poll()).toEqual([done(jobIds, 1)]);
		});
	});
});

describe('a manual run', () => {
	test('shows what has finished, as often as it is asked, and moves nothing', async () => {
		const jobIds = await upload(1);
		const trigger = watch({ jobIds });
		expect(await trigger.test()).toEqual([done(jobIds, 1)]);
		expect(await trigger.test()).toEqual([done(jobIds, 1)]);
		expect(trigger.memory).toEqual({});
		expect(await trigger.poll()).toEqual([done(jobIds, 1)]);
		expect(await trigger.test()).toEqual([done(jobIds, 1)]);
	});

	test('says that nothing has finished', async () => {
		await site.sandbox.reset({ leadsPerSecond: 0.001 });
		const trigger = watch({ jobIds: await upload(1) });
		await expect(trigger.test()).rejects.toThrow('None of these jobs has finished yet');
	});

	test('tells every time what is wrong', async () => {
		const trigger = watch({ jobIds: 'wrong' });
		await expect(trigger.test()).rejects.toThrow('Job not found.');
		await expect(trigger.test()).rejects.toThrow('Job not found.');
	});
});

test.each([
	['nothing', '', "'Job IDs' is empty"],
	['only commas', ' , ,', "'Job IDs' is empty"],
	['an empty list', '={{ [] }}', "'Job IDs' is empty"],
	['objects', '={{ [{ id: 1 }] }}', `'Job IDs' must hold job IDs, not "{"id":1}"`],
	['an object', '={{ ({ id: 1 }) }}', "'Job IDs' must"],
])('%s as the job IDs is refused before anything is sent', async (_, jobIds, words) => {
	const trigger = watch({ jobIds });
	await expect(trigger.poll()).rejects.toThrow(words);
	expect(await site.received()).toEqual([]);
});
