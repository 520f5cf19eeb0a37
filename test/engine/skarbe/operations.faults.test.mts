import { testFaults } from '../../support/generated/faults.mts';
import { skarbe } from '../../support/vendors/skarbe.mts';

testFaults(skarbe);
