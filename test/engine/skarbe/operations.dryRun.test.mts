import { testDryRun } from '../../support/generated/dryRun.mts';
import { skarbe } from '../../support/vendors/skarbe.mts';

testDryRun(skarbe);
