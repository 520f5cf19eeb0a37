import { testOperations } from '../../support/generated/operations.mts';
import { geniziz } from '../../support/vendors/geniziz.mts';

testOperations(geniziz);
