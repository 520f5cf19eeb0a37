// What may happen in a history: at the vendor, to n8n, and on the way between them.
import fc from 'fast-check';
import { MINUTE } from './clocks.mts';

/** How many histories each trigger goes through; more by HISTORIES in the environment. */
export const HISTORIES = Number(process.env.HISTORIES ?? 50);

/** How far the vendor's clock may be off, in ms. */
const VENDOR_OFF = 2 * MINUTE;
/** How late records show up: with what clocks are off, within the ten minutes of every trigger. */
const LATEST = 5 * MINUTE;

/** What happens at the vendor. */
export type VendorEvent =
	| { readonly kind: 'create'; readonly count: number; readonly late: number }
	| { readonly kind: 'change' | 'remove'; readonly which: number };

/** A poll, or several at a time. */
export interface PollEvent {
	readonly kind: 'poll';
	readonly atOnce: number;
	/** False where n8n throws away what comes, and with it the state. */
	readonly isTaken: boolean;
	readonly takesMs: number;
	readonly refusal?: { readonly after: number; readonly status: number; readonly times: number };
	readonly between: ReadonlyArray<{ readonly at: number; readonly event: VendorEvent }>;
}

/** What may happen. */
export type Event =
	| VendorEvent
	| PollEvent
	| { readonly kind: 'wait'; readonly ms: number }
	| { readonly kind: 'clock'; readonly whose: 'n8n' | 'vendor'; readonly ms: number }
	| { readonly kind: 'restart' };

const which = fc.nat(1000);

const vendorEvent: fc.Arbitrary<VendorEvent> = fc.oneof(
	{
		weight: 4,
		arbitrary: fc.record({
			kind: fc.constant('create' as const),
			count: fc.oneof(
				{ weight: 3, arbitrary: fc.integer({ min: 1, max: 4 }) },
				// An import.
				{ weight: 1, arbitrary: fc.integer({ min: 5, max: 40 }) },
			),
			late: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: LATEST })),
		}),
	},
	{ weight: 3, arbitrary: fc.record({ kind: fc.constant('change' as const), which }) },
	{ weight: 1, arbitrary: fc.record({ kind: fc.constant('remove' as const), which }) },
);

/** A poll that nothing disturbs. */
export const PLAIN_POLL: PollEvent = {
	kind: 'poll',
	atOnce: 1,
	isTaken: true,
	takesMs: 0,
	between: [],
};

const disturbedPoll: fc.Arbitrary<PollEvent> = fc.record({
	kind: fc.constant('poll' as const),
	atOnce: fc.constantFrom(1, 1, 2, 3),
	isTaken: fc.constantFrom(true, true, true, false),
	takesMs: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 15_000 })),
	refusal: fc.option(
		fc.record({
			after: fc.nat(6),
			status: fc.constantFrom(403, 413),
			times: fc.integer({ min: 1, max: 4 }),
		}),
		{ nil: undefined },
	),
	between: fc.array(fc.record({ at: fc.nat(8), event: vendorEvent }), { maxLength: 4 }),
});

const DAY = 24 * 60 * MINUTE;

/** How far n8n's clock is ahead, in ms. */
export const aheadOfN8n = fc.oneof(
	fc.constant(0),
	fc.integer({ min: -VENDOR_OFF, max: VENDOR_OFF }),
	fc.integer({ min: -DAY, max: DAY }),
);

const clock = fc.oneof(
	fc.record({
		kind: fc.constant('clock' as const),
		whose: fc.constant('vendor' as const),
		ms: fc.integer({ min: -VENDOR_OFF, max: VENDOR_OFF }),
	}),
	fc.record({
		kind: fc.constant('clock' as const),
		whose: fc.constant('n8n' as const),
		ms: aheadOfN8n,
	}),
);

/** Any event. */
export const anyEvent: fc.Arbitrary<Event> = fc.oneof(
	{ weight: 4, arbitrary: fc.constant(PLAIN_POLL) },
	{ weight: 3, arbitrary: disturbedPoll },
	{ weight: 8, arbitrary: vendorEvent },
	{
		weight: 3,
		arbitrary: fc.record({
			kind: fc.constant('wait' as const),
			ms: fc.oneof(fc.integer({ min: 0, max: MINUTE }), fc.integer({ min: 0, max: 600 * MINUTE })),
		}),
	},
	{ weight: 1, arbitrary: fc.constant({ kind: 'restart' as const }) },
	{ weight: 1, arbitrary: clock },
);
