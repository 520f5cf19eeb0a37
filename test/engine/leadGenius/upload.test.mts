// Record > Upload and Exclusion > Upload: what goes in one request, and what becomes of its items
// ("Rate Limits": 50 requests a minute, up to 200 records a request).
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import {
	accountItems,
	BY_HAND,
	campaignOf,
	SLUG,
	upload,
	UPLOAD_PATH,
	uploadsOf,
} from '../../support/leadGenius.mts';
import { errorOf, linksOf, messagesOf } from '../../support/results.mts';
import { useVendor } from '../../support/site.mts';
import { leadGenius } from '../../support/vendors/leadGenius.mts';

const site = useVendor({ ...leadGenius, settings: { leadGenius: BY_HAND } });

const inOrder = { requestsInParallel: 1 };

/** What an upload's answer tells, which in the strict mind is nothing. */
const told = (answer: IDataObject) => (site.documents === 'strict' ? {} : answer);
/** How an error names what was taken: by the IDs that were told. */
const accepted = (...ids: readonly number[]) =>
	site.documents === 'strict' ? `${ids.length} records` : `records ${ids.join(', ')}`;

describe('450 records', () => {
	const items = accountItems(450);

	test('are three requests in their order, each linked to the items that it carried', async () => {
		const result = await site.run(upload(inOrder), items);
		const uploads = await uploadsOf(site);
		expect(uploads.map(({ records }) => records.length)).toEqual([200, 200, 50]);
		expect(uploads.flatMap(({ records }) => records)).toEqual(items);

		const numbers = items.map((_, at) => at);
		expect(result.items.map(linksOf)).toEqual([
			numbers.slice(0, 200),
			numbers.slice(200, 400),
			numbers.slice(400),
		]);
		expect(result.items.map(({ json }) => json)).toMatchObject([
			{ slug: SLUG, records_sent: 200, ...told({ count_uploaded: 200 }) },
			{ slug: SLUG, records_sent: 200, ...told({ count_uploaded: 400 }) },
			{ slug: SLUG, records_sent: 50, ...told({ count_uploaded: 450 }) },
		]);
	});

	test('come back in the order of the items also when the first request is the last to be answered', async () => {
		await site.sandbox.fault({ kind: 'slow', ms: 300, when: 'after', path: UPLOAD_PATH });
		const result = await site.run(upload(), items);
		expect(result.items.map((item) => linksOf(item)[0])).toEqual([0, 200, 400]);
	});

	test('are three requests as exclusions too', async () => {
		const parameters = {
			resource: 'exclusion',
			operation: 'upload',
			entity: 'org',
			columns: { mappingMode: 'autoMapInputData', value: null },
			options: inOrder,
		};
		const result = await site.run(parameters, items);
		expect(result.items.map(({ json }) => json)).toEqual([
			{ records_sent: 200, ...told({ count_uploaded: 200 }) },
			{ records_sent: 200, ...told({ count_uploaded: 200 }) },
			{ records_sent: 50, ...told({ count_uploaded: 50 }) },
		]);
		expect(result.items.map((item) => linksOf(item).length)).toEqual([200, 200, 50]);
		const { leadGenius } = await site.sandbox.state();
		expect(leadGenius.exclusions).toEqual(items.map((item) => ({ entity: 'org', ...item })));
	});
});

describe('a batch', () => {
	test('holds as many records as the option says', async () => {
		const result = await site.run(upload({ ...inOrder, batchSize: 2 }), accountItems(5));
		expect(result.items.map(({ json }) => json.records_sent)).toEqual([2, 2, 1]);
		expect(result.items.map(linksOf)).toEqual([[0, 1], [2, 3], [4]]);
	});

	test.each([0, 201, 1.5, 'many'])('cannot hold %s', async (batchSize) => {
		const error = errorOf(await site.run(upload({ batchSize }), accountItems(1)));
		expect(error.message).toContain("'Batch Size' must be a whole number from 1 to 200");
		expect(await site.received()).toEqual([]);
	});

	test('holds only records of the same campaign, job type, fields and webhook', async () => {
		const url = 'http://127.0.0.1:9/hook';
		const given = { slug: 'a', type: 'datahub', other: '', url: '' };
		const items = [
			given,
			{ ...given, slug: 'b' },
			{ ...given, slug: 'c', type: 'standard_fields' },
			{ ...given, other: 'org_city' },
			{ ...given, url },
			given,
		];
		const parameters: INodeParameters = {
			campaignSlug: '={{ $json.slug }}',
			jobType: '={{ $json.type }}',
			otherFields: '={{ $json.other }}',
			columns: { mappingMode: 'defineBelow', value: { org_website: '={{ $itemIndex }}.example' } },
		};
		const options = { ...inOrder, webhookUrl: '={{ $json.url }}' };
		const result = await site.run(upload(options, parameters), items);
		expect(result.items.map(linksOf)).toEqual([[0, 5], [1], [2], [3], [4]]);
		const sent = (await uploadsOf(site)).map(({ slug, type, fields, webhook_url, records }) => [
			slug,
			type,
			fields?.join(),
			webhook_url,
			records.map((record) => record.org_website).join(),
		]);
		expect(sent).toEqual([
			['a', 'datahub', 'org_phone', undefined, '0.example,5.example'],
			['b', 'datahub', 'org_phone', undefined, '1.example'],
			['c', 'standard_fields', 'org_phone', undefined, '2.example'],
			['a', 'datahub', 'org_phone,org_city', undefined, '3.example'],
			['a', 'datahub', 'org_phone', url, '4.example'],
		]);
	});
});

describe('a record that LeadGenius refuses', () => {
	/** Items of two campaigns by turns; the one at a place has a field that nobody knows. */
	const items = (bad: number): IDataObject[] =>
		accountItems(8).map((item, at) => ({ ...item, ...(at === bad && { colour: 'red' }) }));
	const byTurns = { campaignSlug: '={{ $itemIndex % 2 ? "odd" : "even" }}' };

	test('is named as the item that it was, and what was taken is in the error', async () => {
		const error = errorOf(await site.run(upload(inOrder, byTurns), items(7)));
		expect(error.message).toBe(`LeadGenius: "colour" is not a valid field. [Item 7]`);
		expect(error.httpCode).toBe('400');
		expect(error.description).toContain(
			`Already accepted: ${accepted(123_001, 123_002, 123_003, 123_004)} (4 items from Item 0).`,
		);
		expect(error.context?.accepted).toEqual([
			{ items: [0, 2, 4, 6], what: accepted(123_001, 123_002, 123_003, 123_004) },
		]);
	});

	test('alone is an error item, with continue-on-fail', async () => {
		const onError = 'continueRegularOutput';
		const result = await site.run(upload(inOrder, byTurns), items(2), { onError });
		expect(result.items.map(linksOf)).toEqual([[0, 4, 6], [1, 3, 5, 7], [2]]);
		const refused = `LeadGenius: "colour" is not a valid field. [Item 2]`;
		expect(messagesOf(result.items)).toEqual(['', '', refused]);
		expect(result.items[0]?.json).toMatchObject({ slug: 'even', records_sent: 3 });
		expect(await site.received()).toHaveLength(3);
		// Each of the others once, also where LeadGenius had taken them at first.
		expect((await campaignOf(site, 'even'))?.records).toHaveLength(3);
	});
});

describe('an upload', () => {
	const items = accountItems(2);

	test.each([
		['whose connection broke off', { kind: 'reset', when: 'after' }, 'may have taken'],
		['that failed', { kind: 'status', status: 500, when: 'after' }, 'try again later'],
		['that failed without Retry-After', { kind: 'status', status: 503 }, 'try again later'],
		['without an answer in time', { kind: 'hang' }, 'may have taken'],
	] as const)('%s is not sent again', async (_, fault, words) => {
		await site.sandbox.fault({ ...fault, path: UPLOAD_PATH });
		const error = errorOf(await site.run(upload({ requestTimeout: 0.5 }), items));
		expect(error.description).toContain(words);
		expect(await site.received()).toHaveLength(1);
	});

	test.each([
		['429 with Retry-After', { kind: 'rateLimit', retryAfter: 0.2 }],
		['429 alone', { kind: 'rateLimit' }],
		['503 with Retry-After', { kind: 'status', status: 503, headers: { 'retry-after': '0.2' } }],
	] as const)('refused with %s is sent again, and taken once', async (_, fault) => {
		await site.sandbox.fault({ ...fault, path: UPLOAD_PATH });
		const result = await site.run(upload(), items);
		expect(result.error).toBeUndefined();
		expect(await site.received()).toHaveLength(2);
		const campaign = await campaignOf(site);
		expect(campaign?.records.map(({ sent }) => sent)).toEqual(items);
	});

	test.each([
		['names no records', { ok: true }, '2 records'],
		['names others than were sent', { records: [7] }, 'records 7'],
	])('is taken as it is when its answer %s', async (_, body, words) => {
		await site.sandbox.fault({ kind: 'wrongType', body, path: UPLOAD_PATH });
		const bad = { campaignSlug: '={{ $itemIndex < 2 ? "good" : "dashboard-tech-stack" }}' };
		const more = [...items, { org_website: 'c.example', colour: 'red' }];
		const error = errorOf(await site.run(upload(inOrder, bad), more));
		expect(error.description).toContain(`Already accepted: ${words} (2 items from Item 0).`);
	});
});
