import { testNames } from '../../support/generated/names.mts';
import { genPage } from '../../support/vendors/genPage.mts';

testNames(genPage);
