// An example of every LeadGenius operation but rapid enrichment (LeadGenius API Docs; what changes
// campaigns is in newer public documents).
import type { OperationCase, SpecialCase, PreparedVendor } from '../vendor.mts';
import { rapidEnrichmentCases } from './leadGeniusRapid.mts';
import { undescribed } from './undescribed.mts';

const API = '/api/v1';
const SLUG = 'acme-2026';
const HOOK = 'http://127.0.0.1:9/hook';

const slug = { slug: SLUG };
const campaignSlug = '={{ $json.slug }}';
/** "The slug can contain letters, numbers, underscores, or hyphens, but not spaces." */
const badSlug = { item: { slug: 'two words' }, field: 'Campaign Slug' };

const columns = {
	mappingMode: 'defineBelow',
	value: { org_company_name: '={{ $json.company }}' },
};
const companies = [
	{ ...slug, company: 'Acme' },
	{ ...slug, company: 'Bolt' },
] as const;
const fields = ['org_website', 'org_phone'];

/** Uploads two records as somebody else; they get the IDs 123001 and 123002. */
async function makeRecords(site: PreparedVendor): Promise<void> {
	const records = companies.map(({ company }) => ({ org_company_name: company }));
	const body = { ...slug, type: 'datahub', fields, records };
	await site.call('POST', `${API}/enrichment/upload/`, body);
}

/** The example of each operation, by 'resource.operation'. */
export const leadGeniusCases: Readonly<Record<string, OperationCase | SpecialCase>> = {
	'record.upload': {
		parameters: { campaignSlug, jobType: 'datahub', fields, columns },
		options: { batchSize: 1, webhookUrl: HOOK },
		items: companies,
		bad: badSlug,
		request: {
			method: 'POST',
			path: `${API}/enrichment/upload/`,
			body: {
				...slug,
				type: 'datahub',
				fields,
				records: [{ org_company_name: 'Acme' }],
				webhook_url: HOOK,
			},
		},
		output: { ...slug, type: 'datahub', records_sent: 1 },
		...undescribed({ ...slug, records_sent: 1 }),
		// The first of "Specific Errors".
		refusedField: ['type', 'Job Type'],
	},
	'record.uploadToCampaign': {
		parameters: { campaignSlug, columns },
		options: { batchSize: 1 },
		items: companies,
		bad: badSlug,
		request: {
			method: 'POST',
			path: `${API}/enrichment/upload/${SLUG}/`,
			body: { ...slug, records: [{ org_company_name: 'Acme' }] },
		},
		output: { ...slug, records_sent: 1 },
		// No document describes the answer.
		undocumented: { ...slug, records_sent: 1 },
		refusedField: ['records', 'Columns'],
		prepare: makeRecords,
	},
	'record.uploadAndWait': {
		elsewhere: 'uploadAndWait.test.mts: the execution sleeps',
		parameters: { campaignSlug, jobType: 'datahub', fields, columns },
		items: companies,
		bad: badSlug,
	},
	'record.getAll': {
		parameters: {
			campaignSlug,
			returnAll: false,
			limit: 1,
			filters: {
				recordIds: '={{ $json.ids }}',
				finalizedFrom: '2022-01-02T00:00:00',
				finalizedTo: '2099-01-03T18:03:11Z',
			},
			simplify: true,
		},
		items: [
			{ ...slug, ids: '123001, 123002' },
			{ ...slug, ids: '123002' },
		],
		bad: { item: { ids: 'the first' }, field: 'Record IDs' },
		request: {
			method: 'GET',
			path: `${API}/enrichment/retrieve/${SLUG}/`,
			query: {
				id: ['123001', '123002'],
				finalized_from: '2022-01-02T00:00:00Z',
				finalized_to: '2099-01-03T18:03:11Z',
			},
		},
		output: { id: 123_001, status: 'finalized_complete', org_company_name: 'Acme' },
		refusedField: ['finalized_from', 'Finalized From'],
		prepare: makeRecords,
	},
	'campaign.create': {
		parameters: {
			name: '={{ $json.name }}',
			columnsToReturn: fields,
			additionalFields: {
				precision: 'false',
				webhookUrl: HOOK,
				contactsPerCompany: 12,
				contacts: {
					values: [
						{
							priority: 1,
							seniority: 'VP',
							department: 'Sales',
							keywords: 'growth, demand',
							condition: 'AND',
						},
					],
				},
				companies: { values: { zipCodes: '02139, 94105' } },
			},
		},
		items: [{ name: 'Spring accounts' }, { name: 'Autumn accounts' }],
		bad: { item: { name: '' }, field: 'Name' },
		request: {
			method: 'POST',
			path: `${API}/enrichment/campaigns/`,
			body: {
				name: 'Spring accounts',
				columns: fields,
				precision: false,
				webhook_url: HOOK,
				contacts_per_company: 12,
				contacts: [
					{
						priority: 1,
						seniority: 'VP',
						department: 'Sales',
						keywords: ['growth', 'demand'],
						condition: 'AND',
					},
				],
				companies: { zip_code: ['02139', '94105'] },
			},
		},
		output: { slug: 'spring-accounts', name: 'Spring accounts', webhook_url: HOOK },
		refusedField: ['contacts_per_company', 'Contacts per Company'],
	},
	'campaign.getStatus': {
		parameters: { campaignSlug },
		items: [slug, slug],
		bad: badSlug,
		request: { method: 'GET', path: `${API}/enrichment/retrieve/${SLUG}/` },
		output: { ...slug, count: 2, count_uploaded: 2, count_enriched: 2, complete: true },
		prepare: makeRecords,
	},
	'campaign.getUploadSample': {
		parameters: { campaignSlug },
		items: [slug, slug],
		bad: { item: { slug: '' }, field: 'Campaign Slug' },
		request: { method: 'GET', path: `${API}/enrichment/upload/${SLUG}/` },
		output: { ...slug, type: 'datahub', fields },
		prepare: makeRecords,
	},
	'campaign.update': {
		parameters: { campaignSlug, webhookUrl: '={{ $json.url }}' },
		items: [
			{ ...slug, url: HOOK },
			{ ...slug, url: `${HOOK}/other` },
		],
		bad: { item: { url: 'nowhere' }, field: 'Webhook URL' },
		request: {
			method: 'PATCH',
			path: `${API}/enrichment/update/${SLUG}/`,
			body: { webhook_url: HOOK },
		},
		output: { ...slug, webhook_url: HOOK },
		...undescribed({ success: true }),
		refusedField: ['webhook_url', 'Webhook URL'],
		prepare: makeRecords,
	},
	'exclusion.upload': {
		parameters: {
			entity: '={{ $json.entity }}',
			columns: { mappingMode: 'defineBelow', value: { org_website: '={{ $json.website }}' } },
		},
		options: { batchSize: 1 },
		items: [
			{ entity: 'org', website: 'earthstar.org' },
			{ entity: 'org', website: 'simplefake.org' },
		],
		bad: { item: { entity: 'house' }, field: 'Entity' },
		request: {
			method: 'POST',
			path: `${API}/exclusion/upload/`,
			body: { records: [{ entity: 'org', org_website: 'earthstar.org' }] },
		},
		output: { records_sent: 1, count_uploaded: 1 },
		...undescribed({ records_sent: 1 }),
		refusedField: ['entity', 'Entity'],
	},
	'usage.get': {
		request: { method: 'GET', path: `${API}/enrichment/status/` },
		output: { total: { uploaded: 0, enriched: 0 }, current_period: { remaining: 100_000 } },
	},
	...rapidEnrichmentCases,
};
