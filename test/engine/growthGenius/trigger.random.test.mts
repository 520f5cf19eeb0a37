// The GrowthGenius Trigger through weeks of changes, late ones, pauses and faults: nothing is
// missed, and nothing comes twice.
import type { IDataObject } from 'n8n-workflow';
import { Random } from '../../probe/random.mts';
import { useVendor } from '../../support/site.mts';
import { watchTrigger } from '../../support/trigger.mts';
import { growthGenius } from '../../support/vendors/growthGenius.mts';

const site = useVendor(growthGenius);

const MINUTE = 60_000;
const START = Date.parse('2026-03-01T00:00:00.000Z');
/** Late records and clocks that differ together stay within the trigger's overlap. */
const LATEST = 5 * MINUTE;

const BORDERS = [
	{ fromInclusive: true, toInclusive: true },
	{ fromInclusive: false, toInclusive: false },
	{ fromInclusive: true, toInclusive: false, messageTimes: true },
	{ clockSkewMs: 4 * MINUTE, listOrder: 'shuffled' },
	{ clockSkewMs: -4 * MINUTE, listOrder: 'idDescending' },
] as const;

const KINDS = [
	['contactUpdated', 'contacts', 'title'],
	['messageUpdated', 'messages', 'rendered_subject'],
] as const;

/** A record and the value that tells its states apart. */
function stateOf({ id, ...record }: IDataObject, field: string): string {
	return `${JSON.stringify(id)} ${JSON.stringify(record[field])}`;
}

afterEach(() => {
	jest.restoreAllMocks();
});

describe.each(KINDS)('%s', (event, kind, field) => {
	test.each(BORDERS)('with a vendor of %j', async (settings) => {
		// The vendor's real clock would be months ahead of the test's.
		await site.sandbox.reset({ growthGenius: settings, dateHeader: false });
		const skew = 'clockSkewMs' in settings ? settings.clockSkewMs : 0;
		const random = new Random(skew + field.length);
		const clock = jest.spyOn(Date, 'now').mockReturnValue(START);
		const records = site.sandbox.growthGenius[kind];
		const trigger = watchTrigger(site, { event });
		const emitted: string[] = [];
		const collect = async () => {
			const output = await trigger.poll().catch(() => []);
			for (const record of output ?? []) emitted.push(stateOf(record, field));
			trigger.restart();
		};
		await collect();

		const expected: string[] = [];
		const known: number[] = [];
		let now = START;
		for (let round = 1; round <= 20; round++) {
			now += random.between(1, random.pick([2, 60, 3 * 24 * 60])) * MINUTE;
			for (let count = random.between(0, 3); count > 0; count--) {
				const value = round * 10 + count;
				const updatedAt = Math.max(START + skew, now + skew - random.between(0, LATEST));
				const old = random.between(0, 1) === 0 ? known[random.between(0, known.length)] : undefined;
				const values = { [field]: value };
				// Of a record that is changed again before it was output only the last state is seen.
				const last = expected.findLast((each) => each.startsWith(`${old} `));
				const isPending = last !== undefined && !emitted.includes(last);
				const wish = { values, updatedAt };
				const [id = 0] =
					old === undefined || isPending
						? await records.make({ ...wish, createdAt: updatedAt })
						: await records.change({ ids: [old], ...wish });
				known.push(id);
				expected.push(`${id} ${value}`);
			}
			clock.mockReturnValue(now);
			if (random.between(0, 5) === 0) await site.sandbox.fault({ kind: 'status', status: 403 });
			await collect();
		}
		// A vendor whose clock is ahead shows the last ones later.
		for (let round = 0; round < 3; round++) {
			clock.mockReturnValue((now += 5 * MINUTE));
			await collect();
		}
		expect(emitted.toSorted()).toEqual(expected.toSorted());
		expect(JSON.stringify(trigger.memory).length).toBeLessThan(5_000);
	});
});
