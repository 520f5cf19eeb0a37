import { testFaults } from '../../support/generated/faults.mts';
import { genPage } from '../../support/vendors/genPage.mts';

testFaults(genPage);
