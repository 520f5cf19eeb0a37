// The GrowthGenius Trigger through random histories: each change of a contact or a message comes once.
import fc from 'fast-check';
import { SANDBOX_GROWTHGENIUS_KEY } from '../../../sandbox/growthGenius/key.mts';
import {
	DEFAULT_GROWTHGENIUS,
	withGrowthGenius,
	type GrowthGeniusChange,
} from '../../../sandbox/growthGenius/settings.mts';
import { createGrowthGenius } from '../../../sandbox/growthGenius/vendor.mts';
import { documentsOfRun } from '../../support/documents.mts';
import { PLAIN_POLL } from '../../support/model/events.mts';
import { checkHistories, type History } from '../../support/model/live.mts';
import { RecordWorld } from '../../support/model/records.mts';
import type { MakeWorld } from '../../support/model/world.mts';
import { growthGenius } from '../../support/vendors/growthGenius.mts';

const documents = documentsOfRun();

/** What no document says: whether the ends of a window belong to it, and in what order lists come. */
const settings: fc.Arbitrary<GrowthGeniusChange> = fc.record({
	documents: fc.constant(documents),
	fromInclusive: fc.boolean(),
	toInclusive: fc.boolean(),
	messageTimes: fc.boolean(),
	listOrder: fc.constantFrom('id', 'idDescending', 'shuffled'),
});

/** Messages, which carry no time, led a trigger ahead whose n8n had a clock that was ahead. */
const AHEAD: History = {
	before: 0,
	aheadMs: 0,
	events: [
		{ kind: 'clock', whose: 'n8n', ms: 600_001 },
		{ kind: 'change', which: 0 },
		PLAIN_POLL,
		{ kind: 'change', which: 0 },
		PLAIN_POLL,
	],
	budgetMs: undefined,
};

/** A window that ended ahead of the vendor's clock was taken for read, and the next one began there. */
const FAR_AHEAD: History = {
	before: 0,
	aheadMs: 48_573_649,
	events: [
		{ kind: 'create', count: 2, late: 0 },
		{ kind: 'wait', ms: 37_217_343 },
		{
			...PLAIN_POLL,
			refusal: { after: 1, status: 403, times: 1 },
			between: [{ at: 1, event: { kind: 'create', count: 1, late: 352 } }],
		},
	],
	budgetMs: undefined,
};

/** The same within one window, whose second half was refused. */
const BEHIND: History = {
	before: 13,
	aheadMs: -45_283,
	events: [
		{ kind: 'wait', ms: 30_540 },
		{ ...PLAIN_POLL, between: [{ at: 0, event: { kind: 'create', count: 1, late: 0 } }] },
		{ kind: 'change', which: 0 },
		{ kind: 'change', which: 0 },
		{
			...PLAIN_POLL,
			isTaken: false,
			takesMs: 4_575,
			refusal: { after: 0, status: 413, times: 1 },
		},
		{ kind: 'restart' },
		{ kind: 'remove', which: 0 },
		{ kind: 'remove', which: 0 },
		PLAIN_POLL,
		{ kind: 'create', count: 1, late: 0 },
		{ kind: 'change', which: 0 },
		{ ...PLAIN_POLL, takesMs: 14_717, refusal: { after: 1, status: 413, times: 1 } },
		{ kind: 'create', count: 1, late: 60_435 },
	],
	budgetMs: undefined,
};

const EXAMPLES = [AHEAD, FAR_AHEAD, BEHIND].map(
	(each) => [{ documents, fromInclusive: false, toInclusive: false }, each] as const,
);

const EVENTS = [
	['contactUpdated', 'contacts', 'title'],
	['messageUpdated', 'messages', 'rendered_subject'],
] as const;

test.each(EVENTS)(
	'%s',
	async (event, kind, changing) => {
		const makeWorld =
			(change: GrowthGeniusChange): MakeWorld =>
			(clocks) => {
				const vendor = createGrowthGenius({
					growthGenius: withGrowthGenius(DEFAULT_GROWTHGENIUS, change),
				});
				return new RecordWorld(clocks, {
					vendor: growthGenius,
					key: SANDBOX_GROWTHGENIUS_KEY,
					parameters: { event, simplify: false },
					records: vendor.store()[kind],
					changing,
					api: vendor,
				});
			};
		await checkHistories(settings, makeWorld, EXAMPLES);
	},
	3_600_000,
);
