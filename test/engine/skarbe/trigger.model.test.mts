// The Skarbe Trigger through random histories: each new contact comes once.
import fc from 'fast-check';
import { SANDBOX_SKARBE_KEY } from '../../../sandbox/skarbe/key.mts';
import {
	DEFAULT_SKARBE,
	withSkarbe,
	type SkarbeChange,
} from '../../../sandbox/skarbe/settings.mts';
import { createSkarbe } from '../../../sandbox/skarbe/vendor.mts';
import { documentsOfRun } from '../../support/documents.mts';
import { checkHistories } from '../../support/model/live.mts';
import { RecordWorld } from '../../support/model/records.mts';
import type { MakeWorld } from '../../support/model/world.mts';
import { skarbe } from '../../support/vendors/skarbe.mts';

/** What no document says: the order of the list, and how exact its times are. */
const settings: fc.Arbitrary<SkarbeChange> = fc.record({
	documents: fc.constant(documentsOfRun()),
	milliseconds: fc.boolean(),
	listOrder: fc.constantFrom('id', 'idDescending', 'shuffled'),
});

test('contactCreated', async () => {
	const makeWorld =
		(change: SkarbeChange): MakeWorld =>
		(clocks) => {
			const vendor = createSkarbe({ skarbe: withSkarbe(DEFAULT_SKARBE, change) });
			return new RecordWorld(clocks, {
				vendor: skarbe,
				key: SANDBOX_SKARBE_KEY,
				parameters: { event: 'contactCreated', simplify: false },
				records: vendor.store().contacts,
				api: vendor,
			});
		};
	await checkHistories(settings, makeWorld);
}, 3_600_000);
