// Record > Upload and Wait: n8n links the nth output item to the nth input item when an execution
// goes on, so each record must be given out in the place of the item that it came from.
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import {
	accountItems,
	BY_HAND,
	companies,
	SLUG,
	UPLOAD_PATH,
	uploadAndWait,
	uploadsOf,
} from '../../support/leadGenius.mts';
import { useListener } from '../../support/listener.mts';
import { linksOf } from '../../support/results.mts';
import { useVendor, type RunMore } from '../../support/site.mts';
import { leadGenius } from '../../support/vendors/leadGenius.mts';
import { startExecution, type StartedExecution } from '../../support/waiting.mts';

const site = useVendor({ ...leadGenius, settings: { leadGenius: BY_HAND } });
const listener = useListener();

const start = (
	items: readonly IDataObject[],
	options: INodeParameters = {},
	more: Pick<RunMore, 'onError'> = {},
) => startExecution(site, listener, uploadAndWait(options), items, more);

/** Uploads records as somebody else. */
async function add(...records: readonly IDataObject[]): Promise<void> {
	const body = { slug: SLUG, type: 'datahub', fields: ['org_phone'], records };
	await site.call('POST', UPLOAD_PATH, body);
}

/** What the execution gives out once all records are finalized. */
async function finalized(execution: StartedExecution) {
	await site.sandbox.leadGenius.finalize(SLUG);
	return (await execution.ended).items;
}

describe('records whose IDs LeadGenius told', () => {
	beforeEach(async () => {
		const told = { uploadAnswer: 'ids', deduplicates: false, webhookGroup: 100 } as const;
		await site.sandbox.reset({ leadGenius: { ...BY_HAND, ...told } });
	});

	test('are in their places, also when a later batch was the first to be taken', async () => {
		const items = accountItems(250);
		await site.sandbox.fault({ kind: 'slow', ms: 300, path: UPLOAD_PATH, method: 'POST' });
		const execution = await start(items, { batchSize: 100 });
		const first = (await uploadsOf(site))[0]?.records[0];
		expect(first).toEqual(items[0]);
		await site.sandbox.leadGenius.finalize(SLUG);
		const output = (await execution.ended).items;
		expect(output.map(({ json }) => json.org_website)).toEqual(
			items.map(({ org_website }) => org_website),
		);
		expect(output.map(({ json }) => json.id)).not.toEqual(items.map((_, at) => 123_001 + at));
		expect(output.map(linksOf)).toEqual(items.map((_, at) => [at]));
	});

	test('are there however they ended', async () => {
		const output = await finalized(await start(accountItems(10)));
		const statuses = output.map(({ json }) => json.status);
		expect(statuses[5]).toBe('finalized_unenriched');
		expect(statuses[9]).toBe('finalized_cancelled');
		expect(output).toHaveLength(10);
	});

	test('leave the places of what was refused to errors', async () => {
		const items = [
			{ org_company_name: 'Acme' },
			{ org_company_name: 'Bolt', colour: 'red' },
			{ org_city: 'Rome' },
			{ org_company_name: 'Corp' },
		];
		const onError = 'continueRegularOutput';
		const output = await finalized(await start(items, { batchSize: 1 }, { onError }));
		expect(output.map(({ json }) => json.org_company_name ?? json.error)).toEqual([
			'Acme',
			expect.stringContaining('"colour" is not a valid field'),
			expect.stringContaining("'Columns' has no"),
			'Corp',
		]);
		expect(output.map(linksOf)).toEqual([[0], [1], [2], [3]]);
	});

	test('have the contacts that LeadGenius appended behind them', async () => {
		const execution = await start(companies);
		await add(
			{ org_company_name: 'Bolt', contact_last_name: 'Doe' },
			{ org_company_name: 'Stranger', contact_last_name: 'Ray' },
			{ org_company_name: 'Acme', contact_last_name: 'Fox' },
		);
		const output = await finalized(execution);
		const names = output.map(({ json }) => [json.org_company_name, json.contact_last_name]);
		expect(names).toEqual([
			['Acme', ''],
			['Bolt', ''],
			['Corp', ''],
			['Bolt', 'Doe'],
			['Acme', 'Fox'],
		]);
	});

	test('keep their places when the campaign had records of the same company before', async () => {
		await add({ org_company_name: 'Acme' }, { org_company_name: 'Bolt' });
		await site.sandbox.leadGenius.finalize(SLUG);
		const output = await finalized(await start(companies));
		expect(output.slice(0, 3).map(({ json }) => json.id)).toEqual([123_003, 123_004, 123_005]);
	});
});

describe('records whose IDs LeadGenius did not tell', () => {
	/** Starts with an answer that names none; what LeadGenius has taken follows by add(). */
	const startBlind = async (items: readonly IDataObject[]): Promise<StartedExecution> => {
		const body = { ok: true };
		await site.sandbox.fault({ kind: 'wrongType', body, path: UPLOAD_PATH, method: 'POST' });
		const execution = await start(items);
		expect(execution.status).toBe('waiting');
		return execution;
	};
	/** LeadGenius has taken these, and tells the execution of them. */
	const taken = async (...records: readonly IDataObject[]): Promise<void> => {
		const [upload] = await uploadsOf(site);
		await add(...records);
		const body = { webhook_url: upload?.webhook_url };
		await site.call('PATCH', `/api/v1/enrichment/update/${SLUG}/`, body);
	};
	const known: Array<[string, IDataObject, IDataObject]> = [
		[
			"the company's record ID",
			{ org_record_id: 'A1', org_website: 'x.example' },
			{ org_record_id: 'A2', org_website: 'x.example' },
		],
		[
			"the contact's record ID",
			{
				contact_record_id: 'C1',
				contact_last_name: 'Doe',
				org_record_id: 'A1',
				org_website: 'x.example',
			},
			{
				contact_record_id: 'C2',
				contact_last_name: 'Doe',
				org_record_id: 'A1',
				org_website: 'x.example',
			},
		],
		[
			'the email',
			{ contact_email: 'jane@x.example', org_record_id: 'A1', org_website: 'x.example' },
			{ contact_email: 'john@x.example', org_record_id: 'A1', org_website: 'x.example' },
		],
		[
			"the contact's name at the same company",
			{ contact_first_name: 'Jane', contact_last_name: 'Doe', org_website: 'x.example' },
			{ contact_first_name: 'John', contact_last_name: 'Doe', org_website: 'x.example' },
		],
		[
			"the contact's last name at the same company",
			{ contact_last_name: 'Doe', org_company_name: 'Acme' },
			{ contact_last_name: 'Ray', org_company_name: 'Acme' },
		],
		["the contact's last name", { contact_last_name: 'Doe' }, { contact_last_name: 'Ray' }],
		['the website', { org_website: 'a.example' }, { org_website: 'b.example' }],
		['the company name', { org_company_name: 'Acme' }, { org_company_name: 'Bolt' }],
	];

	test.each(known)('are told apart by %s', async (_, one, other) => {
		await site.sandbox.reset({ leadGenius: { ...BY_HAND, deduplicates: false } });
		const execution = await startBlind([one, other]);
		await taken(other, one);
		const output = await finalized(execution);
		expect(output.map(({ json }) => json)).toMatchObject([one, other]);
		expect(output.map(linksOf)).toEqual([[0], [1]]);
	});

	test('are found whatever the case, and how the address is written', async () => {
		const execution = await startBlind([
			{ org_website: 'https://www.Acme.example/' },
			{ contact_email: ' Jane@X.example' },
		]);
		await taken({ contact_email: 'jane@x.example' }, { org_website: 'acme.example' });
		const output = await finalized(execution);
		expect(output.map(({ json }) => json.id)).toEqual([123_002, 123_001]);
	});

	test('leave a place to an error when there is none for it', async () => {
		const execution = await startBlind(companies);
		await taken({ org_company_name: 'Corp' }, { org_company_name: 'Acme' });
		const output = await finalized(execution);
		expect(output.map(({ json }) => json.org_company_name ?? json.error)).toEqual([
			'Acme',
			'LeadGenius returned no record for this item',
			'Corp',
		]);
	});

	test('do not give their places to those of somebody else', async () => {
		const execution = await startBlind(companies);
		await taken({ org_company_name: 'Stranger' }, ...companies);
		const output = await finalized(execution);
		expect(output.map(({ json }) => json.org_company_name)).toEqual([
			'Acme',
			'Bolt',
			'Corp',
			'Stranger',
		]);
	});

	test('are waited for, also when somebody says too early that all are done', async () => {
		await site.sandbox.reset({ leadGenius: { ...BY_HAND, listsWaiting: true } });
		const execution = await startBlind(companies);
		await taken(...companies);
		await site.sandbox.leadGenius.finalize(SLUG, 1);
		const [delivery] = await site.sandbox.leadGenius.deliver({ slug: SLUG, complete: true });
		expect(delivery?.status).toBe(200);
		expect(execution.status).toBe('waiting');
		expect(await finalized(execution)).toHaveLength(3);
	});
});
