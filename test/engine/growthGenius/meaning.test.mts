// Contacts that are made of items of another service.
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { ROWS } from '../../support/meaning/rows.mts';
import { byId, errorOf, recordOf } from '../../support/results.mts';
import { useVendor } from '../../support/site.mts';
import { growthGenius } from '../../support/vendors/growthGenius.mts';

const site = useVendor(growthGenius);

const create: INodeParameters = { resource: 'contact', operation: 'create', dataMode: 'meaning' };

const ada = {
	...{ first_name: 'Ada', last_name: 'Lovelace', title: 'Head of Engines', company_name: 'Acme' },
};
const email = 'ada@acme.example';

const expected: Readonly<Record<keyof typeof ROWS, IDataObject>> = {
	HubSpot: {
		...{ ...ada, email, first_phone: '+44 20 1', mobile_phone: '+44 7700 1' },
		...{ website: 'https://www.acme.example/about', city: 'London', country: 'UK' },
	},
	Apollo: {
		...{ ...ada, email, company_name: 'Acme Ltd', company_name_informal: 'Acme' },
		...{ work_phone: '+44 20 1', corporate_phone: '+44 20 0', employee_count: '250' },
		...{ industry: 'engines', annual_revenue: '1000000', website: 'http://www.acme.example' },
		linkedin_url: 'http://www.linkedin.com/in/ada',
		company_linkedin_url: 'http://www.linkedin.com/company/acme',
		...{ city: 'London', country: 'UK', company_address: '1 Engine Way' },
		...{ company_city: 'Leeds', company_country: 'UK' },
	},
	Salesforce: {
		...{ ...ada, email, full_name: 'Ada Lovelace', first_phone: '+44 20 1' },
		...{ mobile_phone: '+44 7700 1', website: 'acme.example', industry: 'Engines' },
		...{ employee_count: 250, annual_revenue: 1_000_000 },
	},
	Google: { ...ada, email, first_phone: '+44 7700 1', other_phone: '+44 20 1' },
	LinkedIn: { ...ada, linkedin_url: 'https://www.linkedin.com/in/ada' },
};

test.each(Object.keys(ROWS) as Array<keyof typeof ROWS>)(
	'a row of %s is a contact',
	async (source) => {
		const result = await site.run(create, [ROWS[source]]);
		expect(result.error).toBeUndefined();
		expect((await site.received()).map(({ body }) => body)).toEqual([
			{ contact: expected[source] },
		]);
		expect(result.hints).toHaveLength(1);
	},
);

test('what no item says is entered beside it, and what is entered wins', async () => {
	const entered = {
		userId: byId('7'),
		additionalFields: { industry: 'Steam' },
		customFields: { custom2: 'warm' },
	};
	await site.run({ ...create, ...entered }, [ROWS.Apollo]);
	const [request] = await site.received();
	expect(recordOf(request?.body).contact).toEqual({
		...expected.Apollo,
		...{ user_id: 7, industry: 'Steam', custom2: 'warm' },
	});
});

test('an update sends what the item tells to the contact that is named', async () => {
	const [made] = (await site.run(create, [ROWS.LinkedIn])).items;
	const update = { ...create, operation: 'update', contactId: '={{ $json.contact }}' };
	const item = { contact: made?.json.id, 'Work Email': email, 'Full Name': 'Ada L' };
	const result = await site.run(update, [item]);
	expect(result.error).toBeUndefined();
	const [, request] = await site.received();
	expect(request?.method).toBe('PATCH');
	expect(recordOf(request?.body).contact).toEqual({
		...{ email, full_name: 'Ada L', first_name: 'Ada', last_name: 'L' },
	});
});

test('an item that tells nothing is refused before anything is sent', async () => {
	const error = errorOf(await site.run(create, [{ deal: 'x' }]));
	expect(error.message).toContain("'Data' finds nothing in the item that GrowthGenius knows");
	expect(await site.received()).toEqual([]);
});
