// Campaigns: POST enrichment/campaigns/ and PATCH enrichment/update/{slug}/ (newer documents), GET
// enrichment/retrieve/{slug}/ ("Campaign Status").
import type { VendorAnswer, VendorRequest } from '../vendor.mts';
import { recordAnswer } from './campaign.mts';
import type { Campaign, StoredRecord } from './campaign.mts';
import { allowedFields } from './campaigns.mts';
import { checkCompanies, readRules } from './contacts.mts';
import { Filters } from './filters.mts';
import { Input, REQUIRED, noChoice } from './input.mts';
import { pageOf } from './paging.mts';
import type { Origins } from './paging.mts';
import type { LeadGeniusStore } from './store.mts';

/** Uploads to a campaign of the API name the type that the document shows for Dashboard's. */
const CAMPAIGN_TYPE = 'datahub';

/**
 * Answers the slug, made of the name, and as documented name and webhook URL; otherwise also the type
 * for uploads and what was sent.
 */
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
	const { campaignForm, errorForm } = store.settings;
	const contacts = readRules(input, campaignForm);
	const precision = input.value('precision') ?? null;
	if (campaignForm === 'documented') {
		checkCompanies(input);
		if (precision !== null && typeof precision !== 'boolean') {
			input.problems.add('precision', 'Must be a valid boolean.');
		}
	}
	const webhookUrl = input.url('webhook_url') ?? null;
	input.problems.check(errorForm);

	const slug = store.campaigns.freeSlug(name);
	const parts = { slug, type: CAMPAIGN_TYPE, dashboard: false, fields: columns };
	store.campaigns.create(parts).webhookUrl = webhookUrl;
	const documented = { slug, name, webhook_url: webhookUrl };
	if (campaignForm === 'documented') return { status: 201, body: documented };
	const sent = { columns, precision, contacts_per_company: perCompany, contacts };
	return { status: 201, body: { ...documented, type: CAMPAIGN_TYPE, ...sent } };
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
		input.problems.add('webhook_url', REQUIRED);
	}
	const webhookUrl = input.url('webhook_url');
	input.problems.check(store.settings.errorForm);
	campaign.webhookUrl = webhookUrl ?? null;
	if (store.settings.updateAnswer === 'empty') return { status: 200, body: undefined };
	return { status: 200, body: { slug, webhook_url: campaign.webhookUrl } };
}

/** `count` is that of the filtered list. Records that wait are left out where the settings say so. */
export function retrieve(
	store: LeadGeniusStore,
	request: VendorRequest,
	slug: string,
	origins: Origins,
): VendorAnswer {
	const campaign = store.campaigns.known(slug);
	const filters = new Filters(request);
	const ids = filters.ids();
	const isInTime = filters.times('finalized');
	const isTimed = filters.hasTimes('finalized');
	filters.problems.check(store.settings.errorForm);

	const now = Date.now();
	const finalized = campaign.finalizedAt(now);
	const { listsWaiting, retrieveForm } = store.settings;
	const hasWaiting = listsWaiting && !isTimed;
	const listed = hasWaiting ? campaign.records : campaign.records.slice(0, finalized);
	const records = listed.filter(
		(record) => (ids?.has(record.id) ?? true) && (!isTimed || isInTime(record.dueAt)),
	);
	if (retrieveForm === 'status') return statusAnswer(campaign, records, now);
	const page = pageOf(records, request, origins);
	const body = {
		...page,
		results: page.results.map((record) => recordAnswer(record, now)),
		count_uploaded: campaign.uploaded,
		count_enriched: campaign.enrichedOf(finalized),
	};
	return { status: 200, body };
}

/** The newer form: no ids, and as it shows no links, no pages either. */
function statusAnswer(
	campaign: Campaign,
	records: readonly StoredRecord[],
	now: number,
): VendorAnswer {
	const isDone = campaign.finalizedAt(now) === campaign.records.length;
	const shown = records.map((record) => {
		const { finalized, created, status, data } = recordAnswer(record, now);
		return { finalized, created, status, data };
	});
	return { status: 200, body: { status: isDone ? 'Completed' : 'In-Progress', records: shown } };
}
