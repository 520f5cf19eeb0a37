// Tests of every operation of a vendor under every fault.
import { examplesOf, runExample, type Example, type Named } from '../generated/examples.mts';
import { useVendor, type VendorSite } from '../site.mts';
import type { TestedVendor } from '../vendor.mts';
import { expectEver, expectOnce, type Holds } from './check.mts';
import type { Fault, Often } from './fault.mts';
import { heldBy } from './held.mts';
import { kindOf } from './kinds.mts';
import { isMetAgain } from './promise.mts';
import { runUnder, type Seen } from './run.mts';
import { specialOf } from './special.mts';
import type { SkippedTime } from './skippedTime.mts';

/** What came of one operation under one fault. */
export interface Outcome {
	readonly vendor: TestedVendor;
	readonly example: Example;
	readonly fault: Fault;
	readonly often: Often;
	readonly seen: Seen;
}

/**
 * Generates these tests for a vendor; called by a test file.
 *
 * @param note gets what came of each
 */
export function testMatrix(
	vendor: TestedVendor,
	faults: readonly Fault[],
	time: SkippedTime,
	note: (outcome: Outcome) => void,
): void {
	describe(vendor.type, () => {
		const site = useVendor(vendor);
		const holds = new Map<string, Holds>();
		beforeEach(() => {
			time.start();
		});
		afterEach(() => {
			jest.restoreAllMocks();
		});
		describe.each(faults.map((fault) => [fault.name, fault] as const))('%s', (_, fault) => {
			const examples = meant([...examplesOf(vendor), ...specialOf(vendor)], fault);
			const again = examples.filter(([, example]) => isMetAgain(vendor, example, fault));
			if (examples.length > 0)
				test.each(examples)('once: %s', async (_key, example) => run(example, 'once', expectOnce));
			if (again.length > 0)
				test.each(again)('for ever: %s', async (_key, example) => run(example, 'ever', expectEver));

			async function run(example: Example, often: Often, expectPromised: typeof expectOnce) {
				const its = await holdsOf(site, example, holds);
				const seen = await runUnder(site, time, { example, fault, often });
				note({ vendor, example, fault, often, seen });
				expectPromised({ site, example, fault, seen, holds: its });
			}
		});
	});
}

/** The examples that a fault is tried on. */
function meant(examples: ReadonlyArray<Named<Example>>, fault: Fault) {
	if (fault.forLists) return examples.filter(([, { row }]) => kindOf(row) === 'list');
	if (!fault.isCostly) return examples;
	const ofKind = new Map(examples.map((each) => [kindOf(each[1].row), each]));
	return [...ofKind.values()];
}

/** What the vendor holds before and after an operation that nothing disturbs. */
async function holdsOf(site: VendorSite, example: Example, known: Map<string, Holds>) {
	const { key } = example.row;
	const found = known.get(key);
	if (found) return found;
	await example.its.prepare?.(site);
	const before = await heldBy(site, example);
	await runExample(site, example);
	const holds = { before, after: await heldBy(site, example) };
	known.set(key, holds);
	await site.sandbox.reset(site.vendor.settings);
	return holds;
}
