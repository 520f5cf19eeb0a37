// Record > Upload and Wait: the execution sleeps until LeadGenius says that all records are done.
import type { INodeParameters } from 'n8n-workflow';
import { answered, BY_HAND, companies, SLUG, webhookUrlOf } from '../../support/leadGenius.mts';
import { useListener } from '../../support/listener.mts';
import { linksOf } from '../../support/results.mts';
import { useVendor } from '../../support/site.mts';
import { leadGenius } from '../../support/vendors/leadGenius.mts';
import { startExecution } from '../../support/waiting.mts';

const site = useVendor({ ...leadGenius, settings: { leadGenius: BY_HAND } });
const listener = useListener();

const start = (options: INodeParameters = {}) => {
	const parameters = {
		resource: 'record',
		operation: 'uploadAndWait',
		campaignSlug: SLUG,
		jobType: 'datahub',
		fields: ['org_phone'],
		columns: { mappingMode: 'autoMapInputData', value: null },
		options,
	};
	return startExecution(site, listener, parameters, companies);
};

test('sleeps until the last record is finalized, then gives out each in its place', async () => {
	const execution = await start();
	expect(execution.status).toBe('waiting');
	await site.sandbox.leadGenius.finalize(SLUG, 2);
	const [first, second] = await answered(site, 2);
	expect([first?.status, second?.status]).toEqual([200, 200]);
	expect(execution.status).toBe('waiting');

	await site.sandbox.leadGenius.finalize(SLUG);
	const { items } = await execution.ended;
	expect(items.map(({ json }) => json.org_company_name)).toEqual(['Acme', 'Bolt', 'Corp']);
	expect(items.map(linksOf)).toEqual([[0], [1], [2]]);
	expect(execution.failures).toEqual([]);
	expect(await webhookUrlOf(site)).toBeNull();
});

test('is not woken up by a forged word of the end', async () => {
	const execution = await start();
	const [delivery] = await site.sandbox.leadGenius.deliver({ slug: SLUG, complete: true });
	expect(delivery?.status).toBe(200);
	expect(execution.status).toBe('waiting');
});

test('goes on waiting when the records cannot be fetched, and wakes up on a repeat', async () => {
	const execution = await start();
	await site.sandbox.fault({ kind: 'status', status: 401, method: 'GET' });
	await site.sandbox.leadGenius.finalize(SLUG);
	const statuses = (await answered(site, 3)).map(({ status }) => status);
	expect(statuses.toSorted()).toEqual([200, 200, 503]);
	expect(execution.status).toBe('waiting');

	await site.sandbox.leadGenius.deliver({ slug: SLUG, complete: true });
	expect((await execution.ended).items).toHaveLength(3);
});

test('passes its items on when the time limit is over', async () => {
	const before = Date.now();
	const execution = await start({ limitWaitTime: 1 });
	const hours = ((execution.waitTill?.getTime() ?? 0) - before) / 3_600_000;
	expect(hours).toBeCloseTo(1, 1);
	const { items } = await execution.timeOut();
	expect(items.map(({ json }) => json)).toEqual(companies);
});
