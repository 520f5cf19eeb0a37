import { testNames } from '../../support/generated/names.mts';
import { geniziz } from '../../support/vendors/geniziz.mts';

testNames(geniziz);
