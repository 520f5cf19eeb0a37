// 1,000 items against 20,000 leads: the list is read once, and what does not differ is not sent.
import { GENIZIZ_SEED as SEED } from '../../../sandbox/client.mts';
import { actionsOf, upsert, useLeads, withEmail } from '../../support/matchedLeads.mts';

const { site, written } = useLeads();

const LEADS = 20_000;
const PAGE = 200;

async function onlyLeads(count: number): Promise<void> {
	await site.sandbox.reset({ latencyMs: 5 });
	await site.sandbox.geniziz.remove(SEED.lead);
	await site.sandbox.geniziz.makeLeads({ count });
}

const emailOf = (number: number) => `hello@lead-${number}.example`;

test('1,000 items need 100 pages of 20,000 leads, and one write for each that differs', async () => {
	await onlyLeads(LEADS);
	// Every 20th lead; 300 as they are, 600 with another MRR, and 100 that are new.
	const items = Array.from({ length: 1000 }, (_, place) => {
		const number = 1 + 20 * place;
		if (place >= 900) return { lead: withEmail(`new-${place}@x.example`) };
		const mrr = number * 100 + (place < 300 ? 0 : 1);
		return { lead: { name: `Lead ${number}`, mrr, emails: [{ email: emailOf(number) }] } };
	});
	const result = await site.run(upsert(), items);
	expect(result.error).toBeUndefined();
	const actions = actionsOf(result.items);
	expect(actions).toEqual([
		...Array.from({ length: 300 }, () => 'unchanged'),
		...Array.from({ length: 600 }, () => 'updated'),
		...Array.from({ length: 100 }, () => 'created'),
	]);
	const requests = await site.received();
	expect(requests.filter(({ method }) => method === 'GET')).toHaveLength(LEADS / PAGE);
	expect(await written()).toHaveLength(700);
	expect((await site.sandbox.summary()).maxInFlight).toBeGreaterThan(1);
});

/** How many pages are asked for ahead at most, which are in vain at the end of a list. */
const AHEAD = 16;

test.each([
	[1, 1],
	[PAGE, 1],
	[PAGE + 1, 3],
	[LEADS - PAGE, 100],
	[LEADS, 100],
	[LEADS + 1, 101 + AHEAD],
])('%d leads are read to their end, with %d requests at most', async (count, most) => {
	await onlyLeads(count);
	const items = [1, count].map((number) => ({
		lead: { name: `Lead ${number}`, emails: [{ email: emailOf(number) }] },
	}));
	const result = await site.run(upsert(), items);
	expect(actionsOf(result.items)).toEqual(['unchanged', 'unchanged']);
	expect((await site.received()).length).toBeLessThanOrEqual(most);
});
