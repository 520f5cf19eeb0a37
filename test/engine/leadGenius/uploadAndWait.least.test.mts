// Record > Upload and Wait with a LeadGenius that tells no more than its documents promise: an upload
// is answered with nothing, what is not finalized is not listed, duplicates are dropped.
import type { IDataObject } from 'n8n-workflow';
import type { FaultRuleInput } from '../../../sandbox/client.mts';
import {
	BY_HAND,
	companies,
	SLUG,
	sayComplete,
	UPLOAD_PATH,
	uploadAndWait,
	uploadsOf,
} from '../../support/leadGenius.mts';
import { useListener } from '../../support/listener.mts';
import { linksOf } from '../../support/results.mts';
import { useVendor } from '../../support/site.mts';
import { leadGenius } from '../../support/vendors/leadGenius.mts';
import { startExecution } from '../../support/waiting.mts';

const site = useVendor({ ...leadGenius, settings: { leadGenius: BY_HAND } });
const listener = useListener();

const RETRIEVE_PATH = '/api/v1/enrichment/retrieve/';
const FINALIZED = '2026-01-01T10:00:00';

/** So many of the companies, finalized, with IDs or without. */
const finalized = (count: number, firstId?: number): IDataObject[] =>
	companies.slice(0, count).map((data, at) => ({
		...(firstId !== undefined && { id: firstId + at }),
		finalized: FINALIZED,
		created: FINALIZED,
		status: 'finalized_complete',
		data,
	}));

/** The form of the document, in which dropped and unlisted records are counted all the same. */
const listed = (count: number, firstId?: number): IDataObject => ({
	count,
	next: null,
	previous: null,
	results: finalized(count, firstId),
	count_uploaded: 3,
	count_enriched: count,
});

/** The form of newer documents. */
const told = (status: string, count: number): IDataObject => ({
	status,
	records: finalized(count),
});

const fault = async (rule: FaultRuleInput) => {
	await site.sandbox.fault(rule);
};

/** How often LeadGenius gives an answer: as often as it is asked for once whether all is done. */
interface Times {
	readonly times: number;
}

/** LeadGenius answers the next reads of the campaign so. */
async function retrieves(body: IDataObject, { times }: Times): Promise<void> {
	await fault({ kind: 'wrongType', body, path: RETRIEVE_PATH, method: 'GET', times });
}

/** An upload that is taken without a word; while the node looks whether it is done, nothing is listed. */
async function startBlind() {
	await fault({ kind: 'empty', when: 'after', path: UPLOAD_PATH, method: 'POST' });
	await retrieves(listed(0), { times: 2 });
	const execution = await startExecution(site, listener, uploadAndWait(), companies);
	const [upload] = await uploadsOf(site);
	return { execution, url: upload?.webhook_url };
}

/** An upload whose answer names three IDs, of which only what is added exists. */
async function startNamed(existing: readonly IDataObject[]) {
	const records = [123_001, 123_002, 123_003];
	await fault({ kind: 'wrongType', body: { records }, path: UPLOAD_PATH, method: 'POST' });
	const execution = await startExecution(site, listener, uploadAndWait(), companies);
	const [upload] = await uploadsOf(site);
	const body = { slug: SLUG, type: 'datahub', fields: ['org_phone'], records: existing };
	await site.call('POST', UPLOAD_PATH, { ...body, webhook_url: upload?.webhook_url });
	return { execution, url: upload?.webhook_url };
}

const names = (items: readonly { json: IDataObject }[]) =>
	items.map(({ json }) => json.org_company_name ?? json.error);
const NONE = 'LeadGenius returned no record for this item';

describe('an upload without a word', () => {
	test('does not end at once with nothing', async () => {
		const { execution } = await startBlind();
		expect(execution.status).toBe('waiting');
		expect(execution.result.items).toEqual([]);
	});

	test('ends with the word that all is done, each record in its place', async () => {
		const { execution, url } = await startBlind();
		await retrieves(listed(3, 9), { times: 3 });
		expect(await sayComplete(url)).toBe(200);
		const { items } = await execution.ended;
		expect(names(items)).toEqual(['Acme', 'Bolt', 'Corp']);
		expect(items.map(linksOf)).toEqual([[0], [1], [2]]);
	});

	test('ends also when fewer records came of it than it had', async () => {
		const { execution, url } = await startBlind();
		await retrieves(listed(2, 9), { times: 3 });
		expect(await sayComplete(url)).toBe(200);
		expect(names((await execution.ended).items)).toEqual(['Acme', 'Bolt', NONE]);
	});

	test('goes on when the word came before any of its records', async () => {
		const { execution, url } = await startBlind();
		await retrieves(listed(0), { times: 3 });
		expect(await sayComplete(url)).toBe(200);
		expect(execution.status).toBe('waiting');
	});

	test('ends at once when every record of it is there, and no other is due', async () => {
		await fault({ kind: 'empty', when: 'after', path: UPLOAD_PATH, method: 'POST' });
		await retrieves(listed(3, 9), { times: 3 });
		const execution = await startExecution(site, listener, uploadAndWait(), companies);
		expect(execution.status).toBe('success');
		expect(names((await execution.ended).items)).toEqual(['Acme', 'Bolt', 'Corp']);
	});

	test('does not end at once with the records of an earlier one', async () => {
		await fault({ kind: 'empty', when: 'after', path: UPLOAD_PATH, method: 'POST' });
		await retrieves({ ...listed(3, 9), count_uploaded: 6 }, { times: 3 });
		const execution = await startExecution(site, listener, uploadAndWait(), companies);
		expect(execution.status).toBe('waiting');
	});
});

describe('the newer form, without IDs and numbers', () => {
	test('goes on while the campaign is in progress, and ends when it is completed', async () => {
		const { execution, url } = await startBlind();
		await retrieves(told('In-Progress', 1), { times: 1 });
		expect(await sayComplete(url)).toBe(200);
		expect(execution.status).toBe('waiting');
		await retrieves(told('Completed', 3), { times: 2 });
		expect(await sayComplete(url)).toBe(200);
		expect(names((await execution.ended).items)).toEqual(['Acme', 'Bolt', 'Corp']);
	});

	test('gives out each record once, also when the upload told IDs', async () => {
		const { execution, url } = await startNamed(companies);
		await retrieves(told('Completed', 3), { times: 2 });
		expect(await sayComplete(url)).toBe(200);
		expect(names((await execution.ended).items)).toEqual(['Acme', 'Bolt', 'Corp']);
	});
});

describe('records that were dropped', () => {
	test('are no unfinished ones: their items get an error', async () => {
		const { execution } = await startNamed(companies.slice(0, 2));
		expect(execution.status).toBe('waiting');
		await site.sandbox.leadGenius.finalize(SLUG);
		const { items } = await execution.ended;
		expect(names(items)).toEqual(['Acme', 'Bolt', NONE]);
		expect(items.map(linksOf)).toEqual([[0], [1], [2]]);
	});

	test('do not end the wait without the word: they may be unfinished ones that are not listed', async () => {
		const records = [123_001, 123_002, 123_003];
		await fault({ kind: 'wrongType', body: { records }, path: UPLOAD_PATH, method: 'POST' });
		await retrieves(listed(2, 123_001), { times: 1 });
		await retrieves(listed(0), { times: 1 });
		const execution = await startExecution(site, listener, uploadAndWait(), companies);
		expect(execution.status).toBe('waiting');
	});

	test('do not end it while the campaign is in progress', async () => {
		const { execution, url } = await startNamed(companies.slice(0, 2));
		await retrieves(listed(2, 123_001), { times: 1 });
		await retrieves(listed(0), { times: 1 });
		await retrieves(told('In-Progress', 2), { times: 1 });
		expect(await sayComplete(url)).toBe(200);
		expect(execution.status).toBe('waiting');
	});

	test('do not end the wait while another one is seen to be at work', async () => {
		await site.sandbox.reset({ leadGenius: { ...BY_HAND, listsWaiting: true } });
		const { execution, url } = await startNamed(companies.slice(0, 2));
		await site.sandbox.leadGenius.finalize(SLUG, 1);
		expect(await sayComplete(url)).toBe(200);
		expect(execution.status).toBe('waiting');
	});

	test('of a campaign that was done first do not hold up the others', async () => {
		const records = [123_001, 123_002];
		await fault({ kind: 'wrongType', body: { records }, path: UPLOAD_PATH, method: 'POST' });
		const campaignSlug = '={{ $json.org_company_name === "Corp" ? "other" : "acme-2026" }}';
		const parameters = uploadAndWait({ requestsInParallel: 1 }, { campaignSlug });
		const execution = await startExecution(site, listener, parameters, companies);
		const [upload] = await uploadsOf(site);
		const url = upload?.webhook_url;
		await site.call('POST', UPLOAD_PATH, {
			slug: SLUG,
			type: 'datahub',
			fields: ['org_phone'],
			records: companies.slice(1, 2),
			webhook_url: url,
		});
		await site.sandbox.leadGenius.finalize(SLUG);
		await sayComplete(url);
		expect(execution.status).toBe('waiting');
		await site.sandbox.leadGenius.finalize('other');
		await sayComplete(url, { slug: 'other' });
		expect(names((await execution.ended).items)).toEqual([NONE, 'Bolt', 'Corp']);
	});
});
