// The GenPage Trigger with a list of job IDs, poll by poll: each finished job once.
import type { INodeParameters } from 'n8n-workflow';
import { useGenPage } from '../../support/genPage.mts';
import { completed, failed } from '../../support/jobs.mts';
import { LEADS_PATH } from '../../support/leads.mts';
import { byId } from '../../support/results.mts';
import { watchTrigger } from '../../support/trigger.mts';

const site = useGenPage();

/** A strict GenPage wants a workspace with each job, and its token has two of them. */
const place: INodeParameters = site.documents === 'strict' ? { workspaceId: byId(16) } : {};
const watch = (parameters: INodeParameters) =>
	watchTrigger(site, { ...place, jobs: 'ids', ...parameters });

const upload = (count: number, from?: string) =>
	site.upload(
		Array.from({ length: count }, (_, at) => `lead-${at}@x.example`),
		from,
	);

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
		expect(await trigger.poll({ jobIds: first })).toEqual([completed(first, 1)]);
		expect(await trigger.poll({ jobIds: first })).toBeUndefined();
		const second = await upload(2);
		const jobIds = `${first}, ${second}`;
		expect(await trigger.poll({ jobIds })).toEqual([completed(second, 2)]);
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
		['jobFinished', (good: string, bad: string) => [completed(good, 2), failed(bad, 1, 2)]],
		['jobCompleted', (good: string) => [completed(good, 2)]],
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
		expect(await trigger.poll({ event: 'jobCompleted' })).toEqual([completed(jobIds, 1)]);
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

	test.each([404, 405, 422])(
		'are the job itself where GenPage has none of it (%i)',
		async (status) => {
			const jobIds = await upload(2, 'fail');
			await site.sandbox.fault({ kind: 'status', status, path: LEADS_PATH });
			const trigger = watch({ ...leads, jobIds });
			expect(await trigger.poll()).toEqual([failed(jobIds, 1, 2)]);
		},
	);

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
		expect(await trigger.poll()).toEqual([completed(jobIds, 1)]);
	});
});

describe('a manual run', () => {
	test('shows what has finished, as often as it is asked, and moves nothing', async () => {
		const jobIds = await upload(1);
		const trigger = watch({ jobIds });
		expect(await trigger.test()).toEqual([completed(jobIds, 1)]);
		expect(await trigger.test()).toEqual([completed(jobIds, 1)]);
		expect(trigger.memory).toEqual({});
		expect(await trigger.poll()).toEqual([completed(jobIds, 1)]);
		expect(await trigger.test()).toEqual([completed(jobIds, 1)]);
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
