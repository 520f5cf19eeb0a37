// LeadGenius as its own tests use it: a campaign, and the notifications that it sends.
import type { Delivery } from '../../sandbox/client.mts';
import type { VendorSite } from './site.mts';

/** Records are finalized when a test says so, and told at once. */
export const BY_HAND = {
	requestsPerMinute: 0,
	recordsPerSecond: 'never',
	webhookDelayMs: 0,
} as const;

export const SLUG = 'acme-2026';
const COMPANIES = ['Acme', 'Bolt', 'Corp'];

/** Input items with the companies that tests send. */
export const companies = COMPANIES.map((company) => ({ org_company_name: company }));

/** Uploads the companies as somebody else; their records get the IDs 123001, 123002 and 123003. */
export async function uploadCompanies(site: VendorSite): Promise<void> {
	const body = { slug: SLUG, type: 'datahub', fields: ['org_phone'], records: companies };
	await site.call('POST', '/api/v1/enrichment/upload/', body);
}

/** Resolves when so many notifications have their answer; returns all of them. */
export async function answered({ sandbox }: VendorSite, count: number): Promise<Delivery[]> {
	for (;;) {
		const deliveries = await sandbox.leadGenius.deliveries();
		const isDone = ({ status, error }: Delivery) => status !== null || error !== null;
		if (deliveries.filter(isDone).length >= count) return deliveries;
	}
}

/** Where the campaign sends its notifications. */
export async function webhookUrlOf({ sandbox }: VendorSite): Promise<string | null | undefined> {
	const { leadGenius } = await sandbox.state();
	return leadGenius.campaigns.find(({ slug }) => slug === SLUG)?.webhook_url;
}
