// What an upload says of its campaign: slug, job type and fields ("Creating an API Campaign", "Job
// Types", "Specific Errors").
import type { INodeParameters } from 'n8n-workflow';
import {
	accountItems,
	BY_HAND,
	setWebhookUrl,
	SLUG,
	upload,
	uploadCompanies,
	uploadsOf,
	webhookUrlOf,
} from '../../support/leadGenius.mts';
import { errorOf } from '../../support/results.mts';
import { useVendor } from '../../support/site.mts';
import { leadGenius } from '../../support/vendors/leadGenius.mts';

const site = useVendor({ ...leadGenius, settings: { leadGenius: BY_HAND } });

const items = accountItems(1);

describe('a slug', () => {
	test.each([
		['letters, numbers, underscores and hyphens', 'Acme_2026-b', 'Acme_2026-b'],
		['a number', 2026, '2026'],
		['spaces around it', ' acme ', 'acme'],
	])('may be %s', async (_, campaignSlug, sent) => {
		const result = await site.run(upload({}, { campaignSlug }), items);
		expect(result.error).toBeUndefined();
		expect((await uploadsOf(site)).map(({ slug }) => slug)).toEqual([sent]);
	});

	test.each(['two words', 'a.b', 'a/../b', 'café', 'a?b', '{"a": 1}'])(
		'is not "%s"',
		async (campaignSlug) => {
			const error = errorOf(await site.run(upload({}, { campaignSlug }), items));
			expect(error.message).toMatch(/^'Campaign Slug' must be letters, numbers, underscores/);
			expect(await site.received()).toEqual([]);
		},
	);

	test.each(['={{ $json.none }}', '  '])('is not left empty ("%s")', async (campaignSlug) => {
		const error = errorOf(await site.run(upload({}, { campaignSlug }), items));
		expect(error.message).toBe("'Campaign Slug' is empty [Item 0]");
		expect(await site.received()).toEqual([]);
	});
});

describe('the job type Single Field', () => {
	const single = (fields: string[], otherFields = '') =>
		upload({}, { jobType: 'single_field', fields, otherFields });

	test.each([
		['alone', single(['org_phone'])],
		['beside identifying ones', single(['org_website', 'org_record_id', 'org_phone'])],
		['by its name', single(['org_website'], 'org_phone')],
	])('takes one field %s', async (_, parameters) => {
		const result = await site.run(parameters, items);
		expect(result.error).toBeUndefined();
		const [sent] = await uploadsOf(site);
		expect(sent?.type).toBe('single_field');
		expect(sent?.fields).toContain('org_phone');
	});

	test.each([
		['none', single([])],
		['none', single(['org_website', 'contact_email'])],
		['org_phone, org_city', single(['org_phone', 'org_city'])],
		['org_phone, org_city', single(['org_website', 'org_phone'], 'org_city')],
	])('refuses %s before anything is sent', async (passed, parameters) => {
		const error = errorOf(await site.run(parameters, items));
		expect(error.message).toBe(
			`'Fields to Return' must hold one field beside the identifying ones for the job type Single Field, not ${passed} [Item 0]`,
		);
		expect(error.description).toContain('These identify: org_company_name');
		expect(await site.received()).toEqual([]);
	});
});

describe('the job type Other', () => {
	test('sends what LeadGenius told the user', async () => {
		const otherJobType = 'standard_fields';
		await site.run(upload({}, { jobType: 'other', otherJobType }), items);
		expect((await uploadsOf(site)).map(({ type }) => type)).toEqual([otherJobType]);
	});

	test('must be told', async () => {
		const error = errorOf(await site.run(upload({}, { jobType: 'other' }), items));
		expect(error.message).toBe("'Other Job Type' is empty [Item 0]");
		expect(await site.received()).toEqual([]);
	});

	test('is left alone when another type was chosen after all', async () => {
		const otherJobType = 'standard_fields';
		await site.run(upload({}, { jobType: 'contact_fields', otherJobType }), items);
		expect((await uploadsOf(site)).map(({ type }) => type)).toEqual(['contact_fields']);
	});

	test('that LeadGenius does not know is told by its field', async () => {
		const parameters = upload({}, { jobType: 'other', otherJobType: 'foo' });
		const error = errorOf(await site.run(parameters, items));
		expect(error.message).toBe(`LeadGenius: 'Job Type': "foo" is not a valid choice. [Item 0]`);
	});
});

describe('fields to return', () => {
	test('are the standard ones and others, each once', async () => {
		const more = {
			campaignSlug: 'dashboard-tech-stack',
			fields: ['org_phone', 'org_city'],
			otherFields: 'org_tech_stack, org_phone',
		};
		await site.run(upload({}, more), items);
		expect((await uploadsOf(site))[0]?.fields).toEqual(['org_phone', 'org_city', 'org_tech_stack']);
	});

	test("may be left to the campaign's own", async () => {
		await site.run(upload({}, { fields: [] }), items);
		expect((await uploadsOf(site))[0]).not.toHaveProperty('fields');
	});

	test('must be chosen for a campaign that the API makes', async () => {
		const parameters = upload({}, { jobType: 'standard_fields', fields: [] });
		const error = errorOf(await site.run(parameters, items));
		expect(error.message).toBe("'Fields to Return' is empty [Item 0]");
		expect(await site.received()).toEqual([]);
	});
});

describe('a webhook URL with a token in it', () => {
	const TOKEN = 's3cr3t';
	const update = (webhookUrl: string) => ({
		resource: 'campaign',
		operation: 'update',
		campaignSlug: 'dashboard-tech-stack',
		webhookUrl,
	});

	test.each([
		['is none', `ftp://n8n.example.com/hook?token=${TOKEN}`],
		['LeadGenius refuses', `https://n8n.example.com/hook?token=${TOKEN}`],
	])('is said without it where it %s', async (_, url) => {
		const body = { webhook_url: [`"${url}" cannot be reached.`] };
		await site.sandbox.fault({ kind: 'status', status: 400, body, method: 'PATCH' });
		const { message, description, context } = errorOf(await site.run(update(url)));
		expect(message).toContain('n8n.example.com/hook?token=***');
		expect(JSON.stringify({ message, description, context })).not.toContain(TOKEN);
	});
});

describe('an update', () => {
	const URL = 'https://n8n.example.com/hook';
	const update = (more: INodeParameters) => ({
		resource: 'campaign',
		operation: 'update',
		campaignSlug: SLUG,
		webhookUrl: '={{ $json.url }}',
		...more,
	});

	beforeEach(async () => {
		await uploadCompanies(site);
		await setWebhookUrl(site, URL);
	});

	test.each(['', ' ', null, undefined])('of %j sets nothing, and clears nothing', async (url) => {
		const error = errorOf(await site.run(update({}), [{ url }]));
		expect(error.message).toBe("'Webhook URL' sets nothing to change [Item 0]");
		expect(error.description).toContain("'Clear Fields'");
		expect(await site.received()).toEqual([]);
		expect(await webhookUrlOf(site)).toBe(URL);
	});

	test('empties what is named', async () => {
		const { error } = await site.run(update({ clearFields: ['webhook_url'] }), [{ url: '' }]);
		expect(error).toBeUndefined();
		expect(await webhookUrlOf(site)).toBeNull();
	});

	test.each([
		[
			'sets what it empties',
			URL,
			'webhook_url',
			"'Clear Fields' clears 'Webhook URL', which is set as well",
		],
		[
			'empties what there is not',
			'',
			'slug',
			'\'Clear Fields\' must be the Webhook URL, not "slug"',
		],
	])('that %s is refused', async (_, url, clear, message) => {
		const error = errorOf(await site.run(update({ clearFields: [clear] }), [{ url }]));
		expect(error.message).toBe(`${message} [Item 0]`);
		expect(await site.received()).toEqual([]);
	});
});
