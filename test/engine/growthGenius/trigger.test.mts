// The GrowthGenius Trigger on a clock of its own: windows of time that meet, each change once.
import type { IDataObject } from 'n8n-workflow';
import { useVendor } from '../../support/site.mts';
import { watchTrigger } from '../../support/trigger.mts';
import { growthGenius } from '../../support/vendors/growthGenius.mts';

const site = useVendor(growthGenius);

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const OVERLAP = 10 * MINUTE;
/** How far a window goes back into the one before it. */
const SEAM = 1000;
const START = Date.parse('2026-03-01T00:00:00.000Z');

let clock: jest.SpyInstance<number, []>;

/** Sets n8n's clock to so long after the start. */
function at(ms: number): void {
	clock.mockReturnValue(START + ms);
}

beforeEach(async () => {
	// The vendor's real clock would be months ahead of this one.
	await site.sandbox.reset({ dateHeader: false });
	clock = jest.spyOn(Date, 'now');
	at(0);
});

afterEach(() => {
	clock.mockRestore();
});

const idsOf = (records: readonly IDataObject[] | undefined) => (records ?? []).map(({ id }) => id);

/** The windows that were asked for, in ms after the start. */
async function windows(): Promise<Array<readonly [from: number, to: number]>> {
	const since = (value: unknown) => Date.parse(String(value)) - START;
	return (await site.received()).map(({ query }) => [since(query.from), since(query.to)]);
}

const EVENTS = [
	['contactUpdated', 'contacts', '/integrations/v1/contacts', { title: 'Other' }],
	['messageUpdated', 'messages', '/integrations/v1/messages', { rendered_copy: 'Other' }],
] as const;

describe.each(EVENTS)('%s', (event, kind, path, change) => {
	/** Makes records that were updated so long after the start. Gives their IDs. */
	const make = async (...times: readonly number[]) => {
		const ids = [];
		for (const ms of times)
			ids.push(...(await site.sandbox.growthGenius[kind].make({ createdAt: START + ms })));
		return ids;
	};
	const update = async (ids: number[], ms: number, values: IDataObject = change) =>
		await site.sandbox.growthGenius[kind].change({ ids, values, updatedAt: START + ms });

	test('outputs nothing at first, then each change once, oldest first', async () => {
		await make(-DAY, -MINUTE);
		const trigger = watchTrigger(site, { event });
		expect(await trigger.poll()).toBeUndefined();
		at(MINUTE);
		expect(await trigger.poll()).toBeUndefined();

		const [late, early] = await make(4 * MINUTE, 3 * MINUTE);
		at(5 * MINUTE);
		trigger.restart();
		expect(idsOf(await trigger.poll()).sort()).toEqual([late, early].sort());
		trigger.restart();
		at(6 * MINUTE);
		expect(await trigger.poll()).toBeUndefined();
	});

	test('asks for windows that meet, with the overlap', async () => {
		const trigger = watchTrigger(site, { event });
		for (const ms of [0, MINUTE, 20 * MINUTE]) {
			at(ms);
			await trigger.poll();
		}
		expect(await windows()).toEqual([
			[-OVERLAP, 0],
			[-OVERLAP, MINUTE],
			[MINUTE - OVERLAP, 20 * MINUTE],
		]);
		expect((await site.received()).map((request) => request.path)).toEqual([path, path, path]);
	});

	test('outputs a change of a record that was output before, also back to what it was', async () => {
		const trigger = watchTrigger(site, { event });
		await trigger.poll();
		const ids = await make(MINUTE);
		at(2 * MINUTE);
		const [first = {}] = (await trigger.poll()) ?? [];
		await update(ids, 3 * MINUTE);
		at(4 * MINUTE);
		expect(idsOf(await trigger.poll())).toEqual(ids);
		const [field = ''] = Object.keys(change);
		await update(ids, 5 * MINUTE, { [field]: first[field] ?? null });
		at(6 * MINUTE);
		expect(idsOf(await trigger.poll())).toEqual(ids);
		at(7 * MINUTE);
		expect(await trigger.poll()).toBeUndefined();
	});

	test('tells records of the same time apart', async () => {
		const trigger = watchTrigger(site, { event });
		await trigger.poll();
		const first = await make(MINUTE);
		at(MINUTE);
		expect(idsOf(await trigger.poll())).toEqual(first);
		const others = await make(MINUTE, MINUTE);
		at(2 * MINUTE);
		expect(idsOf(await trigger.poll())).toEqual(others);
	});

	test('outputs what shows up late within the overlap', async () => {
		const trigger = watchTrigger(site, { event });
		at(30 * MINUTE);
		await trigger.poll();
		const late = await make(30 * MINUTE - OVERLAP);
		at(31 * MINUTE);
		expect(idsOf(await trigger.poll())).toEqual(late);
		at(32 * MINUTE);
		expect(await trigger.poll()).toBeUndefined();
	});

	test('divides the time of a long pause into days that meet, and catches up', async () => {
		const trigger = watchTrigger(site, { event });
		await trigger.poll();
		const times = [0.5, 6.9, 7.5, 200, 364.99].map((days) => days * DAY);
		const ids = await make(...times);
		at(365 * DAY);
		expect(idsOf(await trigger.poll())).toEqual(ids);
		expect(await trigger.poll()).toBeUndefined();

		const asked = (await windows()).slice(1, -1);
		expect(asked[0]?.[0]).toBe(-OVERLAP);
		expect(Math.max(...asked.map(([from, to]) => to - from))).toBe(DAY + SEAM);
		const joints = asked.slice(1).map(([from], index) => (asked[index]?.[1] ?? 0) - from);
		expect(new Set(joints)).toEqual(new Set([SEAM]));
		expect(asked.at(-1)?.[1]).toBe(365 * DAY);
	});

	test('outputs what it has read when a later window fails, and goes on from there', async () => {
		const trigger = watchTrigger(site, { event });
		await trigger.poll();
		const ids = await make(0.5 * DAY, 2.5 * DAY);
		at(3 * DAY);
		await site.sandbox.fault({ kind: 'status', status: 403, path, after: 2, times: 2 });
		expect(idsOf(await trigger.poll())).toEqual(ids.slice(0, 1));
		await expect(trigger.poll()).rejects.toThrow('GrowthGenius');
		trigger.restart();
		expect(idsOf(await trigger.poll())).toEqual(ids.slice(1));
	});

	test('loses nothing to a fault, and tells the same one once an hour', async () => {
		const trigger = watchTrigger(site, { event });
		await trigger.poll();
		const ids = await make(MINUTE);
		const body = { error: 'Not now.' };
		await site.sandbox.fault({ kind: 'status', status: 403, body, times: 3 });
		at(2 * MINUTE);
		await expect(trigger.poll()).rejects.toThrow('GrowthGenius: Not now.');
		at(50 * MINUTE);
		expect(await trigger.poll()).toBeUndefined();
		at(63 * MINUTE);
		await expect(trigger.poll()).rejects.toThrow('GrowthGenius: Not now.');
		expect(idsOf(await trigger.poll())).toEqual(ids);
	});

	test('shows the newest in a test run and moves nothing', async () => {
		const trigger = watchTrigger(site, { event });
		await trigger.poll();
		const before = structuredClone(trigger.memory);
		const [id] = await make(-20 * DAY);
		expect(idsOf(await trigger.test())).toEqual([id]);
		expect(trigger.memory).toEqual(before);
		const [newest] = await make(MINUTE);
		at(2 * MINUTE);
		expect(idsOf(await trigger.test())).toEqual([newest]);
		expect(idsOf(await trigger.poll())).toEqual([newest]);
	});

	test('says in a test run that there is nothing', async () => {
		await expect(watchTrigger(site, { event }).test()).rejects.toMatchObject({
			message: 'There is nothing to show yet',
			description: `GrowthGenius has no ${kind} that were updated within a year: create or change one, then try again`,
		});
	});

	test('does no harm when the clock goes back', async () => {
		const trigger = watchTrigger(site, { event });
		await trigger.poll();
		at(-2 * DAY);
		const ids = await make(-MINUTE);
		expect(idsOf(await trigger.poll())).toEqual(ids);
		at(-DAY);
		expect(await trigger.poll()).toBeUndefined();
	});

	test.each([
		['a web page', { kind: 'html' }, 'a web page'],
		['no list', { kind: 'wrongType', body: { [kind]: 'x' } }, `it holds no list of ${kind}`],
	] as const)('tells readably of %s as the answer', async (_, fault, words) => {
		await site.sandbox.fault(fault);
		await expect(watchTrigger(site, { event }).poll()).rejects.toThrow(words);
	});
});

test('another event starts from where GrowthGenius stands now', async () => {
	const trigger = watchTrigger(site, { event: 'contactUpdated' });
	await trigger.poll();
	await site.sandbox.growthGenius.messages.make({ createdAt: START + MINUTE });
	at(2 * MINUTE);
	expect(await trigger.poll({ event: 'messageUpdated' })).toBeUndefined();
});

test('a contact with a time far ahead does not keep later ones from being output', async () => {
	const trigger = watchTrigger(site, { event: 'contactUpdated' });
	await trigger.poll();
	const ahead = { id: 7, updated_at: '2099-01-01T00:00:00.000Z' };
	await site.sandbox.fault({ kind: 'wrongType', body: { contacts: [ahead] } });
	at(MINUTE);
	expect(idsOf(await trigger.poll())).toEqual([7]);
	const ids = await site.sandbox.growthGenius.contacts.make({ createdAt: START + 20 * MINUTE });
	at(21 * MINUTE);
	expect(idsOf(await trigger.poll())).toEqual(ids);
});

test('contacts are simplified unless they are to be whole', async () => {
	const trigger = watchTrigger(site, { event: 'contactUpdated' });
	await trigger.poll();
	await site.sandbox.growthGenius.contacts.make({ count: 1, createdAt: START + MINUTE });
	at(2 * MINUTE);
	const [simple = {}] = (await trigger.test()) ?? [];
	expect(Object.keys(simple)).toHaveLength(10);
	const [whole = {}] = (await trigger.poll({ simplify: false })) ?? [];
	expect(whole).toHaveProperty('custom9');
});
