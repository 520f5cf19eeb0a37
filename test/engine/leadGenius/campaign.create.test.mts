// Campaigns, in the forms of the vendor's newer documents.
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { SLUG, uploadCompanies } from '../../support/leadGenius.mts';
import { errorOf, recordOf } from '../../support/results.mts';
import { useVendor } from '../../support/site.mts';
import { leadGenius } from '../../support/vendors/leadGenius.mts';

const site = useVendor(leadGenius);

const RETRIEVE_PATH = '/api/v1/enrichment/retrieve/';

const create = (additionalFields: INodeParameters, items?: readonly IDataObject[]) =>
	site.run(
		{ resource: 'campaign', operation: 'create', name: 'Spring', additionalFields },
		items ?? [{}],
	);

/** What was sent with some additional fields. */
async function sentWith(additionalFields: INodeParameters, item: IDataObject = {}) {
	const { error } = await create(additionalFields, [item]);
	expect(error).toBeUndefined();
	const [request] = await site.received();
	return recordOf(request?.body);
}

const rule = (values: INodeParameters): INodeParameters => ({ contacts: { values: [values] } });

describe('Precision', () => {
	test.each([
		['true', {}, true],
		['false', {}, false],
		// As a text field it was saved by earlier versions.
		[' False ', {}, false],
		['={{ $json.checked }}', { checked: true }, true],
		['={{ $json.checked }}', { checked: false }, false],
	])('%s is sent as a flag', async (precision, item, flag) => {
		expect(await sentWith({ precision }, item)).toMatchObject({ precision: flag });
	});

	test('left blank is not sent', async () => {
		expect(await sentWith({ precision: '={{ $json.none }}' })).not.toHaveProperty('precision');
	});

	test('of another text is refused', async () => {
		const error = errorOf(await create({ precision: 'high' }));
		expect(error.message).toContain("'Precision' must be true or false, not");
		expect(await site.received()).toEqual([]);
	});
});

describe('a rule for contacts', () => {
	test('holds one seniority, one department and a list of keywords', async () => {
		const values = {
			priority: 2,
			seniority: 'C-level',
			department: 'Legal',
			keywords: 'growth, demand generation',
			condition: 'AND',
		};
		const keywords = ['growth', 'demand generation'];
		expect(await sentWith(rule(values))).toMatchObject({ contacts: [{ ...values, keywords }] });
	});

	test('takes lists of one, as earlier versions saved them', async () => {
		const body = await sentWith(rule({ seniority: ['VP'], department: ['Sales'] }));
		expect(body.contacts).toEqual([{ priority: 1, seniority: 'VP', department: 'Sales' }]);
	});

	test.each(['seniority', 'department'])('refuses several of %s', async (name) => {
		const error = errorOf(await create(rule({ [name]: ['VP', 'Sales'] })));
		expect(error.message).toContain('must be one choice, not several');
		expect(await site.received()).toEqual([]);
	});

	test('leaves out what is any', async () => {
		const body = await sentWith(rule({ priority: 3, seniority: '', department: [] }));
		expect(body.contacts).toEqual([{ priority: 3 }]);
	});
});

test('any number of contacts a company may be wanted', async () => {
	expect(await sentWith({ contactsPerCompany: 250 })).toMatchObject({ contacts_per_company: 250 });
});

describe('Companies to Find', () => {
	const filters = (values: INodeParameters): INodeParameters => ({ companies: { values } });

	test.each<[string, INodeParameters, IDataObject]>([
		['ZIP codes', { zipCodes: '02139, 94105' }, { zip_code: ['02139', '94105'] }],
		['JSON', { otherFilters: '{"zip_code": ["02139"]}' }, { zip_code: ['02139'] }],
		[
			'both',
			{ zipCodes: '94105', otherFilters: '{"zip_code": ["02139"], "size": 5}' },
			{ zip_code: ['94105'], size: 5 },
		],
	])('is sent as %s', async (_, values, companies) => {
		// There may be other filters in future.
		await site.sandbox.reset({ leadGenius: { requestsPerMinute: 0, campaignForm: 'open' } });
		expect(await sentWith(filters(values))).toMatchObject({ companies });
	});

	test('left blank is not sent', async () => {
		expect(await sentWith(filters({ zipCodes: ' ' }))).not.toHaveProperty('companies');
	});
});

describe('the newer form of a campaign and its records', () => {
	const records = [
		{ finalized: '2026-01-01T10:00:00', status: 'finalized_complete', data: { a: 1 } },
	];
	const answers = (body: unknown) =>
		site.sandbox.fault({ kind: 'wrongType', body, path: RETRIEVE_PATH });

	test.each([
		['Completed', true],
		['In-Progress', false],
	])('tells its status: %s', async (status, complete) => {
		await answers({ status, records });
		const parameters = { resource: 'campaign', operation: 'getStatus', campaignSlug: SLUG };
		const { items } = await site.run(parameters);
		expect(items.map(({ json }) => json)).toEqual([{ slug: SLUG, status, complete }]);
	});

	test('tells nothing by a blank status: the numbers do', async () => {
		const numbers = { count: 3, count_uploaded: 3, count_enriched: 3 };
		await answers({ status: ' ', ...numbers, results: [] });
		const parameters = { resource: 'campaign', operation: 'getStatus', campaignSlug: SLUG };
		const { items } = await site.run(parameters);
		expect(items.map(({ json }) => json)).toEqual([{ slug: SLUG, ...numbers, complete: true }]);
	});

	test('tells its numbers also where they are text, or one of them is none', async () => {
		const numbers = { count: '3', count_uploaded: ' 3', count_enriched: '2' };
		await answers({ status: 7, ...numbers, results: [] });
		const parameters = { resource: 'campaign', operation: 'getStatus', campaignSlug: SLUG };
		const { items } = await site.run(parameters);
		const told = { count: 3, count_uploaded: 3, count_enriched: 2 };
		expect(items.map(({ json }) => json)).toEqual([{ slug: SLUG, ...told, complete: false }]);
	});

	test('has its records read', async () => {
		await answers({ status: 'Completed', records });
		const parameters = { resource: 'record', operation: 'getAll', campaignSlug: SLUG };
		const { items } = await site.run({ ...parameters, returnAll: true });
		expect(items.map(({ json }) => json)).toMatchObject([{ status: 'finalized_complete', a: 1 }]);
	});

	test('takes records without a type and fields to return', async () => {
		await uploadCompanies(site);
		const operation = 'uploadToCampaign';
		const parameters = { resource: 'record', operation, campaignSlug: SLUG };
		const { items } = await site.run(parameters, [{ org_website: 'a.example' }]);
		expect(items[0]?.json).toMatchObject({ slug: SLUG, records_sent: 1 });
		const [request] = await site.received();
		expect(request?.body).toEqual({ slug: SLUG, records: [{ org_website: 'a.example' }] });
	});
});
