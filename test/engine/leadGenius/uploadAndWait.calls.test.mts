// Record > Upload and Wait: how a call of LeadGenius may come, and that nothing that goes wrong while
// it is handled ends the wait.
import type { CredentialData } from '../../support/credentials.mts';
import {
	BY_HAND,
	companies,
	SLUG,
	sayComplete,
	uploadAndWait,
	webhookUrlOf,
} from '../../support/leadGenius.mts';
import { useListener } from '../../support/listener.mts';
import { errorOf } from '../../support/results.mts';
import { useVendor, type NodeOwner } from '../../support/site.mts';
import { leadGenius } from '../../support/vendors/leadGenius.mts';
import { startExecution } from '../../support/waiting.mts';

const site = useVendor({ ...leadGenius, settings: { leadGenius: BY_HAND } });
const listener = useListener();

const RETRIEVE_PATH = '/api/v1/enrichment/retrieve/';

/** The node with a credential that can be changed while the execution sleeps. */
function owner(): NodeOwner & { credentials: CredentialData } {
	const { vendor, credentials, credentialId } = site;
	return { vendor, credentials, credentialId };
}

const start = (node: NodeOwner = site) =>
	startExecution(node, listener, uploadAndWait(), companies);

/** All records are finalized, and LeadGenius tells nobody. @returns where it would tell */
async function finalizeInSilence(): Promise<string | null | undefined> {
	const url = await webhookUrlOf(site);
	await site.call('PATCH', `/api/v1/enrichment/update/${SLUG}/`, { webhook_url: null });
	await site.sandbox.leadGenius.finalize(SLUG);
	return url;
}

test.each([
	['as text', {}, 'text/plain'],
	['as a form', {}, 'application/x-www-form-urlencoded'],
	['as bytes', {}, 'application/octet-stream'],
	['as several parts', {}, 'multipart/mixed; boundary=x'],
	['without a type', {}, ''],
	['with its flag as text', { complete: 'true' }, 'application/json'],
	['with its flag as Python writes it', { complete: 'True' }, 'application/json'],
])('a call %s is understood', async (_, more, type) => {
	const execution = await start();
	expect(await sayComplete(await finalizeInSilence(), more, type)).toBe(200);
	expect((await execution.ended).items).toHaveLength(3);
});

test.each([true, false])(
	'the address that wakes an execution is not in its data, which others may read: signed by n8n %j',
	async (isSigned) => {
		const how = { isSigned };
		const execution = await startExecution(site, listener, uploadAndWait(), companies, how);
		const query = (await finalizeInSilence())?.split('?')[1] ?? '';
		expect(query).toMatch(isSigned ? /^signature=./ : /^token=./);
		expect(execution.stored).not.toContain(query);
	},
);

test('where n8n has no token of the execution, the node has: who knows the ID alone is refused', async () => {
	const unsigned = { isSigned: false };
	const execution = await startExecution(site, listener, uploadAndWait(), companies, unsigned);
	const url = await finalizeInSilence();
	const [bare = ''] = url?.split('?') ?? [];
	expect(await sayComplete(bare)).toBe(401);
	expect(await sayComplete(`${bare}?token=guessed`)).toBe(401);
	expect(execution.status).toBe('waiting');
	expect(await sayComplete(url)).toBe(200);
	expect((await execution.ended).items).toHaveLength(3);
});

test('a call that says "false" as text ends nothing', async () => {
	const execution = await start();
	await site.sandbox.leadGenius.finalize(SLUG, 2);
	expect(await sayComplete(await webhookUrlOf(site), { complete: 'false' })).toBe(200);
	expect(execution.status).toBe('waiting');
});

test('a credential that was removed meanwhile does not end the wait, and the log says so', async () => {
	const node = owner();
	const { credentials } = node;
	const execution = await start(node);
	const url = await finalizeInSilence();
	node.credentials = {};
	expect(await sayComplete(url)).toBe(503);
	expect(execution.failures).toEqual([]);
	expect(execution.status).toBe('waiting');
	expect(execution.warnings.join()).toMatch(/goes on waiting for LeadGenius: .*credentials/i);

	node.credentials = credentials;
	expect(await sayComplete(url)).toBe(200);
	expect((await execution.ended).items).toHaveLength(3);
});

test('a Base URL that was spoiled meanwhile does not end the wait', async () => {
	const node = owner();
	const execution = await start(node);
	const url = await webhookUrlOf(site);
	node.credentials = site.credentialsWith(site.key, 'nowhere');
	expect(await sayComplete(url)).toBe(503);
	expect(execution.failures).toEqual([]);
	expect(execution.status).toBe('waiting');
	expect(execution.warnings.join()).toContain('is not a web address');
});

test('a limit of requests is waited out while LeadGenius waits for its answer', async () => {
	const execution = await start();
	// Longer than a vendor is usually kept waiting: nothing says that it would call again.
	await site.sandbox.fault({ kind: 'rateLimit', retryAfter: 6, path: RETRIEVE_PATH });
	await site.sandbox.leadGenius.finalize(SLUG);
	expect((await execution.ended).items).toHaveLength(3);
	expect(execution.warnings).toEqual([]);
});

test.each(['truncated', 'html'] as const)(
	'LeadGenius had its last word before the sleep, and one answer is %s: nothing is waited for',
	async (kind) => {
		await site.sandbox.reset({ leadGenius: { ...BY_HAND, recordsPerSecond: 0 } });
		await site.sandbox.fault({ kind, path: RETRIEVE_PATH });
		const execution = await start();
		expect(execution.status).toBe('success');
		expect(execution.result.items).toHaveLength(3);
	},
);

describe.each([1, 2])('of %i items', (count) => {
	test.each([
		['reads it', (key: string) => `={{ $json.org_company_name && "${key}" }}`],
		['counts it', (key: string, other: string) => `={{ $itemIndex ? "${other}" : "${key}" }}`],
	])('a key that %s is refused: a call has no items', async (_, keyOf) => {
		const node = owner();
		node.credentials = site.credentialsWith(keyOf(site.key, site.sandbox.leadGeniusSecondKey));
		const items = companies.slice(0, count);
		const execution = await startExecution(node, listener, uploadAndWait(), items);
		const { message, description } = errorOf(execution.result);
		expect(message).toContain(
			"LeadGenius could not wake this execution up: its credential 'LeadGenius API' depends on the item",
		);
		expect(description).toContain('Nothing was uploaded');
		expect(await site.received()).toEqual([]);
	});
});
