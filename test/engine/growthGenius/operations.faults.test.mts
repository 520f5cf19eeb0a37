import { testFaults } from '../../support/generated/faults.mts';
import { growthGenius } from '../../support/vendors/growthGenius.mts';

testFaults(growthGenius);
