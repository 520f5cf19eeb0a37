// "Our API has a rate limit of 50 requests per minute": all who use a credential keep it together.
import type { CredentialInformation } from 'n8n-workflow';
import { accountItems, BY_HAND, campaignOf, upload } from '../../support/leadGenius.mts';
import { useVendor } from '../../support/site.mts';
import { leadGenius } from '../../support/vendors/leadGenius.mts';

const site = useVendor({ ...leadGenius, settings: { leadGenius: BY_HAND } });

const MINUTE_MS = 60_000;

afterEach(() => {
	jest.restoreAllMocks();
});

/** Lets the clock of this process jump; the sandbox has its own. */
function skip(ms: number): void {
	const now = Date.now.bind(Date);
	jest.spyOn(Date, 'now').mockImplementation(() => now() + ms);
}

/** How many requests have their answer. */
async function answered(): Promise<number> {
	return (await site.received()).filter(({ status }) => status !== null).length;
}

test('two executions send 50 requests in the first minute and the rest in the next', async () => {
	const runs = [1, 2].map((run) =>
		site.run(upload({ batchSize: 1 }, { campaignSlug: `campaign-${run}` }), accountItems(30)),
	);
	while ((await answered()) < 50);
	// Without a limit the next ones would have left with the first answers.
	expect(await site.received()).toHaveLength(50);

	skip(MINUTE_MS + 1000);
	const results = await Promise.all(runs);
	expect(results.map(({ items }) => items.length)).toEqual([30, 30]);
	const statuses = (await site.received()).map(({ status }) => status);
	// Only the first upload of a campaign makes something where an answer says the least.
	const made = site.documents === 'strict' ? 2 : 60;
	expect(statuses.filter((status) => status === 201)).toHaveLength(made);
	expect(statuses.filter((status) => status === 200)).toHaveLength(60 - made);
});

test('two keys of one account, whether each has a limit or both have one', async () => {
	const limit = { requestsPerMinute: 10, rateWindowMs: 1000, retryAfter: true };
	await site.sandbox.reset({ leadGenius: { ...BY_HAND, ...limit } });
	const items = accountItems(8);
	const keys = { mine: site.key, other: site.sandbox.leadGeniusSecondKey };
	const runs = Object.entries(keys).map(([campaignSlug, key]) =>
		site.run(upload({ batchSize: 1 }, { campaignSlug }), items, {
			credentials: site.credentialsWith(key),
			credentialId: `${site.credentialId}-${campaignSlug}`,
		}),
	);
	const results = await Promise.all(runs);

	expect(results.map(({ error }) => error)).toEqual([undefined, undefined]);
	for (const slug of Object.keys(keys)) {
		const there = (await campaignOf(site, slug))?.records.map(({ sent }) => sent);
		expect(new Set(there)).toEqual(new Set(items));
		expect(there).toHaveLength(8);
	}
	const refused = (await site.received()).filter(({ status }) => status === 429);
	expect(refused.length > 0).toBe(site.documents === 'strict');
});

/** The credential with a number of requests a minute; those of an earlier version have none. */
function asking(requestsPerMinute: CredentialInformation) {
	const { key, sandbox, vendor } = site;
	return { leadGeniusApi: { ...vendor.credential(key, sandbox.url), requestsPerMinute } };
}

test("a process sends no more than the credential's share, also when that is changed", async () => {
	const share = async (requests: number) =>
		await site.run(upload({ batchSize: 1 }), accountItems(5), { credentials: asking(requests) });
	expect((await share(6)).items).toHaveLength(5);
	const second = share(7);
	while ((await answered()) < 7);
	expect(await site.received()).toHaveLength(7);

	skip(MINUTE_MS + 1000);
	expect((await second).items).toHaveLength(5);
});

test.each([0, -1, 1.5, 'many'])('%j requests a minute are refused', async (requests) => {
	const { error } = await site.run(upload(), accountItems(1), { credentials: asking(requests) });
	expect(error?.message).toContain(
		`'Requests a Minute' of the credential 'LeadGenius API' must be a whole number`,
	);
	expect(await site.received()).toEqual([]);
});
