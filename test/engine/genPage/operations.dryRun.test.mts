import { testDryRun } from '../../support/generated/dryRun.mts';
import { genPage } from '../../support/vendors/genPage.mts';

testDryRun(genPage);
