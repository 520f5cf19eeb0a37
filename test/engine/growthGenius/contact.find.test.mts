// Contact > Find: one list serves all items with the same filters.
import { linksOf } from '../../support/results.mts';
import { useVendor } from '../../support/site.mts';
import { growthGenius } from '../../support/vendors/growthGenius.mts';

const site = useVendor(growthGenius);

const SEED = 1_102_755;

const find = {
	resource: 'contact',
	operation: 'find',
	findBy: '={{ $json.domain ? "domain" : "email" }}',
	email: '={{ $json.email }}',
	domain: '={{ $json.domain }}',
	returnAll: false,
	limit: 2,
};

test('each item gets what it looks for, up to its limit', async () => {
	const { contacts } = site.sandbox.growthGenius;
	const made = await contacts.make({ count: 3, values: { website: 'https://www.x.example/{n}' } });
	const items = [
		{ domain: 'http://x.example' },
		{ email: 'nobody@x.example' },
		{ email: 'SJOBS@apple.com' },
		{ domain: 'anz.com' },
	];
	const result = await site.run(find, items);
	expect(result.error).toBeUndefined();
	expect(result.items.map((item) => [...linksOf(item), item.json.id])).toEqual([
		[0, made[0]],
		[0, made[1]],
		[2, SEED],
		[3, SEED],
	]);
	expect(Object.keys(result.items[3]?.json ?? {})).not.toContain('website');
	expect(await site.received()).toHaveLength(1);
});

test('GrowthGenius itself filters by the time of the update', async () => {
	const filters = { from: '={{ $json.from }}' };
	const items = [
		{ email: 'sjobs@apple.com', from: '2021-01-01' },
		{ email: 'sjobs@apple.com', from: '2022-01-01' },
		{ domain: 'anz.com', from: '2021-01-01' },
	];
	const result = await site.run({ ...find, filters }, items);
	expect(result.items.map((item) => linksOf(item)[0])).toEqual([0, 2]);
	expect(await site.received()).toHaveLength(2);
});
