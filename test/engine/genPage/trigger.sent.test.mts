// The GenPage Trigger with the jobs that GenPage nodes have sent.
import type { INodeParameters } from 'n8n-workflow';
import { useGenPage } from '../../support/genPage.mts';
import { completed, HOUR_MS, later } from '../../support/jobs.mts';
import { leadItems, STATUS_PATH, UPLOAD_PATH, upsert } from '../../support/leads.mts';
import { byId } from '../../support/results.mts';
import type { RunMore } from '../../support/site.mts';
import { watchTrigger } from '../../support/trigger.mts';

const site = useGenPage();

/** A trigger as it is when it was just added and published. */
async function published(parameters: INodeParameters = {}) {
	const trigger = watchTrigger(site, parameters);
	expect(await trigger.poll()).toBeUndefined();
	return trigger;
}

/** Sends leads with the GenPage node, one batch after the other, and returns the jobs' IDs. */
async function send(count = 1, options: INodeParameters = {}, more: RunMore = {}) {
	const { items, error } = await site.run(
		upsert({ requestsInParallel: 1, ...options }),
		leadItems(count),
		more,
	);
	expect(error).toBeUndefined();
	return items.map(({ json: { job_id } }) => (typeof job_id === 'string' ? job_id : ''));
}

test('each job is emitted once, without a word in the form', async () => {
	const trigger = await published();
	const [first] = await send();
	expect(await trigger.poll()).toEqual([completed(first, 1)]);
	expect(await trigger.poll()).toBeUndefined();
	const more = await send(3, { batchSize: 2 });
	expect(await trigger.poll()).toEqual([completed(more[0], 2), completed(more[1], 1)]);
	expect(await trigger.poll()).toBeUndefined();
});

test('its own workspace is asked for, so that the trigger needs none', async () => {
	const trigger = await published({ output: 'leads' });
	const [job_id] = await send(2);
	expect(await trigger.poll()).toMatchObject([
		{ job_id, email: 'lead-0@x.example' },
		{ job_id, email: 'lead-1@x.example' },
	]);
	const asked = (await site.received()).filter(({ path }) => path === STATUS_PATH);
	expect(asked.map(({ query }) => query)).toEqual([{ job_id, workspace_id: '16' }]);
});

test('what was sent before is no news', async () => {
	await send();
	const trigger = await published();
	expect(await trigger.poll()).toBeUndefined();
	expect(await trigger.poll()).toBeUndefined();
});

test('what is sent after activation counts, also where n8n has not saved the first poll', async () => {
	const trigger = await published();
	trigger.memory = {};
	const [id] = await send();
	expect(await trigger.poll()).toEqual([completed(id, 1)]);
});

describe('the workflow', () => {
	const elsewhere = { workflowId: 'another' };

	test('must be the same', async () => {
		const trigger = await published();
		await send(1, {}, elsewhere);
		expect(await trigger.poll()).toBeUndefined();
	});

	test('may be another one where any may send', async () => {
		const trigger = await published({ jobs: 'credential' });
		const [other] = await send(1, {}, elsewhere);
		const [own] = await send(2);
		expect(await trigger.poll()).toEqual([completed(other, 1), completed(own, 2)]);
	});

	test.each(['workflow', 'credential'])(
		'with another credential does not count (%s)',
		async (jobs) => {
			const trigger = await published({ jobs });
			await send(1, {}, { credentialId: 'of-another-account' });
			expect(await trigger.poll()).toBeUndefined();
		},
	);
});

describe('a job that is pending', () => {
	/** A trigger that has seen a job which goes on for hours. */
	async function waiting() {
		await site.sandbox.reset({ leadsPerSecond: 0.001 });
		const trigger = await published();
		const [id] = await send();
		return { trigger, id };
	}

	test('has n8n save it once: n8n saves nothing of a poll that returns null', async () => {
		const { trigger, id } = await waiting();
		expect(await trigger.poll()).toEqual([]);
		expect(JSON.stringify(trigger.memory)).toContain(`"${id}"`);
		expect(await trigger.poll()).toBeUndefined();
	});

	test('has n8n save it also where the first poll for it fails', async () => {
		const { trigger, id } = await waiting();
		await site.sandbox.fault({ kind: 'status', status: 403, path: STATUS_PATH });
		await expect(trigger.poll()).rejects.toMatchObject({ httpCode: '403' });
		expect(await trigger.poll()).toEqual([]);
		expect(JSON.stringify(trigger.memory)).toContain(`"${id}"`);
	});

	test('is asked for after a restart, and emitted when it is finished', async () => {
		const { trigger, id } = await waiting();
		await trigger.poll();
		trigger.restart();
		expect(await trigger.poll()).toBeUndefined();
		await site.sandbox.fault({ kind: 'wrongType', path: STATUS_PATH, body: completed(id, 1) });
		expect(await trigger.poll()).toEqual([completed(id, 1)]);
		expect(await trigger.poll()).toBeUndefined();
	});

	test('is not lost when Trigger On is changed', async () => {
		const { trigger, id } = await waiting();
		await trigger.poll();
		await site.sandbox.fault({ kind: 'wrongType', path: STATUS_PATH, body: completed(id, 1) });
		expect(await trigger.poll({ event: 'jobCompleted' })).toEqual([completed(id, 1)]);
	});
});

test('a job that ends otherwise than Trigger On asks for is not emitted', async () => {
	const trigger = await published({ event: 'jobFailed' });
	await send();
	expect(await trigger.poll()).toBeUndefined();
	expect(await trigger.poll()).toBeUndefined();
});

test('what was taken before a run failed is watched', async () => {
	const trigger = await published();
	await site.sandbox.fault({ kind: 'status', status: 403, path: UPLOAD_PATH, after: 1 });
	const options = { batchSize: 1, requestsInParallel: 1 };
	const { error } = await site.run(upsert(options), leadItems(2));
	expect(error?.httpCode).toBe('403');
	expect(await trigger.poll()).toHaveLength(1);
});

test('a job for which the node itself waits is not watched', async () => {
	const trigger = await published();
	const { items } = await site.run(upsert({ waitForCompletion: true }), leadItems(1));
	expect(items).toHaveLength(1);
	expect(await trigger.poll()).toBeUndefined();
});

test('a job that GenPage does not know any more is no error: it is warned of, and given up', async () => {
	const trigger = await published();
	const [id] = await send();
	await site.sandbox.fault({ kind: 'status', status: 404, path: STATUS_PATH, times: 9 });
	await trigger.poll();
	expect(await trigger.poll()).toBeUndefined();
	await later(24 * HOUR_MS, async () => {
		expect(await trigger.poll()).toBeUndefined();
	});
	const { length } = await site.received();
	expect(await trigger.poll()).toBeUndefined();
	expect(await site.received()).toHaveLength(length);
	expect(trigger.warnings).toEqual([
		expect.stringContaining(`job ${id} is asked for one more day`),
		expect.stringContaining(`job ${id} is not asked for any more`),
	]);
});

describe('a test run', () => {
	test('shows what was sent last, as often as it is asked, and moves nothing', async () => {
		const trigger = watchTrigger(site, {});
		const jobs = await send(12, { batchSize: 1 });
		const shown = jobs.slice(-10).map((id) => completed(id, 1));
		expect(await trigger.test()).toEqual(shown);
		expect(await trigger.test()).toEqual(shown);
		expect(trigger.memory).toEqual({});
	});

	test('says what to do when nothing was sent', async () => {
		const test = watchTrigger(site, {}).test();
		await expect(test).rejects.toThrow('No GenPage node has sent a job yet');
		await expect(test).rejects.toHaveProperty('description', expect.stringContaining('queue mode'));
	});

	test('says that nothing has finished', async () => {
		await site.sandbox.reset({ leadsPerSecond: 0.001 });
		await send();
		await expect(watchTrigger(site, {}).test()).rejects.toThrow('None of these jobs has finished');
	});
});

test('a list takes over from what was sent, and the other way round', async () => {
	const trigger = await published();
	const [id = ''] = await send();
	const place = site.documents === 'strict' ? { workspaceId: byId(16) } : {};
	expect(await trigger.poll({ jobs: 'ids', jobIds: id, ...place })).toEqual([completed(id, 1)]);
	expect(await trigger.poll()).toBeUndefined();
});
