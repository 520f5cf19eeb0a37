import { testOperations } from '../../support/generated/operations.mts';
import { genPage } from '../../support/vendors/genPage.mts';

testOperations(genPage);
