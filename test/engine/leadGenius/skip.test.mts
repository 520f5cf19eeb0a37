// "Skip Records Already in Campaign": what stopped halfway is run again, and sends only the rest.
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import {
	accountItems,
	BY_HAND,
	campaignOf,
	SLUG,
	upload,
	uploadAccounts,
	uploadAndWait,
	UPLOAD_PATH,
	webhookUrlOf,
} from '../../support/leadGenius.mts';
import { useListener } from '../../support/listener.mts';
import { errorOf, linksOf, messagesOf } from '../../support/results.mts';
import { useVendor } from '../../support/site.mts';
import { leadGenius } from '../../support/vendors/leadGenius.mts';
import { startExecution } from '../../support/waiting.mts';

const site = useVendor({ ...leadGenius, settings: { leadGenius: BY_HAND } });
const listener = useListener();

const RETRIEVE_PATH = '/api/v1/enrichment/retrieve/';
const skipping = { skipRecordsInCampaign: true, requestsInParallel: 1 };

/** The campaign has these, sent by somebody else, and LeadGenius has finished them. */
async function given(records: readonly IDataObject[]): Promise<void> {
	await site.call('POST', UPLOAD_PATH, { slug: SLUG, type: 'datahub', records });
	await site.sandbox.leadGenius.finalize(SLUG);
}

/** The records that the node has sent, in their order. */
async function sent(): Promise<unknown[]> {
	const requests = await site.received();
	return requests
		.filter(({ method }) => method === 'POST')
		.flatMap(({ body }) =>
			typeof body === 'object' && body !== null && 'records' in body ? body.records : [],
		);
}

describe.each(['upload', 'uploadToCampaign'])('record: %s', (operation) => {
	const run = async (items: readonly IDataObject[], options: INodeParameters = skipping) =>
		await site.run(upload(options, { operation }), items);

	test('sends what the campaign lacks, and says what it has skipped', async () => {
		await uploadAccounts(site, 200);
		await site.sandbox.leadGenius.finalize(SLUG);
		const items = [...accountItems(3, 198), ...accountItems(1), ...accountItems(1, 900)];
		const result = await run(items);
		expect(await sent()).toEqual([items[2], items[4]]);
		expect(result.items.map(({ json }) => json)).toMatchObject([
			{ slug: SLUG, records_sent: 0, records_skipped: 3 },
			{ slug: SLUG, records_sent: 2 },
		]);
		expect(result.items.map(linksOf)).toEqual([
			[0, 1, 3],
			[2, 4],
		]);
	});

	test('sends nothing where nothing is lacking', async () => {
		await uploadAccounts(site, 2);
		await site.sandbox.leadGenius.finalize(SLUG);
		const result = await run(accountItems(2));
		expect(await sent()).toEqual([]);
		expect(result.items.map(linksOf)).toEqual([[0, 1]]);
	});

	test('reads no campaign unless it is told to', async () => {
		await uploadAccounts(site, 2);
		await run(accountItems(2), {});
		const requests = await site.received();
		expect(requests.map(({ method }) => method)).toEqual(['POST']);
	});
});

test('a campaign that does not exist yet gets all', async () => {
	await site.run(upload(skipping), accountItems(2));
	expect(await sent()).toEqual(accountItems(2));
});

test("a record is known by the customer's own ID first, letter for letter", async () => {
	const website = 'acme.example';
	await given([{ org_record_id: '0015g00000AbCdE', org_website: website }]);
	const same = { org_record_id: '0015g00000AbCdE', org_website: 'renamed.example' };
	const other = { org_record_id: '0015g00000aBcDe', org_website: website };
	await site.run(upload(skipping), [{ org_website: website }, other, same]);
	// The first could be it as well, but the last one surely is.
	expect(await sent()).toEqual([{ org_website: website }, other]);
});

test('another ID is another record, also with the same identifiers', async () => {
	await given([{ org_record_id: 'A1', org_website: 'acme.example' }]);
	const other = { org_record_id: 'A2', org_website: 'acme.example' };
	await site.run(upload(skipping), [other]);
	expect(await sent()).toEqual([other]);
});

test('without an ID it is known by its identifiers, however they are written', async () => {
	await given([
		{ contact_email: 'ada@acme.example', org_website: 'acme.example' },
		{ contact_last_name: 'Byron', contact_first_name: 'Ann', org_website: 'acme.example' },
	]);
	const colleague = { contact_email: 'bob@acme.example', org_website: 'acme.example' };
	const namesake = {
		contact_last_name: 'Byron',
		contact_first_name: 'Zoe',
		org_website: 'acme.example',
	};
	await site.run(upload(skipping), [
		{ contact_email: ' Ada@Acme.example', org_website: 'https://www.acme.example/' },
		colleague,
		{ contact_last_name: 'byron', contact_first_name: 'ann', org_website: 'acme.example' },
		namesake,
	]);
	expect(await sent()).toEqual([colleague, namesake]);
});

test('one record of the campaign stands for one item', async () => {
	await given([{ org_website: 'acme.example' }]);
	const twice = [{ org_website: 'acme.example' }, { org_website: 'acme.example' }];
	await site.run(upload(skipping), twice);
	expect(await sent()).toEqual(twice.slice(1));
});

test('where LeadGenius does not tell the IDs that it was given, the identifiers count', async () => {
	await uploadAccounts(site, 1);
	await site.sandbox.leadGenius.finalize(SLUG);
	const items = accountItems(2).map((item, at) => ({ ...item, org_record_id: `A${at}` }));
	await site.run(upload(skipping), items);
	expect(await sent()).toEqual(items.slice(1));
});

test('what is not finalized is skipped where LeadGenius lists it', async () => {
	await uploadAccounts(site, 2);
	await site.run(upload(skipping), accountItems(3));
	const seen = site.documents === 'strict' ? 0 : 2;
	expect(await sent()).toEqual(accountItems(3).slice(seen));
	// A LeadGenius that shows only what is finalized drops duplicates, as far as is known.
	expect((await campaignOf(site))?.records).toHaveLength(3);
});

test('a campaign that cannot be read gets nothing', async () => {
	await uploadAccounts(site, 1);
	await site.sandbox.fault({ kind: 'status', status: 403, path: RETRIEVE_PATH, times: 2 });
	const error = errorOf(await site.run(upload(skipping), accountItems(2)));
	expect(error.httpCode).toBe('403');
	const going = { onError: 'continueRegularOutput' } as const;
	const { items } = await site.run(upload(skipping), accountItems(2), going);
	expect(messagesOf(items).every((message) => message.startsWith('LeadGenius'))).toBe(true);
	expect(items.map(linksOf)).toEqual([[0], [1]]);
	expect(await sent()).toEqual([]);
});

test('only what is sent has to be left in the subscription', async () => {
	await site.sandbox.reset({ leadGenius: { ...BY_HAND, quota: 3 } });
	await given(accountItems(2));
	await site.run(upload({ ...skipping, stopIfUsageIsTooLow: true }), accountItems(3));
	expect(await sent()).toEqual(accountItems(1, 2));
});

describe('Upload and Wait', () => {
	const start = async (items: readonly IDataObject[]) =>
		await startExecution(site, listener, uploadAndWait(skipping), items);
	const websites = accountItems(3).map((item) => item.org_website);

	test('waits for the rest only, and outputs all in their places', async () => {
		await given(accountItems(1, 1));
		const execution = await start(accountItems(3));
		expect(await sent()).toEqual([...accountItems(1), ...accountItems(1, 2)]);
		expect(execution.status).toBe('waiting');
		await site.sandbox.leadGenius.finalize(SLUG);
		const { items } = await execution.ended;
		expect(items.map(({ json }) => json.org_website)).toEqual(websites);
		expect(items.map(linksOf)).toEqual([[0], [1], [2]]);
	});

	test('does not sleep where all is there and finished', async () => {
		await given(accountItems(3));
		const execution = await start(accountItems(3));
		expect(execution.status).toBe('success');
		const { items } = await execution.ended;
		expect(items.map(({ json }) => json.org_website)).toEqual(websites);
		expect(await sent()).toEqual([]);
		expect((await campaignOf(site))?.webhook_url ?? null).toBeNull();
	});

	test('is told of records that are there and not finished, although it sends none', async () => {
		await uploadAccounts(site, 3);
		const execution = await start(accountItems(3));
		expect(execution.status).toBe('waiting');
		expect(await webhookUrlOf(site)).toContain('/webhook-waiting/');
		await site.sandbox.leadGenius.finalize(SLUG);
		const { items } = await execution.ended;
		expect(items.map(({ json }) => json.org_website)).toEqual(websites);
		expect(await sent()).toEqual(site.documents === 'strict' ? accountItems(3) : []);
	});
});
