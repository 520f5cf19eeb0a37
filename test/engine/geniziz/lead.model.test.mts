// Create or Update and Create if New against a plain model: whatever leads there are and whatever items
// come, the result is as if each item were looked up after the one before it, with as few writes as that
// takes.
import fc from 'fast-check';
import { GENIZIZ_SEED as SEED } from '../../../sandbox/client.mts';
import { upsert, useLeads } from '../../support/matchedLeads.mts';
import {
	asMeant,
	asSent,
	bare,
	oneByOne,
	type Ask,
	type Lead,
} from '../../support/model/matchedLeads.mts';
import { tried } from '../../support/tried.mts';

const { site, written, leadsThere } = useLeads();

const RUNS = Number(process.env.HISTORIES ?? 60);

const email = fc.constantFrom(
	'a@x.example',
	'A@X.example',
	'b@x.example',
	'c@y.example',
	'd@gmail.com',
);
const url = fc.constantFrom('https://x.example', 'https://www.x.example/', 'https://y.example/en');

const lead: fc.Arbitrary<Lead> = fc.record(
	{
		name: fc.constantFrom('One', 'ONE', 'Two', 'Three'),
		url,
		mrr: fc.constantFrom(1, 2),
		emails: fc.uniqueArray(email, { maxLength: 3, selector: (text) => text.toLowerCase() }),
	},
	{ requiredKeys: ['name', 'emails'] },
);

const ask: fc.Arbitrary<Ask> = fc.record({
	by: fc.constantFrom('email', 'domain', 'name'),
	lead,
});

test(
	'the result is as if each item were looked up after the one before it',
	async () => {
		const account = fc.array(lead, { maxLength: 4 });
		const asks = fc.array(ask, { minLength: 1, maxLength: 6 });
		await fc.assert(
			fc.asyncProperty(account, asks, fc.boolean(), async (leads, items, updates) => {
				await site.sandbox.reset({ geniziz: { order: 'id' } });
				await site.sandbox.geniziz.remove(SEED.lead);
				const before = leads.map((each, place) => ({ ...each, id: `lead_${place}` }));
				const records = before.map(({ id, ...each }) => ({ id, ...asSent(each) }));
				if (records.length > 0) await site.sandbox.geniziz.make('leads', records);

				const model = oneByOne(before, items, updates);
				const parameters = upsert({ operation: updates ? 'upsert' : 'createIfNew' });
				const given = items.map(({ by, lead: its }) => ({ by, lead: asSent(its) }));
				const onError = 'continueRegularOutput';
				const result = await site.run(parameters, given, { onError });
				expect(result.error).toBeUndefined();

				const after = (await leadsThere()).map((each) => ({
					...{ id: each.id, name: each.name, url: bare(each.url), mrr: each.mrr ?? undefined },
					emails: each.emails,
				}));
				const placeOf = new Map<unknown, number>();
				for (const [item, came] of model.came.entries()) {
					const { id, action, error } = result.items[item]?.json ?? {};
					if (came === 'error') {
						expect(typeof error).toBe('string');
						continue;
					}
					expect(error).toBeUndefined();
					placeOf.set(id, came.place);
					// What one item changes another may change back, so that nothing is sent.
					if (action !== 'unchanged' || came.action !== 'updated') expect(action).toBe(came.action);
				}
				for (const [place, each] of model.leads.entries()) {
					const id = 'id' in each ? each.id : [...placeOf].find(([, at]) => at === place)?.[0];
					expect(after.find((there) => there.id === id)).toEqual({ id, ...asMeant(each) });
				}
				expect(after).toHaveLength(model.leads.length);

				const changes = model.leads.filter((each) => {
					const old = before.find(({ id }) => 'id' in each && id === each.id);
					return !old || JSON.stringify(asMeant(old)) !== JSON.stringify(asMeant(each));
				});
				expect(await written()).toHaveLength(changes.length);
			}),
			tried(RUNS),
		);
	},
	60_000 + 200 * RUNS,
);
