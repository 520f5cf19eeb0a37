// The LeadGenius Trigger: records that a call names, but that cannot be read when it comes.
import {
	answered,
	BY_HAND,
	SLUG,
	uploadCompanies,
	watchCampaign,
} from '../../support/leadGenius.mts';
import { useListener } from '../../support/listener.mts';
import { useVendor } from '../../support/site.mts';
import { leadGenius } from '../../support/vendors/leadGenius.mts';

const site = useVendor({ ...leadGenius, settings: { leadGenius: BY_HAND } });
const listener = useListener();

const RETRIEVE_PATH = '/api/v1/enrichment/retrieve/';
/** A call's records are asked for so often before it is answered. */
const ASKED = 3;
const end = { event: 'campaignCompleted' };

const control = () => site.sandbox.leadGenius;

const watch = async (parameters = {}) => {
	await uploadCompanies(site);
	return await watchCampaign(site, listener, parameters);
};

/** What the next reads of records are answered. */
async function answers(body: object, times: number): Promise<void> {
	await site.sandbox.fault({ kind: 'wrongType', body, path: RETRIEVE_PATH, method: 'GET', times });
}

/** The next answers are those of a server that knows of no record yet. */
async function knowsNothing(times: number): Promise<void> {
	await answers({ count: 0, next: null, previous: null, results: [] }, times);
}

const statuses = (deliveries: ReadonlyArray<{ status: number | null }>) =>
	deliveries.map(({ status }) => status);

const idsOf = (runs: ReadonlyArray<ReadonlyArray<Record<string, unknown>>>) =>
	runs.map((items) => items.map(({ id }) => id));

test('are asked for again before the call is answered', async () => {
	const trigger = await watch();
	await knowsNothing(1);
	await control().finalize(SLUG, 1);
	expect(statuses(await answered(site, 1))).toEqual([200]);
	expect(idsOf(trigger.runs)).toEqual([[123_001]]);
});

test('have it answered with 503, and come with its repeat', async () => {
	const trigger = await watch();
	await knowsNothing(ASKED);
	await control().finalize(SLUG, 1);
	expect(statuses(await answered(site, 1))).toEqual([503]);
	expect(trigger.runs).toEqual([]);
	expect(trigger.failures).toEqual([]);
	expect(statuses(await control().deliver({ slug: SLUG }))).toEqual([200]);
	expect(idsOf(trigger.runs)).toEqual([[123_001]]);
});

test('are told apart where their IDs are beyond 2^53', async () => {
	const ids = ['9007199254740992', '9007199254740993'];
	const trigger = await watch({ registration: 'manual' });
	const results = ids.map((id) => ({ id, finalized: '2026-01-02T00:00:00Z', data: {} }));
	const body = { count: 2, next: null, previous: null, results };
	await answers(body, 9);
	const call = async (...records: readonly string[]) => {
		const text = `{"slug": "${SLUG}", "records": [${records.join()}], "uploaded": 3, "enriched": 2, "complete": false}`;
		return await fetch(trigger.url, { method: 'POST', body: text });
	};
	for (const records of [ids.slice(0, 1), ids, ids]) {
		expect((await call(...records)).status).toBe(200);
	}
	expect(idsOf(trigger.runs)).toEqual([ids.slice(0, 1), ids.slice(1)]);
	const asked = (await site.received()).flatMap(({ query }) => query.id ?? []);
	expect(asked).toEqual(ids);
});

test('have the IDs of the call where the answer has none', async () => {
	const trigger = await watch({ registration: 'manual' });
	const data = { org_company_name: 'Acme' };
	const record = {
		id: null,
		finalized: '2026-01-02T00:00:00Z',
		status: 'finalized_complete',
		data,
	};
	const body = { status: 'Completed', records: [record] };
	await answers(body, 9);
	const call = { slug: SLUG, url: trigger.url, records: [123_001, 123_002] };
	expect(statuses(await control().deliver(call))).toEqual([200]);
	expect(idsOf(trigger.runs)).toEqual([[123_001, 123_002]]);
});

test('hold up none that can be read, also when asking again does not work', async () => {
	const trigger = await watch();
	await control().finalize(SLUG, 1);
	await answered(site, 1);
	await control().finalize(SLUG, 1);
	await answered(site, 2);
	expect(idsOf(trigger.runs)).toEqual([[123_001], [123_002]]);
	const other = await watchCampaign(site, listener, { registration: 'manual' });
	const call = { slug: SLUG, url: other.url, records: [123_001, 123_003] };
	expect(statuses(await control().deliver(call))).toEqual([503]);
	expect(idsOf(other.runs)).toEqual([[123_001]]);

	await control().finalize(SLUG);
	expect(statuses(await control().deliver(call))).toEqual([200]);
	expect(idsOf(other.runs)).toEqual([[123_001], [123_003]]);
});

test('are no reason to lose what came before, when they cannot be asked for again', async () => {
	const trigger = await watch({ registration: 'manual' });
	await control().finalize(SLUG, 1);
	const found = await site.call('GET', `${RETRIEVE_PATH}${SLUG}/?id=123001`);
	await site.sandbox.fault({ kind: 'wrongType', body: found, path: RETRIEVE_PATH, method: 'GET' });
	const denied = { kind: 'status', status: 403, method: 'GET' } as const;
	await site.sandbox.fault({ ...denied, path: RETRIEVE_PATH });
	const call = { slug: SLUG, url: trigger.url, records: [123_001, 123_002] };
	expect(statuses(await control().deliver(call))).toEqual([503]);
	expect(idsOf(trigger.runs)).toEqual([[123_001]]);
	expect(trigger.failures).toEqual([]);
});

test('hold up the end of a campaign, which would be without them', async () => {
	const trigger = await watch(end);
	await control().finalize(SLUG, 2);
	await answered(site, 2);
	await knowsNothing(ASKED);
	await control().finalize(SLUG);
	expect(statuses(await answered(site, 3))).toEqual([200, 200, 503]);
	expect(trigger.runs).toEqual([]);
	expect(statuses(await control().deliver({ slug: SLUG }))).toEqual([200]);
	expect(idsOf(trigger.runs)).toEqual([[123_001, 123_002, 123_003]]);
});

test('cost a forged call of many no more than one request for each hundred', async () => {
	const trigger = await watch();
	const before = (await site.received()).length;
	const records = Array.from({ length: 150 }, (_, at) => 900_000 + at);
	expect(statuses(await control().deliver({ slug: SLUG, records }))).toEqual([503]);
	expect((await site.received()).length - before).toBe(2);
	expect(trigger.runs).toEqual([]);
});
