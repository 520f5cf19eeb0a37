// Records whose columns are named as another service names them.
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { mapColumns } from '../../support/engine.mts';
import { ROWS } from '../../support/meaning/rows.mts';
import { errorOf, recordOf } from '../../support/results.mts';
import { useVendor } from '../../support/site.mts';
import { leadGenius } from '../../support/vendors/leadGenius.mts';

const site = useVendor(leadGenius);

const byMeaning = { mapping: 'meaning' };
const auto = { columns: { mappingMode: 'autoMapInputData', value: null } };
const upload: INodeParameters = {
	...{ resource: 'record', operation: 'upload', campaignSlug: 'acme', jobType: 'datahub' },
	...{ ...auto, ...byMeaning },
};
const exclude: INodeParameters = {
	...{ resource: 'exclusion', operation: 'upload', ...auto, ...byMeaning },
};

const records = async () => (await site.received()).map(({ body }) => recordOf(body).records);

const ada = {
	...{ contact_first_name: 'Ada', contact_last_name: 'Lovelace' },
	...{ contact_job_title: 'Head of Engines', org_company_name: 'Acme' },
};
const email = { contact_email: 'ada@acme.example' };

const expected: Readonly<Record<keyof typeof ROWS, IDataObject>> = {
	HubSpot: {
		...{ ...email, ...ada, contact_record_id: '151' },
		org_website: 'https://www.acme.example/about',
	},
	Apollo: {
		...{ ...email, ...ada, org_company_name: 'Acme Ltd', contact_department: 'Engineering' },
		...{ contact_seniority: 'Head', contact_linkedin_url: 'http://www.linkedin.com/in/ada' },
		...{ org_website: 'http://www.acme.example', org_phone: '+44 20 0', org_industry: 'engines' },
		org_linkedin_url: 'http://www.linkedin.com/company/acme',
		...{ org_num_employees_exact: '250', org_annual_revenue: '1000000' },
		...{ org_street: '1 Engine Way', org_city: 'Leeds', org_country: 'UK' },
	},
	Salesforce: {
		...{ ...email, ...ada, contact_record_id: '00Q5g00000AbCdE' },
		...{ org_website: 'acme.example', org_industry: 'Engines' },
		...{ org_num_employees_exact: '250', org_annual_revenue: '1000000' },
	},
	Google: { ...email, ...ada },
	LinkedIn: { ...ada, contact_linkedin_url: 'https://www.linkedin.com/in/ada' },
};

const sources = Object.entries(ROWS).map(
	([name, row]) => [name, row, expected[name as keyof typeof ROWS]] as const,
);

describe.each(['upload', 'uploadToCampaign'])('%s', (operation) => {
	test.each(sources)('a row of %s becomes a record', async (_, row, record) => {
		if (operation === 'uploadToCampaign') {
			await site.run(upload, [{ email: 'first@x.example' }]);
		}
		const result = await site.run({ ...upload, operation }, [row]);
		expect(result.error).toBeUndefined();
		expect((await records()).at(-1)).toEqual([record]);
	});
});

test('records of several shapes go in one request, and one hint tells of all', async () => {
	const { hints, items } = await site.run(upload, [ROWS.LinkedIn, ROWS.Google]);
	expect(items).toHaveLength(1);
	expect(await records()).toEqual([[expected.LinkedIn, expected.Google]]);
	expect(hints).toHaveLength(1);
	expect(hints[0]?.message).toContain('contact_job_title ← Position, Organization Title');
	expect(hints[0]?.message).toContain('. Not sent: Connected On, Notes, ');
});

test("a field of the campaign's own is left, as a dry run tells", async () => {
	const item = { ...ROWS.LinkedIn, org_tech_stack: 'n8n' };
	const { items } = await site.run({ ...upload, options: { dryRun: true } }, [item]);
	expect(items[0]?.json).toMatchObject({
		matched: { contact_first_name: 'First Name', org_company_name: 'Company' },
		not_matched: ['Connected On', 'org_tech_stack'],
	});
	expect(await site.received()).toEqual([]);
});

test('records that are waited for are matched as well', async () => {
	const wait = { ...upload, operation: 'uploadAndWait', options: { dryRun: true } };
	const { items, error } = await site.run(wait, [ROWS.LinkedIn]);
	expect(error).toBeUndefined();
	expect(items[0]?.json).toMatchObject({
		request: { body: { records: [expected.LinkedIn] } },
		not_matched: ['Connected On'],
	});
});

test('a record that lacks what tells it is refused, with what it has', async () => {
	const error = errorOf(await site.run(upload, [{ 'First Name': 'Ada' }]));
	expect(error.message).toContain("has no 'contact_last_name' or 'contact_email'");
	expect(await site.received()).toEqual([]);
});

test('with names as they are, the advice says what matching would find', async () => {
	const asGiven = { ...upload, mapping: 'asGiven' };
	const error = errorOf(await site.run(asGiven, [ROWS.LinkedIn]));
	expect(error.description).toContain(
		"'Last Name' would be taken as 'contact_last_name': choose 'Match Fields by Meaning' in 'Column Names'",
	);
});

describe('exclusions', () => {
	test.each<[string, keyof typeof ROWS, IDataObject]>([
		[
			'org',
			'Apollo',
			{
				...{ org_company_name: 'Acme Ltd', org_website: 'http://www.acme.example' },
				...{ org_phone: '+44 20 0', org_linkedin_url: 'http://www.linkedin.com/company/acme' },
			},
		],
		[
			'contact',
			'Google',
			{
				...{ ...email, org_company_name: 'Acme' },
				...{ contact_first_name: 'Ada', contact_last_name: 'Lovelace' },
			},
		],
	])('of %s have nothing that one cannot have', async (entity, source, record) => {
		const result = await site.run({ ...exclude, entity }, [ROWS[source]]);
		expect(result.error).toBeUndefined();
		expect(await records()).toEqual([[{ ...record, entity }]]);
	});

	test('need what identifies them', async () => {
		const error = errorOf(await site.run({ ...exclude, entity: 'org' }, [ROWS.LinkedIn]));
		expect(error.message).toContain("has no 'org_linkedin_url' or 'org_website'");
	});
});

describe('rapid enrichment', () => {
	const rapid: INodeParameters = {
		...{ resource: 'rapidEnrichment', operation: 'create', dataMode: 'meaning' },
	};

	test.each<[string, INodeParameters, object]>([
		['contact', {}, expected.LinkedIn],
		['account', {}, { org_company_name: 'Acme' }],
		[
			'get_contacts',
			{ contacts: { contactsPerCompany: 2, seniority: 'VP', department: 'Sales' } },
			{ org_company_name: 'Acme' },
		],
	])('a %s is asked for with what the item tells', async (enrichmentType, more, data) => {
		const result = await site.run({ ...rapid, enrichmentType, ...more }, [ROWS.LinkedIn]);
		expect(result.error).toBeUndefined();
		const [request] = await site.received();
		expect(request?.body).toMatchObject({ type: enrichmentType, data });
		expect(recordOf(recordOf(request?.body).data)).toEqual(data);
	});

	test('an item that tells nothing is refused', async () => {
		const error = errorOf(await site.run(rapid, [{ owner: 'Bob' }]));
		expect(error.message).toContain("'Data' finds nothing in the item that LeadGenius knows");
		expect(error.description).toContain('This item has the fields owner');
		expect(await site.received()).toEqual([]);
	});
});

describe('what the form shows of the input at hand', () => {
	const item = {
		...{ Company: 'Acme', Website: 'acme.example', 'Lead Owner': 'Bob' },
		emails: [{ email: 'ada@acme.example', type: 'office' }],
	};
	const shown = async (parameters: INodeParameters, input?: object) => {
		const inputSample = input && JSON.stringify(input);
		const its = { ...parameters, ...(inputSample !== undefined && { inputSample }) };
		const { credentials, credentialId } = site;
		const run = { type: leadGenius.type, credentials, credentialId, parameters: its };
		return (await mapColumns(run, 'getMatches')).fields;
	};

	test.each<[string, INodeParameters, string[]]>([
		[
			'an upload',
			upload,
			['contact_email ← emails[0].email', 'org_company_name ← Company', 'org_website ← Website'],
		],
		['an exclusion', exclude, ['org_company_name ← Company', 'org_website ← Website']],
		[
			'a rapid enrichment of a company',
			{ resource: 'rapidEnrichment', operation: 'create', enrichmentType: 'account' },
			['org_company_name ← Company', 'org_website ← Website'],
		],
	])('%s', async (_, parameters, matches) => {
		const fields = await shown({ ...parameters, entity: 'org' }, item);
		expect(fields.map(({ displayName }) => displayName)).toEqual(matches);
		expect(fields.every(({ readOnly }) => readOnly)).toBe(true);
	});

	test('holds expressions, and nothing of the values', async () => {
		const fields = await shown(upload, item);
		expect(fields.map(({ defaultValue }) => defaultValue)).toEqual([
			'={{ $json["emails"][0]["email"] }}',
			'={{ $json["Company"] }}',
			'={{ $json["Website"] }}',
		]);
	});

	test.each([undefined, {}, { deal: 'x' }])('is nothing for %j', async (input) => {
		expect(await shown(upload, input)).toEqual([]);
	});
});
