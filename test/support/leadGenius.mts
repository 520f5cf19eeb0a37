// LeadGenius as its own tests use it: a campaign, and the notifications that it sends.
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { z } from 'zod';
import type { Delivery } from '../../sandbox/client.mts';
import type { Listener } from './listener.mts';
import type { VendorSite } from './site.mts';
import { watchWebhook, type WatchedWebhook } from './webhookTrigger.mts';

/** Records are finalized when a test says so, and told at once. */
export const BY_HAND = {
	requestsPerMinute: 0,
	recordsPerSecond: 'never',
	webhookDelayMs: 0,
} as const;

export const UPLOAD_PATH = '/api/v1/enrichment/upload/';
export const SLUG = 'acme-2026';
const COMPANIES = ['Acme', 'Bolt', 'Corp'];

/** Input items with the companies that tests send. */
export const companies = COMPANIES.map((company) => ({ org_company_name: company }));

/** Uploads the companies as somebody else; their records get the IDs 123001, 123002 and 123003. */
export async function uploadCompanies(site: VendorSite): Promise<void> {
	const body = { slug: SLUG, type: 'datahub', fields: ['org_phone'], records: companies };
	await site.call('POST', UPLOAD_PATH, body);
}

/**
 * An active trigger of the campaign. Not every LeadGenius tells where a campaign sends its
 * notifications: the trigger is told that nothing else uses it.
 */
export async function watchCampaign(
	site: VendorSite,
	listener: Listener,
	{ options, ...parameters }: INodeParameters & { readonly options?: INodeParameters } = {},
): Promise<WatchedWebhook> {
	const trigger = watchWebhook(site, listener, {
		campaignSlug: SLUG,
		options: { ownAddress: listener.url, ...options },
		...parameters,
	});
	await trigger.activate();
	return trigger;
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
export async function webhookUrlOf(
	site: VendorSite,
	slug = SLUG,
): Promise<string | null | undefined> {
	return (await campaignOf(site, slug))?.webhook_url;
}

/** Sets where the campaign sends its notifications, as somebody else; null for nowhere. */
export async function setWebhookUrl(site: VendorSite, url: string | null): Promise<void> {
	await site.call('PATCH', `/api/v1/enrichment/update/${SLUG}/`, { webhook_url: url });
}

const refusal = z.object({ message: z.string(), description: z.string().nullish() });

/** The error that something ends with, as n8n shows it. */
export async function refusalOf(work: Promise<unknown>): Promise<z.infer<typeof refusal>> {
	const error = await work.then(
		() => undefined,
		(reason: unknown) => reason,
	);
	return refusal.parse(error);
}

/** Parameters that upload each item with all its fields. */
export function upload(options: INodeParameters = {}, more: INodeParameters = {}): INodeParameters {
	return {
		resource: 'record',
		operation: 'upload',
		campaignSlug: SLUG,
		jobType: 'datahub',
		fields: ['org_phone'],
		columns: { mappingMode: 'autoMapInputData', value: null },
		...more,
		options,
	};
}

/**
 * So many items of accounts that differ.
 *
 * @param first the number of the first one: other numbers are other accounts
 */
export function accountItems(count: number, first = 0): IDataObject[] {
	return Array.from({ length: count }, (_, at) => ({
		org_website: `company-${first + at}.example`,
	}));
}

/** Uploads so many accounts as somebody else; the first records get the IDs from 123001 on. */
export async function uploadAccounts(site: VendorSite, count: number, first = 0): Promise<void> {
	const body = { slug: SLUG, type: 'datahub', records: accountItems(count, first) };
	await site.call('POST', UPLOAD_PATH, body);
}

/** The IDs of the first records. */
export const idsUpTo = (count: number): number[] =>
	Array.from({ length: count }, (_, at) => 123_001 + at);

/** The IDs of the records that a trigger gave out, in order of size. */
export function idsOf({ runs }: WatchedWebhook): number[] {
	const ids = runs.flat().map(({ id }) => Number(id));
	return ids.toSorted((a, b) => a - b);
}

const uploadShape = z.object({
	slug: z.string(),
	type: z.string(),
	fields: z.array(z.string()).optional(),
	records: z.array(z.record(z.string())),
	webhook_url: z.string().optional(),
});

/** The uploads that the node sent, in the order of their arrival. */
export async function uploadsOf(site: VendorSite): Promise<Array<z.infer<typeof uploadShape>>> {
	const requests = await site.received();
	return requests
		.filter(({ method, path }) => method === 'POST' && path === UPLOAD_PATH)
		.map(({ body }) => uploadShape.parse(body));
}

/** The same, and wait for LeadGenius. */
export function uploadAndWait(
	options: INodeParameters = {},
	more: INodeParameters = {},
): INodeParameters {
	return { ...upload(options, more), operation: 'uploadAndWait' };
}

/** A campaign as it stands at LeadGenius. */
export async function campaignOf({ sandbox }: VendorSite, name = SLUG) {
	const { leadGenius } = await sandbox.state();
	return leadGenius.campaigns.find(({ slug }) => slug === name);
}

/** Calls an address as LeadGenius does when it says of a campaign that all is done. */
export async function sayComplete(
	url: string | null | undefined,
	more: IDataObject = {},
	type = 'application/json',
): Promise<number> {
	const notification = { slug: SLUG, records: [], uploaded: 3, enriched: 3, complete: true };
	const body = JSON.stringify({ ...notification, ...more });
	const headers = { 'content-type': type };
	const response = await fetch(url ?? '', { method: 'POST', headers, body });
	await response.text();
	return response.status;
}
