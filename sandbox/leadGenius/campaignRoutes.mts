// Campaigns: POST enrichment/campaigns/ and PATCH enrichment/update/{slug}/ (newer documents), GET
// enrichment/retrieve/{slug}/ ("Campaign Status").
import type { VendorAnswer, VendorRequest } from '../vendor.mts';
import { recordAnswer } from './campaign.mts';
import { allowedFields } from './campaigns.mts';
import { readRules } from './contacts.mts';
import { Filters } from './filters.mts';
import { Input, noChoice } from './input.mts';
import { pageOf } from './paging.mts';
import type { LeadGeniusStore } from './store.mts';

/** Uploads to a campaign of the API name the type that the document shows for Dashboard's. */
const CAMPAIGN_TYPE = 'datahub';

/** Answers the slug, made of the name, the type for uploads, and what was sent. */
export function createCampaign(store: LeadGeniusStore, request: VendorRequest): VendorAnswer {
	const input = new Input(request);
	const name = input.text('name');
	const allowed = allowedFields(undefined);
	const columns = input.fullList('columns').flatMap((column) => {
		if (typeof column === 'string' && allowed.has(column)) return [column];
		input.problems.add('columns', noChoice(column));
		return [];
	});
	const perCompany = input.value('contacts_per_company') ?? null;
	if (perCompany !== null && (!Number.isInteger(perCompany) || Number(perCompany) < 1)) {
		input.problems.add('contacts_per_company', 'A valid integer is required.');
	}
	const contacts = readRules(input);
	const webhookUrl = input.url('webhook_url') ?? null;
	input.problems.check();

	const slug = store.campaigns.freeSlug(name);
	const parts = { slug, type: CAMPAIGN_TYPE, dashboard: false, fields: columns };
	store.campaigns.create(parts).webhookUrl = webhookUrl;
	const body = {
		slug,
		name,
		type: CAMPAIGN_TYPE,
		columns,
		precision: input.value('precision') ?? null,
		webhook_url: webhookUrl,
		contacts_per_company: perCompany,
		contacts,
	};
	return { status: 201, body };
}

/** Null or blank takes the URL away. */
export function updateCampaign(
	store: LeadGeniusStore,
	request: VendorRequest,
	slug: string,
): VendorAnswer {
	const campaign = store.campaigns.known(slug);
	const input = new Input(request);
	if (input.value('webhook_url') === undefined) {
		input.problems.add('webhook_url', 'This field is required.');
	}
	const webhookUrl = input.url('webhook_url');
	input.problems.check();
	campaign.webhookUrl = webhookUrl ?? null;
	return { status: 200, body: { slug, webhook_url: campaign.webhookUrl } };
}

/** All records, also those that wait; `count` is that of the filtered list. */
export function retrieve(
	store: LeadGeniusStore,
	request: VendorRequest,
	slug: string,
	nextOrigin: string | undefined,
): VendorAnswer {
	const campaign = store.campaigns.known(slug);
	const filters = new Filters(request);
	const ids = filters.ids();
	const isInTime = filters.times('finalized');
	const isTimed = filters.hasTimes('finalized');
	filters.problems.check();

	const now = Date.now();
	const finalized = campaign.finalizedAt(now);
	const records = (isTimed ? campaign.records.slice(0, finalized) : campaign.records).filter(
		(record) => (ids?.has(record.id) ?? true) && (!isTimed || isInTime(record.dueAt)),
	);
	const page = pageOf(records, request, nextOrigin);
	const body = {
		...page,
		results: page.results.map((record) => recordAnswer(record, now)),
		count_uploaded: campaign.records.length,
		count_enriched: campaign.enrichedOf(finalized),
	};
	return { status: 200, body };
}
