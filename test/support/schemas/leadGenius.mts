import type { PreparedVendor } from '../vendor.mts';
import type { VendorAnswers } from './answer.mts';

/** Uploads leads to a campaign that finds out all standard fields. */
async function uploadLeads(site: PreparedVendor): Promise<void> {
	const records = ['Lovelace', 'Babbage'].map((name) => ({
		org_company_name: `${name} Inc`,
		contact_last_name: name,
	}));
	const body = { slug: 'acme-2026', type: 'datahub', records };
	await site.call('POST', '/api/v1/enrichment/upload/', body);
}

/** LeadGenius API Docs, and its newer public documents. */
export const leadGeniusAnswers: VendorAnswers = {
	unknown: [['No document shows an answer', /^campaign\.update$|^rapidEnrichment\.getStats$/]],
	known: {
		'record.getAll': { prepare: uploadLeads },
		// A campaign of which no fields are asked for finds out all standard ones.
		'record.uploadAndWait': { parameters: { fields: [] } },
		'campaign.getUploadSample': { own: ['records'] },
	},
};
