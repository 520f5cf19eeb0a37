import { testDryRun } from '../../support/generated/dryRun.mts';
import { leadGenius } from '../../support/vendors/leadGenius.mts';

testDryRun(leadGenius);
