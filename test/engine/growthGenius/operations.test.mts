import { testOperations } from '../../support/generated/operations.mts';
import { growthGenius } from '../../support/vendors/growthGenius.mts';

testOperations(growthGenius);
