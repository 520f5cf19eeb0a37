// The Skarbe Trigger, poll by poll: each new contact once.
import type { IDataObject } from 'n8n-workflow';
import { Random } from '../../probe/random.mts';
import { useVendor } from '../../support/site.mts';
import { watchTrigger } from '../../support/trigger.mts';
import { skarbe } from '../../support/vendors/skarbe.mts';

const site = useVendor(skarbe);

const MINUTE = 60_000;
const OVERLAP = 10 * MINUTE;
const DAY = 24 * 60 * MINUTE;
/** Later than anything in the sandbox, so that what a test makes is the newest; and a whole second. */
const START = Math.floor((Date.now() - 60 * DAY) / 1000) * 1000;

const idsOf = (records: readonly IDataObject[] | undefined) => (records ?? []).map(({ id }) => id);

/** Makes contacts that were created so long after the start. Gives their IDs in order. */
async function make(...times: readonly number[]): Promise<number[]> {
	const ids = [];
	for (const ms of times)
		ids.push(...(await site.sandbox.skarbe.contacts.make({ createdAt: START + ms })));
	return ids;
}

test('outputs nothing at first, then each new contact once, oldest first', async () => {
	await make(0);
	const trigger = watchTrigger(site, {});
	expect(await trigger.poll()).toBeUndefined();
	expect(await trigger.poll()).toBeUndefined();

	const [second, first] = await make(2 * MINUTE, MINUTE);
	trigger.restart();
	expect(idsOf(await trigger.poll())).toEqual([first, second]);
	trigger.restart();
	expect(await trigger.poll()).toBeUndefined();
	const requests = await site.received();
	expect(requests.map(({ path, query }) => ({ path, query }))).toEqual(
		requests.map(() => ({ path: '/api/connect/contacts', query: {} })),
	);
});

test('outputs all that comes into an organization without contacts', async () => {
	await site.sandbox.skarbe.contacts.remove([1]);
	const trigger = watchTrigger(site, {});
	await trigger.poll();
	const ids = await make(0, MINUTE);
	expect(idsOf(await trigger.poll())).toEqual(ids);
});

test('tells contacts of the same second apart', async () => {
	const [first] = await make(0);
	const trigger = watchTrigger(site, {});
	await trigger.poll();
	const others = await make(0, 0);
	expect(idsOf(await trigger.poll())).toEqual(others);
	expect(others).not.toContain(first);
	const more = await make(0);
	expect(idsOf(await trigger.poll())).toEqual(more);
});

test('outputs what shows up late within the overlap', async () => {
	await make(20 * MINUTE);
	const trigger = watchTrigger(site, {});
	await trigger.poll();
	const late = await make(20 * MINUTE - OVERLAP);
	expect(idsOf(await trigger.poll())).toEqual(late);
	expect(await trigger.poll()).toBeUndefined();
});

test('outputs no changes and no deletions', async () => {
	const ids = await make(0, MINUTE);
	const trigger = watchTrigger(site, {});
	await trigger.poll();
	await site.sandbox.skarbe.contacts.change({ ids: ids.slice(0, 1), values: { firstName: 'Ada' } });
	await site.sandbox.skarbe.contacts.remove(ids.slice(1));
	expect(await trigger.poll()).toBeUndefined();
});

test('loses nothing to a fault, and tells the same one once', async () => {
	await make(0);
	const trigger = watchTrigger(site, {});
	await trigger.poll();
	const ids = await make(MINUTE);
	const body = { error: 'Not now' };
	await site.sandbox.fault({ kind: 'status', status: 400, body, times: 2 });
	await expect(trigger.poll()).rejects.toThrow('Skarbe: Not now');
	trigger.restart();
	expect(await trigger.poll()).toBeUndefined();
	expect(idsOf(await trigger.poll())).toEqual(ids);
});

test('shows the newest in a test run and moves nothing', async () => {
	const trigger = watchTrigger(site, {});
	await trigger.poll();
	const before = structuredClone(trigger.memory);
	const [older, newest] = await make(0, MINUTE);
	expect(idsOf(await trigger.test())).toEqual([newest]);
	expect(trigger.memory).toEqual(before);
	expect(idsOf(await trigger.poll())).toEqual([older, newest]);
});

test('says in a test run that there is nothing', async () => {
	await site.sandbox.skarbe.contacts.remove([1]);
	await expect(watchTrigger(site, {}).test()).rejects.toMatchObject({
		message: 'There is nothing to show yet',
		description: 'Skarbe has no contacts: create one there, then try again',
	});
});

test('contacts are simplified unless they are to be whole', async () => {
	// That lists show it is not sure.
	await site.sandbox.reset({ skarbe: { leadStatusInLists: true } });
	const [simple] = (await watchTrigger(site, {}).test()) ?? [];
	expect(simple).toMatchObject({ id: 1, leadStatus: 'New Lead', leadStatusId: 1 });
	const [whole] = (await watchTrigger(site, { simplify: false }).test()) ?? [];
	expect(whole).toMatchObject({ id: 1, fullName: 'John Doe', leadStatus: { label: 'New Lead' } });
});

describe('times that cannot be read', () => {
	const answer = (...contacts: object[]) =>
		site.sandbox.fault({ kind: 'wrongType', body: contacts, times: 9 });

	test('of some contacts do not hold up the others', async () => {
		await answer({ id: 7 }, { id: 8, createdAt: 'soon' }, { id: 9, createdAt: '2040-01-01' });
		expect(idsOf(await watchTrigger(site, {}).test())).toEqual([9]);
	});

	test('of all contacts are told, so that the trigger is not silent for ever', async () => {
		await answer({ id: 7 }, { id: 8, createdAt: 'soon' });
		await expect(watchTrigger(site, {}).poll()).rejects.toThrow("its contacts hold no 'createdAt'");
	});
});

test.each([
	['a web page', { kind: 'html' }, 'a web page'],
	['an object', { kind: 'wrongType', body: { id: 1 } }, 'it holds no list of contacts'],
] as const)('tells readably of %s as the answer', async (_, fault, words) => {
	await site.sandbox.fault(fault);
	await expect(watchTrigger(site, {}).poll()).rejects.toThrow(words);
});

test.each([
	{ listOrder: 'id' },
	{ listOrder: 'idDescending', milliseconds: true },
	{ listOrder: 'shuffled', omitEmpty: true },
] as const)('nothing is missed and nothing comes twice from a vendor of %j', async (settings) => {
	await site.sandbox.reset({ skarbe: settings });
	const random = new Random(settings.listOrder.length);
	await make(0);
	const trigger = watchTrigger(site, {});
	await trigger.poll();
	const expected: number[] = [];
	const emitted: unknown[] = [];
	let newest = 0;
	for (let round = 0; round < 40; round++) {
		newest += random.between(0, random.pick([1, 60, 24 * 60])) * MINUTE;
		for (let count = random.between(0, 4); count > 0; count--)
			expected.push(...(await make(Math.max(0, newest - random.between(0, OVERLAP / 2)))));
		if (random.between(0, 5) === 0) await site.sandbox.fault({ kind: 'status', status: 400 });
		emitted.push(...idsOf(await trigger.poll().catch(() => [])));
		trigger.restart();
	}
	emitted.push(...idsOf(await trigger.poll()));
	expect(emitted.toSorted()).toEqual(expected.toSorted());
	expect(JSON.stringify(trigger.memory).length).toBeLessThan(5_000);
});
