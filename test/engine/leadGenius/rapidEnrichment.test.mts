// Rapid enrichment, in the forms of the vendor's newer documents: a request's state is in the list
// only, and read by its ID it is nothing but the record.
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { errorOf, messagesOf } from '../../support/results.mts';
import { useVendor } from '../../support/site.mts';
import { leadGenius } from '../../support/vendors/leadGenius.mts';

const site = useVendor(leadGenius);

const RAPID = '/api/v1/enrichment/rapid/';
const contact = { enrichmentType: 'contact', data: { contact_email: 'ada@x.example' } };
const company = { enrichmentType: 'get_contacts', data: { org_website: 'x.example' } };

const run = (operation: string, parameters: INodeParameters, items?: readonly IDataObject[]) =>
	site.run({ resource: 'rapidEnrichment', operation, ...parameters }, items);

const wait = (parameters: INodeParameters = {}, items?: readonly IDataObject[]) =>
	run('createAndWait', { ...contact, ...parameters }, items);

async function answers(body: unknown, path: string, method = 'GET', times = 1): Promise<void> {
	await site.sandbox.fault({ kind: 'wrongType', body, path, method, times });
}

async function sent(method: string) {
	return (await site.received()).filter((each) => each.method === method);
}

describe('Create and Wait', () => {
	test('gives out what was found, with the ID', async () => {
		const { items } = await wait();
		const found = { contact_email: 'ada@x.example' };
		expect(items.map(({ json }) => json)).toMatchObject([
			{ id: 501, status: 'ok', ...(site.documents === 'strict' ? found : { result: found }) },
		]);
	});

	test('asks until it is done, by its ID', async () => {
		await site.sandbox.reset({ leadGenius: { requestsPerMinute: 0, rapidMs: 900 } });
		const { items } = await wait();
		expect(items[0]?.json).toMatchObject({ id: 501, status: 'ok' });
		const [first] = await sent('GET');
		expect(first).toMatchObject({ path: RAPID, query: { id: '501' } });
		expect(await sent('POST')).toHaveLength(1);
	});

	test('understands a bare list and a record without an ID', async () => {
		const made = { id: 77, status: 'scheduled', enrichment_type: 'contact' };
		await answers(made, RAPID, 'POST');
		await answers(
			[
				{ ...made, id: 5 },
				{ ...made, status: 'ok' },
			],
			RAPID,
		);
		await answers({ contact_email: 'ada@x.example', contact_city: 'Rome' }, `${RAPID}77/`);
		const { items } = await wait();
		expect(items.map(({ json }) => json)).toEqual([
			{
				id: 77,
				status: 'ok',
				enrichment_type: 'contact',
				contact_email: 'ada@x.example',
				contact_city: 'Rome',
			},
		]);
	});

	test('gives out each of the contacts of a company', async () => {
		const contacts = { contactsPerCompany: 2, seniority: 'VP', department: 'Sales' };
		const found = [{ contact_last_name: 'Doe' }, { contact_last_name: 'Ray' }];
		await answers(found, `${RAPID}501/`);
		const { items } = await wait({ ...company, contacts });
		expect(items.map(({ json }) => json.contact_last_name)).toEqual(['Doe', 'Ray']);
		expect(items.map(({ json }) => json.id)).toEqual([501, 501]);
		const [request] = await sent('POST');
		expect(request?.body).toMatchObject({
			contacts: { contacts_per_company: 2, seniority: 'VP', department: 'Sales' },
		});
	});

	test.each([
		['fail', 'erred'],
		['cancel', 'cancelled'],
	])('fails when the request ends badly: %s', async (value, status) => {
		const error = errorOf(await wait({ data: { contact_email: value } }));
		expect(error.message).toContain(`could not finish rapid enrichment 501: it is ${status}`);
		expect(error.description).toContain('Already accepted: ID 501 (Item 0)');
	});

	test('gives up at the time limit with the ID', async () => {
		await site.sandbox.reset({ leadGenius: { requestsPerMinute: 0, rapidMs: 60_000 } });
		const error = errorOf(await wait({ options: { timeoutSeconds: 0.5 } }));
		expect(error.message).toContain('has not finished rapid enrichment 501 within the time limit');
		expect(error.description).toContain('Rapid Enrichment > Get and the request ID 501');
		expect(await sent('POST')).toHaveLength(1);
	});

	test('names the ID also when it cannot be asked for', async () => {
		await site.sandbox.reset({ leadGenius: { requestsPerMinute: 0, rapidMs: 60_000 } });
		await site.sandbox.fault({ kind: 'status', status: 403, path: RAPID, method: 'GET' });
		const parameters = { resource: 'rapidEnrichment', operation: 'createAndWait', ...contact };
		const onError = 'continueRegularOutput';
		const { items } = await site.run(parameters, [{}], { onError });
		expect(messagesOf(items)).toHaveLength(1);
		expect(items[0]?.json.message).toContain('Wait for rapid enrichment 501');
	});
});

describe('Get', () => {
	test("adds the request's ID where the answer has none", async () => {
		await answers({ contact_email: 'ada@x.example' }, `${RAPID}501/`);
		const { items } = await run('get', { requestId: '501' });
		expect(items.map(({ json }) => json)).toEqual([{ id: 501, contact_email: 'ada@x.example' }]);
	});
});

describe('Get Many', () => {
	test('asks for several IDs one by one, up to the limit', async () => {
		for (const email of ['a@x.example', 'b@x.example', 'c@x.example']) {
			await site.call('POST', RAPID, { type: 'contact', data: { contact_email: email } });
		}
		const filters = { requestIds: '503, 501, 502' };
		const { items } = await run('getAll', { returnAll: false, limit: 2, filters });
		expect(items.map(({ json }) => json.id)).toEqual([503, 501]);
		expect((await sent('GET')).map(({ query }) => query)).toEqual([{ id: '503' }, { id: '501' }]);
	});
});

describe('a request for the contacts of a company', () => {
	const full = { contactsPerCompany: 2, seniority: 'VP', department: 'Sales' };

	test.each<[string, INodeParameters, string]>([
		['no rules', {}, "lacks 'Contacts per Company', 'Seniority', 'Department' or 'Job Title'"],
		['no seniority', { ...full, seniority: '' }, "lacks 'Seniority'"],
		['neither department nor title', { ...full, department: '' }, "'Department' or 'Job Title'"],
		['several seniorities', { ...full, seniority: ['VP', 'Director'] }, 'one choice, not several'],
		['too many contacts', { ...full, contactsPerCompany: 11 }, 'from 1 to 10'],
	])('with %s is refused before anything is sent', async (_, contacts, words) => {
		expect(errorOf(await run('create', { ...company, contacts })).message).toContain(words);
		expect(await site.received()).toEqual([]);
	});

	test.each<[string, INodeParameters, IDataObject]>([
		[
			'lists of one, as earlier versions saved them',
			{ ...full, seniority: ['VP'], department: ['Sales'] },
			{ contacts_per_company: 2, seniority: 'VP', department: 'Sales' },
		],
		[
			'a title in place of a department',
			{ ...full, department: '', title: 'Buyer' },
			{ contacts_per_company: 2, seniority: 'VP', title: 'Buyer' },
		],
	])('takes %s', async (_, contacts, expected) => {
		// Of a title there are only older examples.
		await site.sandbox.reset({ leadGenius: { requestsPerMinute: 0, rapidForm: 'open' } });
		expect((await run('create', { ...company, contacts })).error).toBeUndefined();
		const [request] = await sent('POST');
		expect(request?.body).toMatchObject({ type: 'get_contacts', contacts: expected });
	});
});
