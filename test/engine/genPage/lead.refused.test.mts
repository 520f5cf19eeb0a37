// Lead > Create or Update: leads that GenPage refuses, whatever becomes of the others of their batch.
import { useGenPage } from '../../support/genPage.mts';
import { leadItems, upsert } from '../../support/leads.mts';
import { linksOf } from '../../support/results.mts';

const site = useGenPage();

test.each([
	['whole', 'name'],
	['whole', 'none'],
	['partly', 'position'],
	['partly', 'none'],
] as const)('a batch refused %s, bad leads told by %s', async (refusal, leadErrors) => {
	await site.sandbox.reset({ genPage: { refusal, leadErrors }, leadsPerSecond: 0 });
	const items = leadItems(20).map((lead, at) =>
		at === 3 || at === 11 ? { ...lead, lead_id: 999_999 } : lead,
	);
	const more = { onError: 'continueRegularOutput' } as const;
	const result = await site.run(upsert({ waitForCompletion: true }), items, more);
	expect(result.items.map(linksOf)).toEqual(items.map((_, at) => [at]));
	const refused = result.items.flatMap(({ json }, at) => ('error' in json ? [at] : []));
	expect(refused).toEqual([3, 11]);

	const { leads } = (await site.sandbox.state()).genPage;
	const good = items.filter((_, at) => !refused.includes(at));
	expect(leads.map(({ email }) => email).toSorted()).toEqual(
		good.map(({ email }) => email).toSorted(),
	);
});
