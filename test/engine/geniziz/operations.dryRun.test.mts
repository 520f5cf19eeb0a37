import { testDryRun } from '../../support/generated/dryRun.mts';
import { geniziz } from '../../support/vendors/geniziz.mts';

testDryRun(geniziz);
