// Lists between two times, simplified contacts, and companies.
import { errorOf } from '../../support/results.mts';
import { useVendor } from '../../support/site.mts';
import { growthGenius } from '../../support/vendors/growthGenius.mts';

const site = useVendor(growthGenius);

const contacts = { resource: 'contact', operation: 'getAll' };
const find = { resource: 'company', operation: 'find' };

test("times without an offset are in the workflow's time zone", async () => {
	const filters = { from: '2021-01-19', to: '2021-07-20T09:30:00' };
	await site.run({ ...contacts, filters }, [{}], { timezone: 'America/New_York' });
	expect((await site.received())[0]?.query).toEqual({
		user_id: '78',
		from: '2021-01-19T00:00:00.000-05:00',
		to: '2021-07-20T09:30:00.000-04:00',
	});
});

// No document says what GrowthGenius lists between ends that were not sent.
test.each([
	['no end', {}],
	['one end', { from: '2019-01-01T00:00:00Z' }],
	['blank ends', { from: '', to: null }],
])('with %s all there is behind it is listed, and both ends are sent', async (_, filters) => {
	for (const documents of ['generous', 'strict'] as const) {
		await site.sandbox.reset({ documents });
		await site.sandbox.growthGenius.contacts.make({ count: 3 });
		const before = Date.now();
		const { items } = await site.run({ ...contacts, returnAll: true, filters });
		expect(items).toHaveLength(4);

		const { from, to } = (await site.received())[0]?.query ?? {};
		expect(Date.parse(String(from))).toBeLessThan(Date.parse('2020-01-01'));
		expect(Date.parse(String(to))).toBeGreaterThan(before);
	}
});

test('a range that ends before it begins is bad input', async () => {
	const filters = { from: '2021-02-01T00:00:00Z', to: '2021-01-01T00:00:00Z' };
	const error = errorOf(await site.run({ ...contacts, filters }));
	expect(error.message).toMatch(/'Updated To' \(.*\) is before 'Updated From' \(.*\) \[Item 0\]/);
	expect(await site.received()).toEqual([]);
});

test('all are returned, or as many as the limit says', async () => {
	await site.sandbox.growthGenius.contacts.make({ count: 120 });
	const all = await site.run({ ...contacts, returnAll: true });
	expect(all.items).toHaveLength(121);
	const some = await site.run({ ...contacts, returnAll: false, limit: 100 });
	expect(some.items).toHaveLength(100);
});

test('contacts are simplified unless they are to be whole', async () => {
	const [simple] = (await site.run(contacts)).items;
	expect(simple?.json).toEqual({
		id: 1102755,
		first_name: 'Tony',
		last_name: 'Barkley',
		email: 'sjobs@apple.com',
		title: 'Relationship Associate',
		company_name: 'Apple Inc.',
		linkedin_url: 'linkedin.com/in/tony-barkley-92824584',
		status: 'Ongoing',
		created_at: '2021-01-19T17:06:25.730-05:00',
		updated_at: '2021-01-19T17:07:20.529-05:00',
	});
	const [whole] = (await site.run({ ...contacts, simplify: false })).items;
	expect(whole?.json).toMatchObject({ contact_account: { id: 485499 }, prospect_id: 236811124 });
});

describe.each(['contact', 'company', 'none'] as const)('a company in the wrapper %s', (wrapper) => {
	test('comes out of it', async () => {
		await site.sandbox.reset({ growthGenius: { companyWrapper: wrapper } });
		const { items } = await site.run({ ...find, domain: 'Apple.com' });
		expect(items[0]?.json).toMatchObject({ company_name: 'Apple Inc.' });
	});
});

test.each([
	['apple.com', 'apple.com'],
	[' https://www.Apple.com/mac/?a=b ', 'apple.com'],
	['http://shop.apple.com:8080', 'shop.apple.com'],
])('the domain in "%s" is %s', async (domain, sent) => {
	await site.run({ ...find, domain });
	expect((await site.received())[0]?.query).toEqual({ user_id: '78', domain: sent });
});

test.each(['Apple Inc.', 'sjobs@apple.com', 'localhost'])('"%s" is no domain', async (domain) => {
	const error = errorOf(await site.run({ ...find, domain }));
	expect(error.message).toBe(
		`'Domain' must be a domain such as apple.com, not "${domain}" [Item 0]`,
	);
});
