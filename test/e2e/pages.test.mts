import { copyFileSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { storeCredential, withCredentials } from '../../demo/credentials.mts';
import { templateWith } from '../../demo/templates.mts';
import type { Item } from '../../host/execution.mts';
import { textWith } from '../support/results.mts';
import { goingOn, pagesWorkflow, TARGET, writeLeads } from './support/pages.mts';
import { useStage } from './support/stage.mts';

const folder = mkdtempSync(join(tmpdir(), 'outbound-leads-'));
const emails = Array.from({ length: 450 }, (_, index) => `lead-${index}@company.example`);
const upserts = '/api/external/v1/leads/upsert-leads';

const stage = useStage({ N8N_RESTRICT_FILE_ACCESS_TO: folder });

beforeEach(async () => {
	await stage.sandbox.reset();
});

async function makePages(file: string, goOn = false) {
	const workflow = pagesWorkflow(stage.credentials, file);
	const [stored] = await stage.n8n.importWorkflows([
		goOn ? goingOn(workflow, 'Create Pages') : workflow,
	]);
	return await stage.n8n.run(stored?.id ?? '');
}

/** The input item that an output item is linked to. */
function linkOf({ pairedItem }: Item): unknown {
	const link: unknown = Array.isArray(pairedItem) ? pairedItem[0] : pairedItem;
	return typeof link === 'object' && link !== null && 'item' in link ? link.item : link;
}

test('450 leads of a CSV file become pages by 3 requests, through a 429 and a 500', async () => {
	await stage.sandbox.fault({ kind: 'rateLimit', path: upserts, after: 1, retryAfter: 1 });
	await stage.sandbox.fault({ kind: 'status', path: upserts, after: 2, status: 500 });

	const execution = await makePages(writeLeads(folder, 'leads.csv', emails));

	expect(execution.error).toBeUndefined();
	expect(execution.status).toBe('success');
	const { items = [] } = execution.data['Create Pages'] ?? {};
	expect(items.map(({ json }) => json.email)).toEqual(emails);
	expect(items.map(linkOf)).toEqual(emails.map((_, index) => index));
	expect(items.every(({ json }) => /^https:\/\//.test(String(json.genpage_url)))).toBe(true);
	const sent = (await stage.sandbox.requests()).filter(({ path }) => path === upserts);
	expect(sent.map(({ fault }) => fault ?? 'none').sort()).toEqual([
		'none',
		'none',
		'none',
		'rateLimit',
		'status',
	]);
	const { leads, jobs } = (await stage.sandbox.state()).genPage;
	expect(leads.map(({ email }) => email).sort()).toEqual([...emails].sort());
	expect(jobs.map(({ total_rows }) => total_rows).sort()).toEqual([200, 200, 50].sort());
});

test('a bad lead in the middle stops the run before anything is sent', async () => {
	const execution = await makePages(
		writeLeads(folder, 'bad.csv', ['a@x.example', '', 'c@x.example']),
	);

	expect(execution.status).toBe('error');
	const error = execution.data['Create Pages']?.error;
	expect(error?.message).toContain("'Columns' has no 'email'");
	expect(error?.message).toContain('[Item 1]');
	expect((await stage.sandbox.summary()).total).toBe(0);
});

test('with continue-on-fail the good leads become pages and the bad one an error in its place', async () => {
	const file = writeLeads(folder, 'bad.csv', ['a@x.example', '', 'c@x.example']);
	const execution = await makePages(file, true);

	expect(execution.status).toBe('success');
	const { items = [] } = execution.data['Create Pages'] ?? {};
	expect(items.map(({ json }) => json.email ?? json.error)).toEqual([
		'a@x.example',
		expect.stringContaining("'Columns' has no 'email'"),
		'c@x.example',
	]);
	expect(items.map(linkOf)).toEqual([0, 1, 2]);
	expect((await stage.sandbox.state()).genPage.leads).toHaveLength(2);
});

test("an export of HubSpot's becomes pages as it is; its other columns become variables", async () => {
	const file = join(folder, 'hubspot.csv');
	const header = 'Record ID,First Name,Last Name,Email,Company Name,Website URL,Lead Status';
	const row = '501,Ada,Abbott,Ada@acme.example,Acme,https://www.acme.example/about,Open';
	writeFileSync(file, [header, row].join('\n'));

	const execution = await makePages(file);

	expect(execution.error).toBeUndefined();
	const [lead] = (await stage.sandbox.state()).genPage.leads;
	expect(lead?.values).toMatchObject({
		...{ email: 'Ada@acme.example', first_name: 'Ada', last_name: 'Abbott' },
		...{ company_name: 'Acme', company_domain: 'acme.example', 'Lead Status': 'Open' },
	});
	expect(execution.data['Page Links']?.items.map(({ json }) => json)).toEqual([
		{ email: 'Ada@acme.example', company: 'Acme', genpage_url: lead?.genpage_url },
	]);
});

test('accounts of a CSV file are enriched, get pages, and become contacts of Skarbe once', async () => {
	const { n8n, sandbox, credentials } = stage;
	await sandbox.reset({ leadGenius: { recordsPerSecond: 'never' } });
	await sandbox.skarbe.contacts.make({
		values: { email: 'Keller@driftwood.example', note: 'Old' },
	});
	const file = join(folder, 'accounts.csv');
	copyFileSync(join('demo', 'accounts.csv'), file);
	const workflow = templateWith('accounts-to-pages-and-crm', {
		'Read Accounts File': { fileSelector: file },
		'Create Pages': TARGET,
	});
	const [stored] = await n8n.importWorkflows([withCredentials(workflow, credentials)]);

	const executionId = await n8n.startRun(stored?.id ?? '');
	await n8n.waitForEnd(executionId, { until: ['waiting'] });
	const campaign = (await sandbox.state()).leadGenius.campaigns.at(-1);
	expect(campaign?.records.map(({ sent }) => sent)).toMatchObject(
		['001A', '002A', '003A', '004A', '005A', '006A'].map((org_record_id) => ({ org_record_id })),
	);
	expect(campaign?.records[3]?.sent).toEqual({
		contact_first_name: 'Jonas',
		contact_last_name: 'Keller',
		org_company_name: 'Driftwood Freight',
		org_record_id: '004A',
		org_website: 'driftwood.example',
	});
	await sandbox.leadGenius.finalize(campaign?.slug ?? '');
	const execution = await n8n.waitForEnd(executionId);

	expect(execution.error).toBeUndefined();
	const { genPage, skarbe } = await sandbox.state();
	const pages = new Map(genPage.leads.map(({ email, genpage_url }) => [email, genpage_url]));
	// LeadGenius finds no email of the last one.
	const emails = ['abbott@acme', 'lindqvist@birchwood', 'moreau@cobalt', 'novak@elmhurst'].map(
		(address) => `${address}.example`,
	);
	expect([...pages.keys()].toSorted()).toEqual([...emails, 'keller@driftwood.example'].toSorted());
	const made = skarbe.contacts.filter(({ note }) => note !== 'Old').slice(1);
	expect(made.toSorted((a, b) => String(a.email).localeCompare(String(b.email)))).toMatchObject(
		emails.map((email) => ({ email, note: `GenPage page: ${pages.get(email)}` })),
	);
	expect(made[0]).toMatchObject({ firstName: 'Ada', companyName: 'Acme Analytics' });
	expect(skarbe.contacts.filter(({ note }) => note === 'Old')).toHaveLength(1);
	const { items = [] } = execution.data['Contacts with Pages'] ?? {};
	const actions = Object.groupBy(items, ({ json }) => String(json.action));
	expect(actions.created).toHaveLength(4);
	expect(actions.skipped).toHaveLength(1);
	expect(execution.data['No Page']?.items.map(({ json }) => json)).toMatchObject([
		{ org_record_id: '006A', error: textWith("has no 'email'") },
	]);
});

test('the credential test knows a right token from a wrong one and from a wrong address', async () => {
	const { n8n, sandbox, credentials } = stage;
	const { name, type } = credentials.genPage;
	const tested = async (data: Record<string, unknown>) =>
		await n8n.testCredential(await storeCredential(n8n, { name, type, data }));
	const right = { apiToken: sandbox.token, baseUrl: sandbox.url };
	expect(await tested(right)).toMatchObject({ status: 'OK' });

	expect(await tested({ ...right, apiToken: 'no such token' })).toMatchObject({ status: 'Error' });

	const pasted = { apiToken: `Bearer ${sandbox.token} `, baseUrl: `${sandbox.url}/` };
	expect(await tested(pasted)).toMatchObject({ status: 'OK' });

	const { status, message } = await tested({ ...right, baseUrl: sandbox.foreignUrl });
	expect(status).toBe('Error');
	expect(message).toContain("check the 'Base URL'");

	await storeCredential(n8n, { name, type, data: right });
});
