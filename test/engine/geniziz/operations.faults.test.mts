import { testFaults } from '../../support/generated/faults.mts';
import { geniziz } from '../../support/vendors/geniziz.mts';

testFaults(geniziz);
