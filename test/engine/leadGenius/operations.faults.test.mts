import { testFaults } from '../../support/generated/faults.mts';
import { leadGenius } from '../../support/vendors/leadGenius.mts';

testFaults(leadGenius);
