// No document but GenPage's newer ones says that a job is asked for with its workspace.
import type { INodeParameters } from 'n8n-workflow';
import { API } from '../../support/cases/genPage.mts';
import { useGenPage } from '../../support/genPage.mts';
import { QUICK } from '../../support/generated/examples.mts';
import { byId, errorOf } from '../../support/results.mts';
import { EMPTY, ONLY, useWorkspaces } from '../../support/workspaces.mts';

const site = useGenPage();
const { list, refuse, sent } = useWorkspaces(site);

describe('a job for which GenPage wants a workspace, as its newer documents say', () => {
	const wanted = { message: 'Validation error', errors: { workspace_id: ['is required'] } };
	const get = (jobId: string): INodeParameters => ({ resource: 'job', operation: 'get', jobId });

	/** @param times how many questions for the job's status GenPage refuses so */
	async function want(times: number): Promise<void> {
		const path = `${API}/leads/get-status`;
		await site.sandbox.fault({ kind: 'status', status: 422, body: wanted, path, times });
	}

	test('is asked for with the only one, which is looked for once', async () => {
		await list(ONLY);
		const jobId = await site.upload(['ada@x.example']);
		await want(1);
		const result = await site.run({ ...get(jobId), ...EMPTY });
		expect(result.error).toBeUndefined();
		const { lookUps, others } = await sent();
		expect([lookUps, others.at(-1)?.query]).toEqual([1, { workspace_id: '16', job_id: jobId }]);
	});

	test('is asked for with it at once where another one was before', async () => {
		await site.sandbox.reset({ genPage: { needsWorkspace: true } });
		await list(ONLY);
		const jobId = await site.upload(['ada@x.example']);
		const options = { requestsInParallel: 1 };
		const result = await site.run({ ...get(jobId), ...EMPTY, options }, [{}, {}]);
		expect(result.error).toBeUndefined();
		const asked = (await sent()).others.map(({ query }) => query.workspace_id);
		expect(asked).toEqual([undefined, '16', '16']);
	});

	test('is not asked for where there are several, which are named', async () => {
		await want(1);
		const { message } = errorOf(await site.run({ ...get('1'), ...EMPTY }));
		expect(message).toContain("'Workspace' is empty, and GenPage has 2 workspaces for your token");
	});

	test("is refused in GenPage's words where no list can be had", async () => {
		await refuse(500);
		await want(1);
		const { message } = errorOf(await site.run({ ...get('1'), ...EMPTY, options: QUICK }));
		expect(message).toContain('is required');
	});

	test("is refused in GenPage's words where it misses something else", async () => {
		const path = `${API}/leads/get-status`;
		const body = { message: 'Job not found.' };
		await site.sandbox.fault({ kind: 'status', status: 422, body, path });
		const { message } = errorOf(await site.run({ ...get('1'), ...EMPTY }));
		expect(message).toBe('GenPage: Job not found. [Item 0]');
	});

	test('is asked for with the chosen one alone', async () => {
		const jobId = await site.upload(['ada@x.example']);
		await site.run({ ...get(jobId), workspaceId: byId(16) });
		const { lookUps, others } = await sent();
		expect([lookUps, others.at(-1)?.query]).toEqual([0, { workspace_id: '16', job_id: jobId }]);
	});
});
