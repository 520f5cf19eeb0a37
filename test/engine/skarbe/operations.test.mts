import { testOperations } from '../../support/generated/operations.mts';
import { skarbe } from '../../support/vendors/skarbe.mts';

testOperations(skarbe);
