import { testNames } from '../../support/generated/names.mts';
import { skarbe } from '../../support/vendors/skarbe.mts';

testNames(skarbe);
