// Record > Upload and Wait: the execution sleeps until LeadGenius says that all records are done.
import { WAIT_INDEFINITELY, type INodeParameters } from 'n8n-workflow';
import {
	answered,
	BY_HAND,
	companies,
	SLUG,
	uploadAndWait,
	uploadsOf,
	webhookUrlOf,
} from '../../support/leadGenius.mts';
import { useListener } from '../../support/listener.mts';
import { errorOf, linksOf } from '../../support/results.mts';
import { useVendor } from '../../support/site.mts';
import { leadGenius } from '../../support/vendors/leadGenius.mts';
import { startExecution } from '../../support/waiting.mts';

const site = useVendor({ ...leadGenius, settings: { leadGenius: BY_HAND } });
const listener = useListener();

const start = (options: INodeParameters = {}, more: INodeParameters = {}) =>
	startExecution(site, listener, uploadAndWait(options, more), companies);

const control = () => site.sandbox.leadGenius;

/** The campaign sends nowhere again; to where it did still, when LeadGenius does not tell where that is. */
async function expectGivenBack(slug = SLUG): Promise<void> {
	const url = await webhookUrlOf(site, slug);
	if (site.documents === 'strict') expect(url).toContain('/webhook-waiting/');
	else expect(url).toBeNull();
}

describe('the wait', () => {
	test('lasts until the last record is finalized; each is given out in its place', async () => {
		const execution = await start();
		expect(execution.status).toBe('waiting');
		await control().finalize(SLUG, 2);
		const [first, second] = await answered(site, 2);
		expect([first?.status, second?.status]).toEqual([200, 200]);
		expect(execution.status).toBe('waiting');

		await control().finalize(SLUG);
		const { items } = await execution.ended;
		expect(items.map(({ json }) => json.org_company_name)).toEqual(['Acme', 'Bolt', 'Corp']);
		expect(items.map(linksOf)).toEqual([[0], [1], [2]]);
		expect(execution.failures).toEqual([]);
		await expectGivenBack();
	});

	test("gives out LeadGenius's own form when Simplify is off", async () => {
		const execution = await start({ simplify: false });
		await control().finalize(SLUG);
		const { items } = await execution.ended;
		expect(items[0]?.json).toMatchObject({ id: 123_001, data: { org_company_name: 'Acme' } });
	});

	test('is not needed when all records are finalized at once', async () => {
		await site.sandbox.reset({ leadGenius: { ...BY_HAND, recordsPerSecond: 0 } });
		const execution = await start();
		expect(execution.status).toBe('success');
		const { items } = await execution.ended;
		expect(items.map(({ json }) => json.org_company_name)).toEqual(['Acme', 'Bolt', 'Corp']);
		expect(items.map(linksOf)).toEqual([[0], [1], [2]]);
		await expectGivenBack();
	});

	test('begins all the same when nobody can say how far the records are', async () => {
		const path = '/api/v1/enrichment/retrieve/';
		await site.sandbox.fault({ kind: 'status', status: 401, path });
		const execution = await start();
		expect(execution.status).toBe('waiting');
		await control().finalize(SLUG);
		expect((await execution.ended).items).toHaveLength(3);
	});

	test('does not begin when the upload is refused', async () => {
		const execution = await start({}, { jobType: 'other', otherJobType: 'foo' });
		expect(execution.status).toBe('error');
		expect(errorOf(await execution.ended).message).toContain('"foo" is not a valid choice');
	});
});

describe('a time limit', () => {
	test('of none is WAIT_INDEFINITELY', async () => {
		const execution = await start({ limitWaitTime: 0 });
		expect(execution.waitTill).toEqual(WAIT_INDEFINITELY);
	});

	test('is in hours, and passes the items on when it is over', async () => {
		const before = Date.now();
		const execution = await start({ limitWaitTime: 1.5 });
		const hours = ((execution.waitTill?.getTime() ?? 0) - before) / 3_600_000;
		expect(hours).toBeCloseTo(1.5, 1);
		const { items } = await execution.timeOut();
		expect(items.map(({ json }) => json)).toEqual(companies);
	});

	test.each([-1, 'soon'])('cannot be %s', async (limitWaitTime) => {
		const execution = await start({ limitWaitTime });
		expect(errorOf(await execution.ended).message).toContain(
			"'Limit Wait Time (Hours)' must be a number of at least 0",
		);
		expect(await site.received()).toEqual([]);
	});
});

describe('a call of the resume URL', () => {
	const notification = {
		slug: SLUG,
		records: [123_001],
		uploaded: 3,
		enriched: 3,
		complete: true,
	};

	test('that says complete too early is acknowledged and ends nothing', async () => {
		// Where unfinished records are not listed, they may as well have been dropped.
		await site.sandbox.reset({ leadGenius: { ...BY_HAND, listsWaiting: true } });
		const execution = await start();
		await control().finalize(SLUG, 2);
		await answered(site, 2);
		const [delivery] = await control().deliver({ slug: SLUG, complete: true });
		expect(delivery).toMatchObject({ status: 200 });
		expect(delivery?.answer).toContain('not all records are finalized');
		expect(execution.status).toBe('waiting');
	});

	test('that is not complete costs no request', async () => {
		const execution = await start();
		const before = (await site.received()).length;
		const calls = await control().deliver({ slug: SLUG, complete: false, times: 20 });
		expect(calls.map(({ status }) => status)).toEqual(calls.map(() => 200));
		expect(await site.received()).toHaveLength(before);
		expect(execution.status).toBe('waiting');
	});

	test('of another campaign is acknowledged and costs no request', async () => {
		const execution = await start();
		const before = (await site.received()).length;
		const body = { ...notification, slug: 'another' };
		const [delivery] = await control().deliver({ slug: SLUG, body });
		expect(delivery).toMatchObject({ status: 200 });
		expect(await site.received()).toHaveLength(before);
		expect(execution.status).toBe('waiting');
	});

	test.each([
		['a greeting', { hello: 'world' }],
		['a list', [notification]],
		['without a slug', { ...notification, slug: undefined }],
		['with records that are no IDs', { ...notification, records: ['first'] }],
		['with a complete that is neither', { ...notification, complete: 'perhaps' }],
		[
			'with 10,001 records',
			{ ...notification, records: Array.from({ length: 10_001 }, (_, n) => n) },
		],
	])('is answered with 400 when it is no notification: %s', async (_, body) => {
		const execution = await start();
		const before = (await site.received()).length;
		const [delivery] = await control().deliver({ slug: SLUG, body });
		expect(delivery?.status).toBe(400);
		expect(delivery?.answer).toContain('This is no LeadGenius notification');
		expect(await site.received()).toHaveLength(before);
		expect(execution.status).toBe('waiting');
		expect(execution.failures).toEqual([]);
	});

	test('whose records cannot be fetched is answered with 503; a repeat wakes it up', async () => {
		const execution = await start();
		await site.sandbox.fault({ kind: 'status', status: 401, method: 'GET' });
		await control().finalize(SLUG);
		const statuses = (await answered(site, 3)).map(({ status }) => status);
		expect(statuses.toSorted()).toEqual([200, 200, 503]);
		expect(execution.status).toBe('waiting');
		expect(execution.failures).toEqual([]);

		await control().deliver({ slug: SLUG, complete: true });
		expect((await execution.ended).items).toHaveLength(3);
	});

	test('that comes several times at once wakes it up once', async () => {
		const execution = await start();
		const [upload] = await uploadsOf(site);
		const away = { webhook_url: 'http://127.0.0.1:9/away' };
		await site.call('PATCH', `/api/v1/enrichment/update/${SLUG}/`, away);
		await control().finalize(SLUG);
		const calls = await control().deliver({ slug: SLUG, url: upload?.webhook_url, times: 5 });
		const statuses = calls.map(({ status }) => status);
		expect(statuses.filter((status) => status === 200)).toHaveLength(1);
		expect((await execution.ended).items).toHaveLength(3);
		expect(execution.status).toBe('success');
	});
});

test('several campaigns of one run end together, with the last of them', async () => {
	const campaignSlug = '={{ $json.org_company_name === "Bolt" ? "other" : "acme-2026" }}';
	const execution = await start({}, { campaignSlug });
	await control().finalize(SLUG);
	expect((await answered(site, 2)).map(({ status }) => status)).toEqual([200, 200]);
	expect(execution.status).toBe('waiting');

	await control().finalize('other');
	const { items } = await execution.ended;
	expect(items.map(({ json }) => json.org_company_name)).toEqual(['Acme', 'Bolt', 'Corp']);
	expect(items.map(linksOf)).toEqual([[0], [1], [2]]);
	await expectGivenBack('other');
});
