// Dry runs of what does more at LeadGenius than send one request: it sleeps, asks first, asks again.
import {
	companies,
	SLUG,
	BY_HAND,
	upload,
	uploadAndWait,
	uploadsOf,
} from '../../support/leadGenius.mts';
import { shownRequest } from '../../support/generated/dryRun.mts';
import { useListener } from '../../support/listener.mts';
import { linksOf, recordOf } from '../../support/results.mts';
import { useVendor } from '../../support/site.mts';
import { leadGenius } from '../../support/vendors/leadGenius.mts';
import { startExecution } from '../../support/waiting.mts';

const site = useVendor({ ...leadGenius, settings: { leadGenius: { ...BY_HAND, rapidMs: 0 } } });
const listener = useListener();

describe('Upload and Wait', () => {
	test('does not sleep, and shows the upload without the address of the execution', async () => {
		const parameters = uploadAndWait({ dryRun: true, batchSize: 2 });
		const execution = await startExecution(site, listener, parameters, companies);
		expect(execution.status).toBe('success');
		const { items } = await execution.ended;
		expect(items.map(({ json }) => json)).toEqual(
			companies.map((company, at) => ({
				dry_run: true,
				request: {
					method: 'POST',
					url: `${site.sandbox.url}/api/v1/enrichment/upload/`,
					body: { slug: SLUG, type: 'datahub', fields: ['org_phone'], records: [company] },
				},
				request_number: at < 2 ? 1 : 2,
				items_in_request: at < 2 ? 2 : 1,
				asked_first: [
					'where the campaign sends its notifications, which will be to this execution',
				],
			})),
		);
		expect(execution.stored).not.toContain('webhook-waiting');
		expect(await site.received()).toEqual([]);
	});

	test('waits for the items that are not dry, and gives the others out in their places', async () => {
		const parameters = uploadAndWait({ dryRun: '={{ $json.org_company_name !== "Bolt" }}' });
		const execution = await startExecution(site, listener, parameters, companies);
		expect(execution.status).toBe('waiting');
		const [sent, ...others] = await uploadsOf(site);
		expect(others).toEqual([]);
		expect(sent?.records).toEqual([{ org_company_name: 'Bolt' }]);
		await site.sandbox.leadGenius.finalize(SLUG);
		const { items } = await execution.ended;
		expect(items.map(linksOf)).toEqual([[0], [1], [2]]);
		expect(items.map(({ json }) => json.dry_run ?? json.org_company_name)).toEqual([
			true,
			'Bolt',
			true,
		]);
	});

	test('goes to a campaign of its own run, which nobody is asked about', async () => {
		const parameters = uploadAndWait({ dryRun: true, ownCampaignPerRun: true });
		const execution = await startExecution(site, listener, parameters, companies);
		const [first] = (await execution.ended).items;
		const { body } = shownRequest(site, first?.json ?? {});
		expect(recordOf(body).slug).toMatch(/^acme-2026-\d+$/);
		expect(first?.json).not.toHaveProperty('asked_first');
	});
});

describe('Upload', () => {
	test('says what would be asked before', async () => {
		const options = { skipRecordsInCampaign: true, stopIfUsageIsTooLow: true, dryRun: true };
		const { items } = await site.run(upload(options), companies);
		expect(items.map(({ json }) => json.asked_first)).toEqual(
			companies.map(() => [
				'which records the campaign has: those are not sent',
				'how many records are left: nothing is sent where more are to be sent',
			]),
		);
		expect(await site.received()).toEqual([]);
	});
});

describe('Campaign', () => {
	test('Create shows each item a body of its own: who changes one changes no other', async () => {
		const parameters = {
			resource: 'campaign',
			operation: 'create',
			dataMode: 'json',
			jsonBody: '{"name": "Spring", "columns": ["org_website"]}',
			options: { dryRun: true },
		};
		const { items } = await site.run(parameters, [{}, {}]);
		const [first, second] = items.map(({ json }) => recordOf(json.request).body);
		expect(first).toEqual({ name: 'Spring', columns: ['org_website'] });
		expect(second).toEqual(first);
		expect(second).not.toBe(first);
	});
});

describe('Rapid Enrichment', () => {
	test('Create and Wait shows its first request, and waits for nothing', async () => {
		const parameters = {
			resource: 'rapidEnrichment',
			operation: 'createAndWait',
			enrichmentType: 'contact',
			data: { contact_email: 'ada@x.example' },
		};
		const dry = await site.run({ ...parameters, options: { dryRun: true } });
		expect(await site.received()).toEqual([]);
		await site.run(parameters);
		const [sent] = await site.received();
		expect(sent).toMatchObject(shownRequest(site, dry.items[0]?.json ?? {}));
	});
});
