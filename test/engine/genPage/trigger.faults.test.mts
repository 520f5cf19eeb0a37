// The GenPage Trigger where jobs cannot be asked for.
import type { INodeParameters } from 'n8n-workflow';
import { poll } from '../../support/engine.mts';
import { useGenPage } from '../../support/genPage.mts';
import { completed, HOUR_MS, later } from '../../support/jobs.mts';
import { STATUS_PATH } from '../../support/leads.mts';
import { byId } from '../../support/results.mts';
import { watchTrigger } from '../../support/trigger.mts';

const site = useGenPage();

/** A strict GenPage wants a workspace with each job, and its token has two of them. */
const place: INodeParameters = site.documents === 'strict' ? { workspaceId: byId(16) } : {};
const watch = (parameters: INodeParameters) =>
	watchTrigger(site, { ...place, jobs: 'ids', ...parameters });

const upload = (count: number) =>
	site.upload(Array.from({ length: count }, (_, at) => `lead-${at}@x.example`));

/** The jobs whose status was asked for, in order. */
const asked = async () =>
	(await site.received())
		.filter(({ path }) => path === STATUS_PATH)
		.map(({ query }) => query.job_id);

describe('jobs that cannot be asked for', () => {
	test('do not keep the others from being emitted, and are warned of once', async () => {
		const good = await upload(1);
		const trigger = watch({ jobIds: `wrong,${good}` });
		expect(await trigger.poll()).toEqual([completed(good, 1)]);
		const later = await upload(1);
		expect(await trigger.poll({ jobIds: `wrong,${good},${later}` })).toEqual([completed(later, 1)]);
		expect(trigger.warnings).toEqual([expect.stringContaining('Job not found.')]);
	});

	test('are an error when there are no others, and then not again within the hour', async () => {
		await site.sandbox.fault({ kind: 'status', status: 403, path: STATUS_PATH, times: 3 });
		const trigger = watch({ jobIds: 'one' });
		await expect(trigger.poll()).rejects.toMatchObject({ httpCode: '403' });
		trigger.restart();
		expect(await trigger.poll()).toBeUndefined();
		await later(HOUR_MS, async () => {
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

test("jobs for which n8n leaves no time are the next poll's", async () => {
	// Four jobs are asked for at once, and their answers take longer than the poll may.
	await site.sandbox.reset({ latencyMs: 50 });
	const jobs: string[] = [];
	for (const count of [1, 1, 1, 1, 1]) jobs.push(await upload(count));
	const { credentials, credentialId } = site;
	const parameters = { ...place, jobs: 'ids', jobIds: jobs.join() };
	const run = { type: 'genPageTrigger', credentials, credentialId, parameters };
	const memory = {};
	const output = (ids: string[]) => [ids.map((id) => ({ json: completed(id, 1) }))];
	expect(await poll({ ...run, pollBudgetMs: 20 }, memory)).toEqual(output(jobs.slice(0, 4)));
	expect(await poll(run, memory)).toEqual(output(jobs.slice(4)));
});

describe('a job that GenPage does not know', () => {
	test('is an error once when there is no other, also over a restart', async () => {
		const trigger = watch({ jobIds: 'wrong,unknown' });
		await expect(trigger.poll()).rejects.toMatchObject({
			message: 'GenPage: Job not found.',
			httpCode: site.documents === 'strict' ? '422' : '404',
		});
		trigger.restart();
		expect(await trigger.poll()).toBeUndefined();
		await later(2 * HOUR_MS, async () => {
			expect(await trigger.poll()).toBeUndefined();
		});
		expect(trigger.warnings).toEqual([]);
	});

	test('is an error again where n8n tries again to publish the workflow', async () => {
		const trigger = watch({ jobIds: 'wrong' });
		await expect(trigger.poll()).rejects.toThrow('Job not found.');
		trigger.memory = {};
		await expect(trigger.poll()).rejects.toThrow('Job not found.');
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
		await later(23 * HOUR_MS, async () => await trigger.poll());
		expect(await asked()).toEqual(['wrong', slow, 'wrong', slow]);
		await later(24 * HOUR_MS, async () => await trigger.poll());
		await later(24 * HOUR_MS, async () => await trigger.poll());
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
		await later(25 * HOUR_MS, async () => {
			expect(await trigger.poll()).toEqual([completed(jobIds, 1)]);
		});
	});
});
