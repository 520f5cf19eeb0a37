// Opportunity Updated: the document shows no time of change, so opportunities are compared.
import { useVendor } from '../../support/site.mts';
import { watchTrigger } from '../../support/trigger.mts';
import { geniziz } from '../../support/vendors/geniziz.mts';

const site = useVendor(geniziz);
const event = 'opportunityUpdated';

describe.each([
	['without a time of change, as the document shows them', true],
	['with a time of change', false],
])('opportunities %s', (_, bareOpportunities) => {
	beforeEach(async () => {
		await site.sandbox.reset({ geniziz: { bareOpportunities } });
		await site.sandbox.geniziz.make('opportunities', [
			{ id: 'a', value: 100, custom: { seats: 1, plan: 'Scale' } },
			{ id: 'b', value: 200 },
		]);
	});

	test('are output when something in them has changed, once for each change', async () => {
		const trigger = watchTrigger(site, { event });
		expect(await trigger.poll()).toBeUndefined();
		expect(await trigger.poll()).toBeUndefined();

		await site.sandbox.geniziz.change('b', { value: 300 });
		trigger.restart();
		expect(await trigger.poll()).toMatchObject([{ id: 'b', value: 300 }]);
		trigger.restart();
		expect(await trigger.poll()).toBeUndefined();

		await site.sandbox.geniziz.change('b', { value: 200 });
		await site.sandbox.geniziz.change('a', { custom: { seats: 2, plan: 'Scale' } });
		expect(await trigger.poll()).toHaveLength(2);
	});

	test('are not output for another order of what is in them', async () => {
		const trigger = watchTrigger(site, { event });
		await trigger.poll();
		await site.sandbox.geniziz.change('a', { custom: { plan: 'Scale', seats: 1 } });
		expect(await trigger.poll()).toBeUndefined();
	});

	test('are not output when they are new or deleted', async () => {
		const trigger = watchTrigger(site, { event });
		await trigger.poll();
		await site.sandbox.geniziz.make('opportunities', [{ id: 'c', value: 1 }]);
		await site.sandbox.geniziz.remove('a');
		expect(await trigger.poll()).toBeUndefined();
		await site.sandbox.geniziz.change('c', { value: 2 });
		expect(await trigger.poll()).toMatchObject([{ id: 'c', value: 2 }]);
	});

	test('are found on every page', async () => {
		const many = Array.from({ length: 450 }, (_each, at) => ({ id: `o${at}`, value: at }));
		await site.sandbox.geniziz.make('opportunities', many);
		const trigger = watchTrigger(site, { event });
		await trigger.poll();
		for (const id of ['o0', 'o225', 'o449']) await site.sandbox.geniziz.change(id, { value: -1 });
		const output = (await trigger.poll()) ?? [];
		expect(output.map(({ id }) => id).sort()).toEqual(['o0', 'o225', 'o449']);
	});
});

test('with fields chosen, only changes in them count', async () => {
	await site.sandbox.geniziz.make('opportunities', [{ id: 'a', value: 100, note: 'Old' }]);
	const trigger = watchTrigger(site, { event, options: { otherFields: 'value' } });
	await trigger.poll();
	await site.sandbox.geniziz.change('a', { note: 'New' });
	expect(await trigger.poll()).toBeUndefined();
	await site.sandbox.geniziz.change('a', { value: 300 });
	const [output] = (await trigger.poll()) ?? [];
	expect(output).toEqual({ id: 'a', value: 300, date_created: output?.date_created });
});

test('one that is missing in one answer is still known in the next', async () => {
	await site.sandbox.geniziz.make('opportunities', [{ id: 'a', value: 100 }]);
	const trigger = watchTrigger(site, { event });
	await trigger.poll();
	await site.sandbox.fault({ kind: 'wrongType', body: { data: [], has_more: false } });
	expect(await trigger.poll()).toBeUndefined();
	await site.sandbox.geniziz.change('a', { value: 300 });
	expect(await trigger.poll()).toMatchObject([{ id: 'a', value: 300 }]);
});

test('nothing is lost when Geniziz cannot be asked', async () => {
	await site.sandbox.geniziz.make('opportunities', [{ id: 'a', value: 100 }]);
	const trigger = watchTrigger(site, { event });
	await trigger.poll();
	await site.sandbox.geniziz.change('a', { value: 300 });
	const body = { error: 'Not now.' };
	await site.sandbox.fault({ kind: 'status', status: 402, body });
	await expect(trigger.poll()).rejects.toThrow('Geniziz: Not now.');
	expect(await trigger.poll()).toMatchObject([{ id: 'a', value: 300 }]);
});

test('a test run shows the newest and moves nothing', async () => {
	await site.sandbox.geniziz.make('opportunities', [
		{ id: 'newest', date_created: '2040-01-01T00:00:00.000Z' },
	]);
	const trigger = watchTrigger(site, { event });
	await trigger.poll();
	const before = structuredClone(trigger.memory);
	await site.sandbox.geniziz.change('newest', { value: 300 });
	expect(await trigger.test()).toMatchObject([{ id: 'newest', value: 300 }]);
	expect(trigger.memory).toEqual(before);
	expect(await trigger.poll()).toMatchObject([{ id: 'newest', value: 300 }]);
});

test('more than can be compared are refused, with what to do instead', async () => {
	const many = Array.from({ length: 20_001 }, (_, at) => ({ id: `o${at}` }));
	await site.sandbox.geniziz.make('opportunities', many);
	const trigger = watchTrigger(site, { event });
	await expect(trigger.poll()).rejects.toMatchObject({
		message: 'There are more than the 20000 records that this trigger can compare',
		description: 'Read them with Get Many in a scheduled workflow instead',
	});
	// It was said once; from here on one small request looks whether there are fewer.
	const before = (await site.received()).length;
	expect(await trigger.poll()).toBeUndefined();
	const [look, ...others] = (await site.received()).slice(before);
	expect(look?.query).toMatchObject({ _limit: '1', _skip: '20000' });
	expect(others).toEqual([]);
	await site.sandbox.geniziz.remove('o0', 'o1');
	await trigger.poll();
	await site.sandbox.geniziz.change('o7', { value: 300 });
	expect(await trigger.poll()).toMatchObject([{ id: 'o7', value: 300 }]);
});

test('a field that Geniziz adds to all of them is no change; one that it adds to one is', async () => {
	const many = Array.from({ length: 20 }, (_, at) => ({ id: `o${at}`, value: at }));
	await site.sandbox.geniziz.make('opportunities', many);
	const trigger = watchTrigger(site, { event });
	await trigger.poll();
	for (const { id } of many) await site.sandbox.geniziz.change(id, { forecast: 'new' });
	await site.sandbox.geniziz.change('o3', { value: 300 });
	expect((await trigger.poll())?.map(({ id }) => id)).toEqual(['o3']);
	await site.sandbox.geniziz.change('o4', { remark: 'own' });
	expect((await trigger.poll())?.map(({ id }) => id)).toEqual(['o4']);
	await site.sandbox.geniziz.change('o5', { forecast: 'other' });
	expect((await trigger.poll())?.map(({ id }) => id)).toEqual(['o5']);
	expect(await trigger.poll()).toBeUndefined();
});

test('other fields to return are no change', async () => {
	await site.sandbox.geniziz.make('opportunities', [{ id: 'a', value: 100, note: 'Old' }]);
	const trigger = watchTrigger(site, { event, options: { otherFields: 'value' } });
	await trigger.poll();
	expect(await trigger.poll({ options: { otherFields: 'value, note' } })).toBeUndefined();
	expect(await trigger.poll({ options: { otherFields: 'value, note' } })).toBeUndefined();
});

test('one that is deleted and comes back as it was is no change', async () => {
	await site.sandbox.geniziz.make('opportunities', [{ id: 'a', value: 100 }, { id: 'b' }]);
	const trigger = watchTrigger(site, { event });
	await trigger.poll();
	const { opportunities } = (await site.sandbox.state()).geniziz;
	const before = opportunities.find(({ id }) => id === 'a') ?? {};
	await site.sandbox.geniziz.remove('a');
	expect(await trigger.poll()).toBeUndefined();
	await site.sandbox.geniziz.make('opportunities', [before]);
	trigger.restart();
	expect(await trigger.poll()).toBeUndefined();
});
