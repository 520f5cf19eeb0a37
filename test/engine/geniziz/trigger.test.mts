// The four events of the Geniziz Trigger that go by Geniziz's own times.
import { EVENTS, idsOf, time } from '../../support/genizizNews.mts';
import { useVendor } from '../../support/site.mts';
import { watchTrigger } from '../../support/trigger.mts';
import { geniziz } from '../../support/vendors/geniziz.mts';

const site = useVendor(geniziz);

const MINUTE = 60_000;

describe.each(EVENTS)('%s', (event, path, make) => {
	test('outputs nothing at first, then each new record once, oldest first', async () => {
		await make(site, ['before', 0]);
		const trigger = watchTrigger(site, { event });
		expect(await trigger.poll()).toBeUndefined();
		expect(await trigger.poll()).toBeUndefined();

		await make(site, ['second', 2000], ['first', 1000]);
		trigger.restart();
		expect(idsOf(await trigger.poll())).toEqual(['first', 'second']);
		trigger.restart();
		expect(await trigger.poll()).toBeUndefined();
	});

	test('tells records of the same time apart', async () => {
		await make(site, ['a', 0]);
		const trigger = watchTrigger(site, { event });
		await trigger.poll();

		await make(site, ['b', 0], ['c', 0]);
		expect(idsOf(await trigger.poll()).sort()).toEqual(['b', 'c']);
		await make(site, ['d', 0]);
		expect(idsOf(await trigger.poll())).toEqual(['d']);
		expect(await trigger.poll()).toBeUndefined();
	});

	test('finds a record that shows up late, up to ten minutes behind the newest', async () => {
		await make(site, ['a', 60 * MINUTE]);
		const trigger = watchTrigger(site, { event });
		await trigger.poll();

		await make(site, ['late', 50 * MINUTE], ['too late', 50 * MINUTE - 1]);
		expect(idsOf(await trigger.poll())).toEqual(['late']);
		expect(await trigger.poll()).toBeUndefined();
	});

	test('outputs more than one page of news', async () => {
		await make(site, ['a', 0]);
		const trigger = watchTrigger(site, { event });
		await trigger.poll();

		const news = Array.from({ length: 450 }, (_, at) => [`n${at}`, 1 + at * MINUTE] as const);
		await make(site, ...news.toReversed());
		expect(idsOf(await trigger.poll())).toEqual(news.map(([id]) => id));
		expect(await trigger.poll()).toBeUndefined();
	});

	test('passes over records that were deleted', async () => {
		await make(site, ['a', 0], ['b', 1]);
		const trigger = watchTrigger(site, { event });
		await trigger.poll();

		await make(site, ['c', 2], ['d', 3]);
		await site.sandbox.geniziz.remove('b', 'd');
		expect(idsOf(await trigger.poll())).toEqual(['c']);
		await site.sandbox.geniziz.remove('c');
		expect(await trigger.poll()).toBeUndefined();
		await make(site, ['e', 3]);
		expect(idsOf(await trigger.poll())).toEqual(['e']);
	});

	test('shows the newest record in the editor and moves nothing', async () => {
		await make(site, ['a', 0]);
		const trigger = watchTrigger(site, { event });
		await trigger.poll();
		const before = structuredClone(trigger.memory);

		await make(site, ['c', 2], ['b', 1]);
		expect(idsOf(await trigger.test())).toEqual(['c']);
		expect(trigger.memory).toEqual(before);
		expect(idsOf(await trigger.poll())).toEqual(['b', 'c']);
	});

	test('loses nothing when Geniziz cannot be asked', async () => {
		await make(site, ['a', 0]);
		const trigger = watchTrigger(site, { event });
		await trigger.poll();

		await make(site, ['b', 1]);
		const body = { error: 'Your plan has ended.' };
		await site.sandbox.fault({ kind: 'status', status: 402, body, path, times: 2 });
		await expect(trigger.poll()).rejects.toThrow('Geniziz: Your plan has ended.');
		expect(await trigger.poll()).toBeUndefined();
		expect(idsOf(await trigger.poll())).toEqual(['b']);
	});

	test('asks only for the fields that are chosen and those that it needs', async () => {
		await make(site, ['a', 0]);
		const options = { fields: ['name'], otherFields: 'note, type' };
		const trigger = watchTrigger(site, { event, options });
		const [shown] = (await trigger.test()) ?? [];
		const request = (await site.received()).at(-1);
		const asked = String(request?.query._fields).split(',');
		expect(asked).toEqual(expect.arrayContaining(['id', 'date_created', 'name', 'note', 'type']));
		expect(Object.keys(shown ?? {}).every((name) => asked.includes(name))).toBe(true);
	});
});

describe.each(['newest', 'oldest', 'updated', 'id'] as const)('lists ordered by %s', (order) => {
	test.each(EVENTS)('%s misses nothing and outputs nothing twice', async (event, _path, make) => {
		await site.sandbox.reset({ geniziz: { order } });
		await make(site, ...Array.from({ length: 250 }, (_, at) => [`old${at}`, at * MINUTE] as const));
		const trigger = watchTrigger(site, { event });
		await trigger.poll();
		const made: string[] = [];
		const emitted: unknown[] = [];
		for (let round = 0; round < 4; round++) {
			const at = (250 + round * 5) * MINUTE;
			// The last one of each round shows up behind the others.
			const news = [at, at, at + 1, at - 9 * MINUTE].map((when) => [id(made), when] as const);
			await make(site, ...news);
			emitted.push(...idsOf(await trigger.poll()));
		}
		expect(emitted).toHaveLength(made.length);
		expect(new Set(emitted)).toEqual(new Set(made));
	});
});

/** A new ID, in no order of time. */
function id(made: string[]): string {
	const next = `${(made.length * 7) % 10}-${made.length}`;
	made.push(next);
	return next;
}

describe.each([-2, 2])('a clock of Geniziz that is %i hours off', (hours) => {
	const skewMs = hours * 60 * MINUTE;

	test('does not keep news from being found', async () => {
		await site.sandbox.geniziz.setClock({ skewMs });
		await site.call('POST', '/api/v1/lead/', { name: 'Before' });
		const created = watchTrigger(site, { event: 'leadCreated' });
		const updated = watchTrigger(site, { event: 'leadUpdated' });
		await created.poll();
		await updated.poll();

		const made = await site.call('POST', '/api/v1/lead/', { name: 'After' });
		expect(await created.poll()).toEqual([made]);
		expect(await updated.poll()).toBeUndefined();
	});

	test('may be put right by some minutes', async () => {
		await site.sandbox.geniziz.setClock({ skewMs: skewMs + 8 * MINUTE });
		await site.call('POST', '/api/v1/lead/', { name: 'Before' });
		const trigger = watchTrigger(site, { event: 'leadCreated' });
		await trigger.poll();

		await site.sandbox.geniziz.setClock({ skewMs });
		const made = await site.call('POST', '/api/v1/lead/', { name: 'After' });
		expect(await trigger.poll()).toEqual([made]);
		expect(await trigger.poll()).toBeUndefined();
	});
});

test('a lead is updated when it was changed after its creation, once for each change', async () => {
	await site.sandbox.geniziz.make('leads', [
		{ id: 'new', date_created: time(0), date_updated: time(0) },
	]);
	const trigger = watchTrigger(site, { event: 'leadUpdated' });
	await trigger.poll();

	await site.sandbox.geniziz.change('new', { name: 'One', date_updated: time(1000) });
	expect(await trigger.poll()).toMatchObject([{ id: 'new', name: 'One' }]);
	await site.sandbox.geniziz.change('new', { name: 'Two', date_updated: time(2000) });
	expect(await trigger.poll()).toMatchObject([{ id: 'new', name: 'Two' }]);
	expect(await trigger.poll()).toBeUndefined();
});

test.each([
	// The end with the newest tells whether the order still holds: half a page that is known, and news.
	['newest', [0]],
	['oldest', [351]],
	['id', [0, 199, 398]],
] as const)('of a list ordered by %s no more is read than is needed', async (order, places) => {
	await site.sandbox.reset({ geniziz: { order } });
	const ages = Array.from({ length: 450 }, (_, at) => ({ date_created: time(-at * MINUTE) }));
	await site.sandbox.geniziz.make('opportunities', ages);
	const options = { wholeListHours: 0 };
	const trigger = watchTrigger(site, { event: 'opportunityCreated', options });
	await trigger.poll();
	const before = await site.received();
	await trigger.poll();
	const requests = (await site.received()).slice(before.length);
	expect(requests.map(({ query }) => Number(query._skip))).toEqual(places);
});

test('pages hold IDs and times; whole records are fetched of news alone', async () => {
	await site.sandbox.geniziz.make('leads', [{ id: 'old', name: 'Old', date_created: time(0) }]);
	const trigger = watchTrigger(site, { event: 'leadCreated' });
	await trigger.poll();
	const news = Array.from({ length: 20 }, (_, at) => ({
		id: `n${at}`,
		name: `New ${at}`,
		date_created: time(MINUTE + at),
	}));
	await site.sandbox.geniziz.make('leads', news);
	const before = (await site.received()).length;
	expect(await trigger.poll()).toMatchObject(news);
	const [page, whole, ...others] = (await site.received()).slice(before);
	expect(page?.query._fields).toBe('id,date_created,date_updated');
	expect(whole?.query).toEqual({ _limit: '20', _skip: '0' });
	expect(others).toEqual([]);
});

test('another event starts from where Geniziz stands now', async () => {
	const trigger = watchTrigger(site, { event: 'leadCreated' });
	await trigger.poll();
	await site.sandbox.geniziz.make('opportunities', [{ id: 'a', date_created: time(0) }]);
	expect(await trigger.poll({ event: 'opportunityCreated' })).toBeUndefined();
	await site.sandbox.geniziz.make('opportunities', [{ id: 'b', date_created: time(1) }]);
	expect(idsOf(await trigger.poll({ event: 'opportunityCreated' }))).toEqual(['b']);
});

test('a record without a date is passed over with a warning; were all, the poll fails', async () => {
	const whole = { id: 'b', date_created: time(0) };
	const trigger = watchTrigger(site, { event: 'activityCreated' });
	await site.sandbox.fault({ kind: 'wrongType', body: { data: [{ id: 'a' }, whole] } });
	await trigger.poll();
	expect(trigger.warnings).toEqual(['Passed over 1 records without an ID or a time']);
	await site.sandbox.fault({ kind: 'wrongType', body: { data: [{ id: 'a' }] } });
	await expect(trigger.poll()).rejects.toMatchObject({
		message: 'Geniziz answered in an unexpected form: no record in it has an ID and a time',
	});
});

test('an empty Geniziz is told in the editor, with what to do', async () => {
	await site.sandbox.fault({ kind: 'wrongType', body: { data: [], has_more: false } });
	const trigger = watchTrigger(site, { event: 'leadCreated' });
	await expect(trigger.test()).rejects.toMatchObject({
		message: 'There is nothing to show yet',
		description: 'Create a lead in Geniziz, then fetch the test event again',
	});
});
