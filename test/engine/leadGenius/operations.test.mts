import { testOperations } from '../../support/generated/operations.mts';
import { leadGenius } from '../../support/vendors/leadGenius.mts';

testOperations(leadGenius);
