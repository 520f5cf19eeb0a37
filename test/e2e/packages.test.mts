// The packages of one vendor: installed beside each other in a real n8n, without the whole one, each runs what
// it has, also the template that came with it.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { storeCredentials, type Credentials } from '../../demo/credentials.mts';
import type { ParametersByNode } from '../../demo/templates.mts';
import type { Execution } from '../../host/execution.mts';
import { startN8n, type N8n } from '../../host/n8n.mts';
import { spawnSandbox, type SandboxProcess } from '../../sandbox/client.mts';
import { textWith } from '../support/results.mts';
import { chain } from './support/chain.mts';
import { stopWithoutLeaks } from './support/leaks.mts';
import { callOf, install, ownTemplate, packageOf, START } from './support/packages.mts';
import { TARGET } from './support/pages.mts';
import { outOf } from './support/runs.mts';

/** A call of each vendor that needs nothing but the key. */
const CALLS = [
	['genPage', { resource: 'workspace', operation: 'getAll', returnAll: true }],
	['leadGenius', { resource: 'usage', operation: 'get' }],
	['geniziz', { resource: 'user', operation: 'getCurrent' }],
	['growthGenius', { resource: 'user', operation: 'getAll', returnAll: true }],
	['skarbe', { resource: 'user', operation: 'getCurrent' }],
] as const;

const LEADS = ['ada@abbott.example', 'hugo@birchwood.example', 'ines@cobalt.example'];
const folder = mkdtempSync(join(tmpdir(), 'outbound-packages-'));
const FILE = join(folder, 'leads.csv');
const READS_FILE: ParametersByNode = { 'Read Leads File': { fileSelector: FILE } };

const installed = new Map<string, string>();
let sandbox: SandboxProcess;
let userFolder: string;
let n8n: N8n;
let credentials: Credentials;

beforeAll(async () => {
	const rows = LEADS.map((email, at) => `${email},First${at},Last${at},Company ${at}`);
	writeFileSync(FILE, ['Email,First Name,Last Name,Company', ...rows].join('\n'));
	userFolder = await mkdtemp(join(tmpdir(), 'n8n-packages-'));
	for (const [vendor] of CALLS) {
		const name = packageOf(vendor);
		installed.set(vendor, await install(`packages/${name}`, userFolder));
	}
	n8n = await startN8n({ userFolder, env: { N8N_RESTRICT_FILE_ACCESS_TO: folder } });
	sandbox = await spawnSandbox({ leadsPerSecond: 0 });
	credentials = await storeCredentials(n8n, sandbox);
});

beforeEach(async () => {
	await sandbox.reset();
});

afterAll(async () => {
	await sandbox.stop();
	await stopWithoutLeaks(n8n);
	await rm(userFolder, { recursive: true });
	await rm(folder, { recursive: true });
});

/** What was asked of the vendors, but for what only reads. */
async function writes(): Promise<Array<{ path: string; body: unknown }>> {
	const requests = await sandbox.requests();
	return requests
		.filter(({ method }) => method !== 'GET')
		.map(({ path, body }) => ({ path, body }));
}

/** Stores the template that came with a vendor's package, and returns its ID. */
async function imported(
	vendor: keyof Credentials,
	file: string,
	parameters: ParametersByNode = {},
): Promise<string> {
	const where = installed.get(vendor) ?? '';
	const workflow = ownTemplate(where, file, parameters, credentials[vendor]);
	const [stored] = await n8n.importWorkflows([workflow]);
	return stored?.id ?? '';
}

async function ranTemplate(...template: Parameters<typeof imported>): Promise<Execution> {
	const execution = await n8n.run(await imported(...template));
	expect(execution.error).toBeUndefined();
	expect(execution.status).toBe('success');
	return execution;
}

test.each(CALLS)('%s', async (...call) => {
	const [vendor] = call;
	const [stored] = await n8n.importWorkflows([
		chain(vendor, [START, callOf('Call', 1, call, credentials)]),
	]);
	const execution = await n8n.run(stored?.id ?? '');

	expect(execution.error).toBeUndefined();
	expect(execution.data.Call?.items.length).toBeGreaterThan(0);
});

test("GenPage's template makes pages", async () => {
	const parameters = { ...READS_FILE, 'Create Pages': TARGET };
	const execution = await ranTemplate('genPage', 'csv-to-genpage-pages', parameters);
	const leads = LEADS.map((email, at) => ({
		values: {
			...{ email, first_name: `First${at}`, last_name: `Last${at}` },
			company_name: `Company ${at}`,
		},
	}));
	expect(await writes()).toMatchObject([
		{ path: '/api/external/v1/leads/upsert-leads', body: { campaign_id: 1, leads } },
	]);
	expect(outOf(execution, 'Page Links')).toEqual(
		LEADS.map((email, at) => ({
			email,
			company: `Company ${at}`,
			genpage_url: textWith('https://'),
		})),
	);
});

test("LeadGenius's template sleeps until accounts are enriched", async () => {
	await sandbox.reset({ leadGenius: { recordsPerSecond: 'never' } });
	const execution = await n8n.startRun(await imported('leadGenius', 'leadgenius-enrich-and-wait'));
	await n8n.waitForEnd(execution, { until: ['waiting'] });
	const [uploaded] = await writes();
	expect(uploaded?.path).toBe('/api/v1/enrichment/upload/');
	const campaign = (await sandbox.state()).leadGenius.campaigns.at(-1);
	expect(uploaded?.body).toMatchObject({
		slug: campaign?.slug,
		webhook_url: textWith('/webhook-waiting/'),
	});
	expect(campaign?.records[0]?.sent).toMatchObject({ org_record_id: 'A-101' });

	await sandbox.leadGenius.finalize(campaign?.slug ?? '');
	const ended = await n8n.waitForEnd(execution);
	expect(ended.status).toBe('success');
	expect(outOf(ended, 'Account Data')[0]).toMatchObject({
		account_id: 'A-101',
		industry: 'Software',
	});
});

test("Geniziz's template makes and updates leads", async () => {
	const [hugo] = await sandbox.geniziz.make('leads', [
		{ name: 'Other', emails: [{ email: LEADS[1], type: 'office' }] },
	]);
	const execution = await ranTemplate('geniziz', 'csv-to-geniziz-leads', READS_FILE);
	const made = outOf(execution, 'Leads in Geniziz');
	expect(made.map(({ action }) => action)).toEqual(['created', 'updated', 'created']);
	expect((await writes()).map(({ path }) => path).toSorted()).toEqual([
		'/api/v1/lead/',
		'/api/v1/lead/',
		`/api/v1/lead/${hugo?.id ?? ''}/`,
	]);
	const { leads } = (await sandbox.state()).geniziz;
	expect(leads.map(({ name }) => name)).toEqual(
		expect.arrayContaining(['Company 0', 'Company 1', 'Company 2']),
	);
});

/** The emails of the contacts that were made last. */
function newest(contacts: ReadonlyArray<Readonly<Record<string, unknown>>>): unknown[] {
	const emails = contacts.slice(-LEADS.length).map(({ email }) => email);
	return emails.toSorted();
}

test("GrowthGenius's template makes contacts", async () => {
	const execution = await ranTemplate('growthGenius', 'csv-to-growthgenius-contacts', READS_FILE);
	const made = outOf(execution, 'Contacts in GrowthGenius');
	expect(made.map(({ action }) => action)).toEqual(['created', 'created', 'created']);
	expect((await writes()).map(({ path }) => path)).toEqual(
		LEADS.map(() => '/integrations/v1/contacts'),
	);
	const { contacts } = (await sandbox.state()).growthGenius;
	expect(newest(contacts)).toEqual(LEADS);
});

test("Skarbe's template makes contacts", async () => {
	const execution = await ranTemplate('skarbe', 'csv-to-skarbe-contacts', READS_FILE);
	const made = outOf(execution, 'Contacts in Skarbe');
	expect(made.map(({ action }) => action)).toEqual(['created', 'created', 'created']);
	expect((await writes()).map(({ path }) => path)).toEqual(
		LEADS.map(() => '/api/connect/contacts'),
	);
	const { contacts } = (await sandbox.state()).skarbe;
	expect(newest(contacts)).toEqual(LEADS);
});
