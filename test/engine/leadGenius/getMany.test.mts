// Record > Get Many ("Campaign Status": pages of 100, "?id=1&id=2"; the date filters are in newer
// documents).
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { accountItems, SLUG, UPLOAD_PATH } from '../../support/leadGenius.mts';
import { errorOf, linksOf, recordOf } from '../../support/results.mts';
import { useVendor } from '../../support/site.mts';
import { leadGenius } from '../../support/vendors/leadGenius.mts';

const site = useVendor(leadGenius);

const FIRST_ID = 123_001;

const getMany = (filters: INodeParameters = {}, more: INodeParameters = {}): INodeParameters => ({
	resource: 'record',
	operation: 'getAll',
	campaignSlug: SLUG,
	returnAll: true,
	filters,
	...more,
});

/** Uploads so many records as somebody else; their IDs follow each other from 123001. */
async function makeRecords(count: number): Promise<void> {
	const all = accountItems(count);
	for (let from = 0; from < count; from += 200) {
		const records = all.slice(from, from + 200);
		const body = { slug: SLUG, type: 'datahub', fields: ['org_phone'], records };
		await site.call('POST', UPLOAD_PATH, body);
	}
}

const idsUpTo = (count: number) => Array.from({ length: count }, (_, at) => FIRST_ID + at);

describe('pages', () => {
	test.each([
		[100, 1],
		[101, 2],
		[250, 3],
	])('%i records are read in %i requests, in their order', async (count, requests) => {
		await makeRecords(count);
		const { items } = await site.run(getMany());
		expect(items.map(({ json }) => json.id)).toEqual(idsUpTo(count));
		expect(items.every((item) => linksOf(item).join() === '0')).toBe(true);
		expect(await site.received()).toHaveLength(requests);
	});

	test.each([
		[150, 2],
		[100, 1],
		[1, 1],
	])('a limit of %i is %i requests', async (limit, requests) => {
		await makeRecords(250);
		const { items } = await site.run(getMany({}, { returnAll: false, limit }));
		expect(items.map(({ json }) => json.id)).toEqual(idsUpTo(limit));
		expect(await site.received()).toHaveLength(requests);
	});

	test('a limit counts for each item', async () => {
		await makeRecords(150);
		const parameters = getMany({}, { returnAll: false, limit: '={{ $json.limit }}' });
		const { items } = await site.run(parameters, [{ limit: 120 }, { limit: 2 }]);
		expect(items.filter((item) => linksOf(item)[0] === 0)).toHaveLength(120);
		expect(items.filter((item) => linksOf(item)[0] === 1)).toHaveLength(2);
	});

	test('a page on another host is refused, and the key does not go there', async () => {
		await site.sandbox.reset({ leadGenius: { requestsPerMinute: 0, foreignNext: true } });
		await makeRecords(101);
		const error = errorOf(await site.run(getMany()));
		expect(error.message).toContain(
			`pointed to another address (${site.sandbox.foreignUrl}), where your key must not be sent`,
		);
		expect(await site.sandbox.foreign()).toEqual([]);
		expect(await site.received()).toHaveLength(1);
	});

	test('a page that fails is asked for again, and none comes twice', async () => {
		await makeRecords(250);
		await site.sandbox.fault({ kind: 'reset', after: 1, when: 'after' });
		const { items } = await site.run(getMany());
		expect(items.map(({ json }) => json.id)).toEqual(idsUpTo(250));
		expect(await site.received()).toHaveLength(4);
	});
});

describe('record IDs', () => {
	/** The IDs in each request, and how long its address was. */
	async function asked(): Promise<Array<{ ids: string[]; length: number }>> {
		const { url } = site.sandbox;
		return (await site.received()).map(({ path, query }) => {
			const ids = [query.id].flat().map(String);
			const search = ids.map((id) => `id=${id}`).join('&');
			return { ids, length: `${url}${path}?${search}`.length };
		});
	}

	test('1,000 are asked for in addresses of less than 2,000 characters, each ID once', async () => {
		await makeRecords(1000);
		const ids = idsUpTo(1000);
		const { items } = await site.run(getMany({ recordIds: ids.join(', ') }));
		expect(items.map(({ json }) => json.id)).toEqual(ids);
		const requests = await asked();
		expect(requests.flatMap((request) => request.ids)).toEqual(ids.map(String));
		expect(requests).toHaveLength(10);
		expect(Math.max(...requests.map(({ length }) => length))).toBeLessThan(2000);
	});

	test('that are long are divided further', async () => {
		await makeRecords(1);
		const ids = Array.from({ length: 200 }, (_, at) => `${10 ** 18 + at * 1000}`);
		await site.run(getMany({ recordIds: '={{ $json.ids }}' }), [{ ids }]);
		const requests = await asked();
		expect(requests.flatMap((request) => request.ids)).toEqual(ids);
		expect(Math.max(...requests.map(({ length }) => length))).toBeLessThan(2000);
	});

	test('count against the limit across requests', async () => {
		await makeRecords(300);
		const filters = { recordIds: idsUpTo(300).join() };
		const { items } = await site.run(getMany(filters, { returnAll: false, limit: 150 }));
		expect(items.map(({ json }) => json.id)).toEqual(idsUpTo(150));
		expect(await asked()).toHaveLength(2);
	});

	test.each([
		['text with commas', '={{ "123003, 123001" }}', ['123003', '123001']],
		['a list of a notification', '={{ [123001, 123002, 123001] }}', ['123001', '123002']],
		['one number', '={{ 123001 }}', '123001'],
	])('may be %s', async (_, recordIds, sent) => {
		await makeRecords(3);
		const { items } = await site.run(getMany({ recordIds }));
		expect(items).toHaveLength([sent].flat().length);
		expect((await site.received()).map(({ query }) => query)).toEqual([{ id: sent }]);
	});

	test.each(['123001, first', '={{ [{ id: 1 }] }}', '12.5'])(
		'are whole numbers, not "%s"',
		async (recordIds) => {
			const error = errorOf(await site.run(getMany({ recordIds })));
			expect(error.message).toContain("'Record IDs' must");
			expect(await site.received()).toEqual([]);
		},
	);
});

describe('the date filters', () => {
	test.each([
		['2026-06-01T00:00:00', 'America/New_York', '2026-06-01T04:00:00Z'],
		['2026-06-01T00:00:00', 'Asia/Kolkata', '2026-05-31T18:30:00Z'],
		['2026-06-01', 'America/New_York', '2026-06-01T04:00:00Z'],
		['2026-06-01T00:00:00+02:00', 'America/New_York', '2026-05-31T22:00:00Z'],
		['2026-06-01T12:00:00.123Z', 'America/New_York', '2026-06-01T12:00:00Z'],
	])('take %s in %s as %s', async (given, timezone, sent) => {
		await makeRecords(1);
		const filters = { finalizedFrom: given, finalizedTo: given };
		const result = await site.run(getMany(filters), [{}], { timezone });
		expect(result.error).toBeUndefined();
		const [request] = await site.received();
		expect(request?.query).toEqual({ finalized_from: sent, finalized_to: sent });
	});

	test('leave out what was finalized before, and are kept from page to page', async () => {
		await makeRecords(150);
		const parameters = getMany({ finalizedFrom: '={{ $json.from }}' });
		const [from, future] = ['2020-01-01', '2099-01-01'];
		const { items } = await site.run(parameters, [{ from }, { from: future }]);
		expect(items.map(linksOf)).toEqual(idsUpTo(150).map(() => [0]));
		const pages = (await site.received()).filter(({ query }) => query.page === '2');
		expect(pages.map(({ query }) => query.finalized_from)).toEqual(['2020-01-01T00:00:00Z']);
	});

	test.each(['yesterday', '01/02/2026', '2026-13-40'])('are no "%s"', async (finalizedTo) => {
		const error = errorOf(await site.run(getMany({ finalizedTo })));
		expect(error.message).toContain("'Finalized To' must be a date");
		expect(await site.received()).toEqual([]);
	});
});

describe('simplify', () => {
	const shown = async (simplify: boolean): Promise<IDataObject> => {
		await makeRecords(1);
		const { items } = await site.run(getMany({}, { simplify }));
		return recordOf(items[0]?.json);
	};

	test("puts a record's data beside its ID and status", async () => {
		const record = await shown(true);
		expect(record).toMatchObject({
			id: FIRST_ID,
			status: 'finalized_complete',
			org_website: 'company-0.example',
			org_phone: '4155550100',
		});
		expect(record).not.toHaveProperty('data');
	});

	test('lets no data replace what LeadGenius says of the record itself', async () => {
		const own = { id: FIRST_ID, status: 'finalized_complete', finalized: '2026-01-02T03:04:05' };
		const data = { id: 'crm-1', status: '', finalized: 'no', created: 'kept', data: 'kept' };
		const body = { results: [{ ...own, data }], next: null };
		await site.sandbox.fault({ kind: 'wrongType', body });
		const { items } = await site.run(getMany());
		expect(items.map(({ json }) => json)).toEqual([{ ...own, created: 'kept', data: 'kept' }]);
	});

	test('leaves the answer as it is when it is switched off', async () => {
		const record = await shown(false);
		expect(record).toMatchObject({
			id: FIRST_ID,
			data: { org_website: 'company-0.example', org_phone: '4155550100' },
		});
		expect(record).not.toHaveProperty('org_website');
	});
});
