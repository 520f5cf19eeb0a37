// Record > Upload and Wait: a campaign tells one address only, so the execution takes it and gives
// it back.
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import {
	BY_HAND,
	companies,
	SLUG,
	UPLOAD_PATH,
	uploadAndWait,
	uploadCompanies,
	uploadsOf,
	webhookUrlOf,
} from '../../support/leadGenius.mts';
import { useListener } from '../../support/listener.mts';
import { errorOf } from '../../support/results.mts';
import { useVendor, type RunMore } from '../../support/site.mts';
import { leadGenius } from '../../support/vendors/leadGenius.mts';
import { startExecution } from '../../support/waiting.mts';

/** What these tests are about can be seen where LeadGenius tells a campaign's address. */
const TOLD = { ...BY_HAND, sampleUrl: true };
const site = useVendor({ ...leadGenius, settings: { leadGenius: TOLD } });
const listener = useListener();

const OTHER = 'http://127.0.0.1:9/other';

const start = (
	options: INodeParameters = {},
	items: readonly IDataObject[] = companies,
	more: Pick<RunMore, 'onError'> = {},
) => startExecution(site, listener, uploadAndWait(options), items, more);

async function setWebhookUrl(url: string | null): Promise<void> {
	await site.call('PATCH', `/api/v1/enrichment/update/${SLUG}/`, { webhook_url: url });
}

async function changes() {
	return (await site.received()).filter(({ method }) => method === 'PATCH');
}

test("the execution's own address goes with every batch", async () => {
	await start({ batchSize: 1 });
	const urls = (await uploadsOf(site)).map(({ webhook_url }) => webhook_url ?? '');
	expect(urls).toHaveLength(3);
	expect(new Set(urls).size).toBe(1);
	expect(urls[0]).toMatch(/\/webhook-waiting\/\d+\?signature=\w+/);
	expect(await webhookUrlOf(site)).toBe(urls[0]);
});

test('the campaign gets back the address that it had', async () => {
	await uploadCompanies(site);
	await setWebhookUrl(OTHER);
	const execution = await start();
	expect(await webhookUrlOf(site)).toContain('/webhook-waiting/');
	await site.sandbox.leadGenius.finalize(SLUG);
	await execution.ended;
	expect(await webhookUrlOf(site)).toBe(OTHER);
});

test('an address that was changed meanwhile stays', async () => {
	const execution = await start();
	const [upload] = await uploadsOf(site);
	await setWebhookUrl(OTHER);
	await site.sandbox.leadGenius.finalize(SLUG);
	await site.sandbox.leadGenius.deliver({ slug: SLUG, url: upload?.webhook_url });
	expect((await execution.ended).items).toHaveLength(3);
	expect(await webhookUrlOf(site)).toBe(OTHER);
	expect(await changes()).toEqual([]);
});

test('a failure to give it back does not cost the records', async () => {
	const execution = await start();
	await site.sandbox.fault({ kind: 'status', status: 403, method: 'PATCH' });
	await site.sandbox.leadGenius.finalize(SLUG);
	expect((await execution.ended).items).toHaveLength(3);
	expect(execution.failures).toEqual([]);
});

test('a campaign that does not tell its address is waited for all the same', async () => {
	const path = `${UPLOAD_PATH}${SLUG}/`;
	const body = { slug: SLUG, records: [] };
	await site.sandbox.fault({ kind: 'wrongType', body, path, method: 'GET', times: 9 });
	const execution = await start();
	await site.sandbox.leadGenius.finalize(SLUG);
	expect((await execution.ended).items).toHaveLength(3);
	expect(await changes()).toEqual([]);
});

describe('a campaign that another execution waits for', () => {
	test('is refused with advice before anything is uploaded', async () => {
		const first = await start();
		const url = await webhookUrlOf(site);
		const second = await start();
		const error = errorOf(await second.ended);
		expect(error.message).toBe(`Another execution is waiting for the campaign '${SLUG}' [Item 0]`);
		expect(error.description).toContain("'Own Campaign per Run'");
		expect(error.description).toContain("'Replace Existing Webhook'");
		expect(await uploadsOf(site)).toHaveLength(1);
		expect(await webhookUrlOf(site)).toBe(url);

		await site.sandbox.leadGenius.finalize(SLUG);
		expect((await first.ended).items).toHaveLength(3);
	});

	test('can be used when the wait is over', async () => {
		const first = await start();
		await site.sandbox.leadGenius.finalize(SLUG);
		await first.ended;
		const second = await start();
		expect(second.status).toBe('waiting');
	});
});

describe('an execution that fails before its wait', () => {
	const refusedLast = [...companies, { org_company_name: 'Dune', colour: 'red' }];
	const inOrder = { batchSize: 3, requestsInParallel: 1 };

	test('gives the campaign back, so that the next one can have it', async () => {
		await uploadCompanies(site);
		await setWebhookUrl(OTHER);
		const failed = await start(inOrder, refusedLast);
		expect(errorOf(await failed.ended).description).toMatch(/Already accepted: (3 )?records/);
		expect(await webhookUrlOf(site)).toBe(OTHER);
		expect((await start()).status).toBe('waiting');
	});

	test('gives back also what a lost upload has taken, with continue-on-fail', async () => {
		await site.sandbox.fault({ kind: 'reset', when: 'after', path: UPLOAD_PATH, method: 'POST' });
		const failed = await start({}, companies, { onError: 'continueRegularOutput' });
		expect(failed.status).toBe('success');
		expect((await failed.ended).items).toHaveLength(3);
		expect(await webhookUrlOf(site)).toBeNull();
	});
});
