// Geniziz's rate limits, which count for each group of endpoints, and its billing.
import { GENIZIZ_SEED as SEED } from '../../../sandbox/client.mts';
import { byId, errorOf } from '../../support/results.mts';
import { useVendor } from '../../support/site.mts';
import { watchTrigger } from '../../support/trigger.mts';
import { geniziz } from '../../support/vendors/geniziz.mts';

const site = useVendor(geniziz);

const getLead = { resource: 'lead', operation: 'get', leadId: byId(SEED.lead) };
const getOpportunity = {
	resource: 'opportunity',
	operation: 'get',
	opportunityId: SEED.opportunity,
};

async function statuses(): Promise<Array<number | null>> {
	return (await site.received()).map(({ status }) => status);
}

test('what the headers say is kept, so that no request is refused', async () => {
	await site.sandbox.reset({ geniziz: { rateLimits: { lead: 4 }, rateWindowMs: 1000 } });
	const options = { requestsInParallel: 1 };
	const result = await site.run(
		{ ...getLead, options },
		Array.from({ length: 10 }, () => ({})),
	);
	expect(result.error).toBeUndefined();
	expect(await statuses()).toEqual(Array.from({ length: 10 }, () => 200));
	const times = (await site.received()).map(({ at }) => at);
	expect((times[4] ?? 0) - (times[3] ?? 0)).toBeGreaterThan(500);
});

test('a full group does not hold up another one', async () => {
	await site.sandbox.reset({ geniziz: { rateLimits: { lead: 1 }, rateWindowMs: 60_000 } });
	await site.run(getLead);
	const before = Date.now();
	const result = await site.run(getOpportunity);
	expect(result.error).toBeUndefined();
	expect(Date.now() - before).toBeLessThan(1000);
});

test('a refusal is waited out, also of what creates', async () => {
	await site.sandbox.reset({ geniziz: { rateLimits: { lead: 2 }, rateWindowMs: 1000 } });
	const parameters = { resource: 'lead', operation: 'create', name: '={{ $json.name }}' };
	const items = ['a', 'b', 'c', 'd'].map((name) => ({ name }));
	const result = await site.run(parameters, items);
	expect(result.error).toBeUndefined();
	expect(result.items.map(({ json }) => json.name)).toEqual(['a', 'b', 'c', 'd']);
	const made = (await statuses()).filter((status) => status === 201);
	expect(made).toHaveLength(4);
});

test('a refusal that would take too long is told with the time to wait', async () => {
	await site.sandbox.reset({ geniziz: { rateLimits: { lead: 1 }, rateWindowMs: 60_000 } });
	const parameters = { ...getLead, options: { maxRetryWait: 0, requestsInParallel: 2 } };
	const error = errorOf(await site.run(parameters, [{}, {}]));
	expect(error.httpCode).toBe('429');
	expect(error.description).toContain('too many requests');
	expect(error.description).toMatch(/again in \d+ seconds/);
});

test('billing is told as such', async () => {
	await site.sandbox.reset({ geniziz: { unpaid: true } });
	const error = errorOf(await site.run(getLead));
	expect(error.httpCode).toBe('402');
	expect(error.description).toContain('billing');
});

test('a wrong field is told by its name in the form', async () => {
	const parameters = {
		resource: 'lead',
		operation: 'create',
		name: 'Acme',
		additionalFields: { statusId: byId('stat_unknown'), ownerId: 'user_unknown' },
	};
	const error = errorOf(await site.run(parameters));
	expect(error.message).toMatch(/^Geniziz: .*'Status': .*'Owner ID': .*\[Item 0\]$/);
	expect(error.httpCode).toBe('400');
});

test('what was created stays known when a later item is refused', async () => {
	const parameters = {
		resource: 'opportunity',
		operation: 'create',
		leadId: byId('={{ $json.lead }}'),
		options: { requestsInParallel: 1 },
	};
	const error = errorOf(await site.run(parameters, [{ lead: SEED.lead }, { lead: 'lead_gone' }]));
	expect(error.message).toContain("'Lead'");
	expect(error.description).toMatch(/Already accepted: ID oppo_\w+ \(Item 0\)/);
});

test('a create whose answer was lost is not sent again', async () => {
	await site.sandbox.fault({ kind: 'reset', when: 'after' });
	const parameters = { resource: 'lead', operation: 'create', name: 'Acme' };
	const error = errorOf(await site.run(parameters));
	expect(error.description).toContain('may have taken the request');
	expect(await site.received()).toHaveLength(1);
});

test.each([
	['a report', { resource: 'report', operation: 'funnel' }],
	[
		'a restore',
		{ resource: 'conversation', operation: 'restore', conversationId: SEED.conversation },
	],
])('%s whose answer was lost is asked for again', async (_, parameters) => {
	await site.sandbox.fault({ kind: 'reset', when: 'after' });
	const result = await site.run(parameters);
	expect(result.error).toBeUndefined();
	expect(await site.received()).toHaveLength(2);
});

test('a trigger that reads a long list leaves room to other operations of the credential', async () => {
	const limit = 20;
	await site.sandbox.reset({ geniziz: { order: 'id', rateLimits: { lead: limit } } });
	await site.sandbox.geniziz.makeLeads({ count: 5_000 });
	const trigger = watchTrigger(site, { event: 'leadCreated' });
	await trigger.poll();
	const polled = (await site.received()).length;
	expect(polled).toBeGreaterThan(2);
	expect(polled).toBeLessThanOrEqual(limit / 2);
	// Within the same minute, without waiting for the next.
	const result = await site.run(
		getLead,
		Array.from({ length: limit - polled }, () => ({})),
	);
	expect(result.error).toBeUndefined();
	expect(await statuses()).toEqual(Array.from({ length: limit }, () => 200));
});
