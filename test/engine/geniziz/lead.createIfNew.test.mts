// Lead > Create if New: what is there stays as it is.
import { GENIZIZ_SEED as SEED } from '../../../sandbox/client.mts';
import { actionsOf, CONTINUE, upsert, useLeads, withEmail } from '../../support/matchedLeads.mts';
import { linksOf, messagesOf, textWith } from '../../support/results.mts';

const { site, written } = useLeads();

const createIfNew = upsert({ operation: 'createIfNew' });

const leadsWith = (...emails: readonly string[]) =>
	emails.map((email, place) => ({ lead: withEmail(email, { mrr: place }) }));

test('a lead that is there is skipped, a new one is created', async () => {
	const items = leadsWith('hello@acme.example', 'new@x.example');
	const result = await site.run(createIfNew, items);
	expect(actionsOf(result.items)).toEqual(['skipped', 'created']);
	expect(result.items[0]?.json).toMatchObject({ id: SEED.lead, name: 'Acme Inc', mrr: 4900 });
	expect(await written()).toEqual([['POST', '', withEmail('new@x.example', { mrr: 1 })]]);
});

test('of items that mean the same lead the first one creates it', async () => {
	const items = leadsWith('new@x.example', 'NEW@x.example', 'other@x.example', 'new@x.example');
	const result = await site.run(createIfNew, items);
	expect(actionsOf(result.items)).toEqual(['created', 'skipped', 'created', 'skipped']);
	expect(result.items.map(linksOf)).toEqual([[0], [1], [2], [3]]);
	const ids = result.items.map(({ json }) => json.id);
	expect(ids).toEqual([ids[0], ids[0], ids[2], ids[0]]);
	expect(await written()).toHaveLength(2);
});

test('where the first one is refused the next one creates it', async () => {
	const items = [
		{ lead: withEmail('new@x.example', { status_id: 'stat_unknown' }) },
		{ lead: withEmail('new@x.example', { mrr: 2 }) },
		{ lead: withEmail('new@x.example', { mrr: 3 }) },
	];
	const result = await site.run(createIfNew, items, CONTINUE);
	expect(actionsOf(result.items)).toEqual([undefined, 'created', 'skipped']);
	expect(messagesOf(result.items)).toEqual([textWith('[Item 0]'), '', '']);
	expect((await written()).map(([, , body]) => body)).toEqual(
		items.slice(0, 2).map(({ lead }) => lead),
	);
});

test('what several leads match is an error that names them', async () => {
	const emails = [{ email: 'a@x.example' }];
	await site.sandbox.geniziz.make('leads', [
		{ id: 'lead_1', emails },
		{ id: 'lead_2', emails },
	]);
	const items = leadsWith('a@x.example', 'hello@acme.example');
	const result = await site.run(createIfNew, items, CONTINUE);
	expect(messagesOf(result.items)).toEqual([textWith('2 leads have the email a@x.example'), '']);
	expect(await written()).toEqual([]);
});

test('a dry run says that what is there is left as it is', async () => {
	const dry = { ...createIfNew, options: { dryRun: true } };
	const result = await site.run(dry, leadsWith('hello@acme.example'));
	expect(result.items[0]?.json.asked_first).toEqual([textWith('such a lead is left as it is')]);
	expect(await site.received()).toEqual([]);
});
