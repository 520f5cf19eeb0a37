// The GenPage Trigger through random histories: each job that has ended comes once.
import fc from 'fast-check';
import { GenPageWorld } from '../../support/model/genPage.mts';
import { checkHistories } from '../../support/model/live.mts';

test('jobFinished', async () => {
	await checkHistories(fc.constant(undefined), () => (clocks) => new GenPageWorld(clocks));
}, 3_600_000);
