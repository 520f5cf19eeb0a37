// Record > Upload and Wait: executions that want the same campaign, and addresses that LeadGenius
// cannot call.
import type { INodeParameters } from 'n8n-workflow';
import {
	BY_HAND,
	companies,
	SLUG,
	UPLOAD_PATH,
	uploadAndWait,
	uploadsOf,
	webhookUrlOf,
} from '../../support/leadGenius.mts';
import { useListener, type Listener } from '../../support/listener.mts';
import { errorOf, messagesOf } from '../../support/results.mts';
import { useVendor, type NodeOwner } from '../../support/site.mts';
import { leadGenius } from '../../support/vendors/leadGenius.mts';
import { startExecution } from '../../support/waiting.mts';

/** What these tests are about can be seen where LeadGenius tells a campaign's address. */
const TOLD = { ...BY_HAND, sampleUrl: true };
const site = useVendor({ ...leadGenius, settings: { leadGenius: TOLD } });
const listener = useListener();

const start = (options: INodeParameters = {}, node: NodeOwner = site) =>
	startExecution(node, listener, uploadAndWait(options), companies);

/** LeadGenius does not tell where a campaign sends its notifications. */
async function tellNoAddress(): Promise<void> {
	const body = { slug: SLUG, type: 'datahub', fields: ['org_phone'], records: [] };
	const path = `${UPLOAD_PATH}${SLUG}/`;
	await site.sandbox.fault({ kind: 'wrongType', body, path, method: 'GET', times: 99 });
}

/** The same campaign as another process sees it: it knows nothing of what this one has noted. */
function elsewhere(): NodeOwner {
	const { vendor, credentials, credentialId } = site;
	return { vendor, credentials, credentialId: `${credentialId}-elsewhere` };
}

describe.each([
	['whose address LeadGenius tells', () => Promise.resolve()],
	['whose address LeadGenius does not tell', tellNoAddress],
])('a campaign %s', (_, prepare) => {
	beforeEach(prepare);

	test('is refused to a second execution before anything is uploaded', async () => {
		await start();
		const second = await start();
		expect(errorOf(await second.ended).message).toContain('Another execution is waiting');
		expect(await uploadsOf(site)).toHaveLength(1);
	});

	test('can be had when the first one was stopped', async () => {
		const first = await start();
		first.stop();
		expect((await start()).status).toBe('waiting');
	});

	test('can be had when the time limit of the first one is over', async () => {
		const first = await start({ limitWaitTime: 1 });
		expect(errorOf(await (await start()).ended).message).toContain('Another execution');
		await first.timeOut();
		expect((await start()).status).toBe('waiting');
	});

	test('can be taken over from one that waits', async () => {
		await start();
		const second = await start({ replaceWebhook: true });
		expect(second.status).toBe('waiting');
		expect(await uploadsOf(site)).toHaveLength(2);
	});

	test('is refused to one of two that start at the same time', async () => {
		const both = await Promise.all([start(), start()]);
		expect(both.map(({ status }) => status).toSorted()).toEqual(['error', 'waiting']);
	});
});

describe('an execution of another process', () => {
	test('that waits keeps its campaign', async () => {
		await start();
		const second = await start({}, elsewhere());
		expect(errorOf(await second.ended).message).toContain('Another execution is waiting');
	});

	test('that was stopped does not, and does not get it back', async () => {
		const first = await start();
		first.stop();
		const second = await start({}, elsewhere());
		expect(second.status).toBe('waiting');
		await site.sandbox.leadGenius.finalize(SLUG);
		await second.ended;
		expect(await webhookUrlOf(site)).toBeNull();
	});

	test('that n8n has deleted does not', async () => {
		await start();
		const url = await webhookUrlOf(site);
		const deleted = url?.replace(/\d+\?/, '987654?');
		await site.call('PATCH', `/api/v1/enrichment/update/${SLUG}/`, { webhook_url: deleted });
		expect((await start({}, elsewhere())).status).toBe('waiting');
	});
});

test('executions with campaigns of their own do not meet', async () => {
	const options = { ownCampaignPerRun: true, batchSize: 2 };
	const [first, second] = [await start(options), await start(options)];
	const uploads = await uploadsOf(site);
	const slugs = [...new Set(uploads.map(({ slug }) => slug))];
	expect(uploads).toHaveLength(4);
	expect(slugs).toEqual([
		expect.stringMatching(/^acme-2026-\d+$/),
		expect.stringMatching(/^acme-2026-\d+$/),
	]);
	const ids = uploads.map(({ webhook_url }) => /\/(\d+)\?/.exec(webhook_url ?? '')?.[1]);
	expect(uploads.map(({ slug }) => slug)).toEqual(ids.map((id) => `${SLUG}-${id}`));

	await site.sandbox.leadGenius.finalize(slugs[1] ?? '');
	expect((await second.ended).items).toHaveLength(3);
	expect(first.status).toBe('waiting');
	await site.sandbox.leadGenius.finalize(slugs[0] ?? '');
	expect((await first.ended).items).toHaveLength(3);
});

describe("an address of n8n's that LeadGenius cannot call", () => {
	/** LeadGenius is on the internet: a name that leads nowhere. */
	const onTheInternet = (): NodeOwner => ({
		vendor: site.vendor,
		credentialId: site.credentialId,
		credentials: site.credentialsWith(site.key, 'https://leadgenius.invalid.example'),
	});
	const at = (url: string): Listener => ({
		url,
		serve: (path, handle) => {
			listener.serve(path, handle);
		},
		refuse: (path) => {
			listener.refuse(path);
		},
	});
	const upload = (url: string, options: INodeParameters = {}) =>
		startExecution(
			onTheInternet(),
			at(url),
			uploadAndWait({ maxRetryWait: 0, ...options }),
			companies,
		);
	const UNREACHED = 'LeadGenius could not be reached';

	test.each([
		'http://localhost:5678',
		'http://127.0.0.1:5678',
		'http://192.168.1.20',
		'http://10.0.0.5:5678',
		'http://172.20.0.3',
		'http://[::1]:5678',
		'http://[fd00::2]',
		'http://n8n:5678',
		'https://n8n.local',
	])('is refused before anything is sent: %s', async (url) => {
		const error = errorOf(await (await upload(url)).ended);
		expect(error.message).toContain('could not wake this execution up');
		expect(error.message).toContain(url);
		expect(error.description).toContain('WEBHOOK_URL');
		expect(error.description).toContain("'Allow Private Resume Address'");
	});

	test.each(['https://n8n.example.com', 'http://8.8.8.8:5678', 'https://172.32.0.1'])(
		'is not one that is public: %s',
		async (url) => {
			expect(errorOf(await (await upload(url)).ended).message).toContain(UNREACHED);
		},
	);

	test('is used when the user says so', async () => {
		const execution = await upload('http://localhost:5678', { allowPrivateAddress: true });
		expect(errorOf(await execution.ended).message).toContain(UNREACHED);
	});

	test('costs no item more than its own with continue-on-fail', async () => {
		const { ended } = await startExecution(
			onTheInternet(),
			at('http://localhost:5678'),
			uploadAndWait(),
			companies,
			{ onError: 'continueRegularOutput' },
		);
		const messages = messagesOf((await ended).items);
		expect(messages).toHaveLength(3);
		expect(messages.every((message) => message.includes('http://localhost:5678'))).toBe(true);
	});
});
