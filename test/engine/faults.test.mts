// Every operation of every vendor under every fault. What came of it is in docs/reliability.md.
import { families } from '../support/faults/faults.mts';
import { testMatrix, type Outcome } from '../support/faults/matrix.mts';
import { SkippedTime } from '../support/faults/skippedTime.mts';
import { tablesOf } from '../support/faults/table.mts';
import { bringUpToDate } from '../support/faults/written.mts';
import { vendors } from '../support/vendors/all.mts';

const mockTime = new SkippedTime();

jest.mock('n8n-workflow', () => ({
	...jest.requireActual<object>('n8n-workflow'),
	sleep: (ms: number) => mockTime.sleep(ms),
}));

const faults = families.flatMap((family) => family.faults);
const outcomes: Outcome[] = [];

for (const vendor of vendors) {
	testMatrix(vendor, faults, mockTime, (outcome) => outcomes.push(outcome));
}

test('docs/reliability.md tells what came', () => {
	bringUpToDate(tablesOf(families, outcomes));
});
