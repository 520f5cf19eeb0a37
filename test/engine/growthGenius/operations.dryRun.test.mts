import { testDryRun } from '../../support/generated/dryRun.mts';
import { growthGenius } from '../../support/vendors/growthGenius.mts';

testDryRun(growthGenius);
