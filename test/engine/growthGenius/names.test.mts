import { testNames } from '../../support/generated/names.mts';
import { growthGenius } from '../../support/vendors/growthGenius.mts';

testNames(growthGenius);
