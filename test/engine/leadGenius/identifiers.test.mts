// What must be in an item before anything is sent (LeadGenius API Docs, "Creating an API Campaign",
// records, and "Exclusion Records").
import type { IDataObject } from 'n8n-workflow';
import { BY_HAND, upload, uploadsOf } from '../../support/leadGenius.mts';
import { errorOf, linksOf, messagesOf } from '../../support/results.mts';
import { useVendor } from '../../support/site.mts';
import { leadGenius } from '../../support/vendors/leadGenius.mts';

const site = useVendor({ ...leadGenius, settings: { leadGenius: BY_HAND } });

const COMPANY = "'org_company_name' or 'org_website'";
const CONTACT = "'contact_last_name' or 'contact_email'";

describe('a record', () => {
	const complete: Array<[string, IDataObject]> = [
		['an account with its name', { org_company_name: 'Acme', org_city: 'Rome' }],
		['an account with its website', { org_website: 'acme.example' }],
		['a contact with a last name', { contact_last_name: 'Doe', contact_first_name: 'Jane' }],
		['a contact with an email', { contact_email: 'jane@acme.example' }],
		['a lead with both', { contact_last_name: 'Doe', org_company_name: 'Acme' }],
		['a lead with other both', { contact_email: 'jane@acme.example', org_website: 'acme.example' }],
		['the IDs of a CRM beside', { org_website: 'acme.example', contact_record_id: '00Q1' }],
		[
			"blank identifiers beside, as in the document's example",
			{ contact_last_name: 'Doe', contact_email: '', org_company_name: 'Zinc', org_website: '' },
		],
	];

	test.each(complete)('is sent when it is %s', async (_, item) => {
		const result = await site.run(upload(), [item]);
		expect(result.error).toBeUndefined();
		// Blank is absent: it is not sent.
		const values = Object.fromEntries(Object.entries(item).filter(([, value]) => value !== ''));
		expect((await uploadsOf(site)).map(({ records }) => records)).toEqual([[values]]);
	});

	const incomplete: Array<[string, IDataObject, string]> = [
		[
			'an account without',
			{ org_city: 'Rome' },
			`'Columns' has no ${COMPANY}, which its company data ('org_city') needs`,
		],
		[
			'an account with a blank one',
			{ org_company_name: ' ', org_website: '', org_city: 'Rome' },
			`'Columns' has no ${COMPANY}`,
		],
		[
			'a contact without',
			{ contact_first_name: 'Jane' },
			`'Columns' has no ${CONTACT}, which its contact data ('contact_first_name') needs`,
		],
		[
			"a lead without the company's",
			{ contact_email: 'jane@acme.example', org_city: 'Rome' },
			`'Columns' has no ${COMPANY}`,
		],
		[
			"a lead without the contact's",
			{ org_website: 'acme.example', contact_first_name: 'Jane' },
			`'Columns' has no ${CONTACT}`,
		],
		[
			'a lead without either',
			{ org_city: 'Rome', contact_first_name: 'Jane' },
			`('org_city') needs; 'Columns' has no ${CONTACT}`,
		],
		['a CRM ID alone', { org_record_id: 'A1' }, "'Columns' has no company and no contact data"],
		['nothing', {}, "'Columns' has no company and no contact data"],
		['other fields', { note: 'x' }, "'Columns' has no company and no contact data"],
	];

	test.each(incomplete)('is refused before anything is sent: %s', async (_, bad, words) => {
		const error = errorOf(await site.run(upload(), [{ org_website: 'good.example' }, bad]));
		expect(error.message).toContain(words);
		expect(error.message).toContain('[Item 1]');
		expect(error.description).toMatch(/Give|An account needs/);
		expect(error.description).toContain('Nothing was sent.');
		expect(await site.received()).toEqual([]);
	});

	test('that is refused comes back in its place, and the others go together', async () => {
		const items = [
			{ org_city: 'Rome' },
			{ org_website: 'a.example' },
			{ contact_first_name: 'Jane' },
			{ org_website: 'b.example' },
		];
		const onError = 'continueRegularOutput';
		const { items: output } = await site.run(upload(), items, { onError });
		expect(output.map(linksOf)).toEqual([[0], [1, 3], [2]]);
		expect(messagesOf(output)).toEqual([
			expect.stringContaining(COMPANY),
			'',
			expect.stringContaining(CONTACT),
		]);
		expect((await uploadsOf(site)).map(({ records }) => records)).toEqual([[items[1], items[3]]]);
	});

	test("understands a spreadsheet's headers and sends values as text", async () => {
		const items = [
			{
				'Org Website': 'acme.example',
				contactLastName: 'Doe',
				'org-num-employees-exact': 12,
				org_phone: null,
			},
		];
		await site.run(upload(), items);
		expect((await uploadsOf(site))[0]?.records).toEqual([
			{
				org_website: 'acme.example',
				contact_last_name: 'Doe',
				org_num_employees_exact: '12',
			},
		]);
	});

	test("keeps the names of the campaign's own fields", async () => {
		const item = { org_website: 'acme.example', org_tech_stack: 'n8n' };
		await site.run(upload({}, { campaignSlug: 'dashboard-tech-stack' }), [item]);
		expect((await uploadsOf(site))[0]?.records).toEqual([item]);
	});

	test('cannot hold a list', async () => {
		const item = { org_website: 'acme.example', tags: ['vip'] };
		const error = errorOf(await site.run(upload(), [item]));
		expect(error.message).toBe(`'tags' holds "["vip"]", but LeadGenius takes text [Item 0]`);
		expect(error.description).toContain("flatten 'tags'");
		expect(await site.received()).toEqual([]);
	});
});

describe('an exclusion', () => {
	const exclusion = {
		resource: 'exclusion',
		operation: 'upload',
		entity: '={{ $json.kind }}',
		columns: {
			mappingMode: 'defineBelow',
			value: {
				org_website: '={{ $json.website }}',
				org_linkedin_url: '={{ $json.companyPage }}',
				contact_email: '={{ $json.email }}',
				contact_linkedin_url: '={{ $json.profile }}',
			},
		},
	};
	const other = 'https://linkedin.com/x';

	test('needs an identifier of its kind, and is sent with the other kind', async () => {
		const items = [
			{ kind: 'org', website: 'acme.example' },
			{ kind: 'org', companyPage: other },
			{ kind: 'contact', email: 'jane@acme.example' },
			{ kind: 'contact', profile: other, website: 'acme.example' },
		];
		const result = await site.run(exclusion, items);
		expect(result.error).toBeUndefined();
		expect(result.items.map(linksOf)).toEqual([[0, 1, 2, 3]]);
		const { leadGenius } = await site.sandbox.state();
		expect(leadGenius.exclusions).toEqual([
			{ entity: 'org', org_website: 'acme.example' },
			{ entity: 'org', org_linkedin_url: other },
			{ entity: 'contact', contact_email: 'jane@acme.example' },
			{ entity: 'contact', contact_linkedin_url: other, org_website: 'acme.example' },
		]);
	});

	test.each([
		['org', { kind: 'org' }, "'org_linkedin_url' or 'org_website'", 'which company is meant'],
		[
			'contact',
			{ kind: 'contact', website: 'acme.example' },
			"'contact_linkedin_url' or 'contact_email'",
			'which contact is meant',
		],
		[
			'org with data of a contact',
			{ kind: 'org', website: 'acme.example', email: 'jane@acme.example' },
			'fields that an exclusion cannot have: contact_email',
			'map only org_linkedin_url',
		],
	])('is refused before anything is sent: %s', async (_, bad, words, fix) => {
		const items = [{ kind: 'org', website: 'good.example' }, bad];
		const error = errorOf(await site.run(exclusion, items));
		expect(error.message).toMatch(/^'Columns' has /);
		expect(error.message).toContain(words);
		expect(error.message).toContain('[Item 1]');
		expect(error.description).toContain(fix);
		expect(await site.received()).toEqual([]);
	});
});
