import { testNames } from '../../support/generated/names.mts';
import { leadGenius } from '../../support/vendors/leadGenius.mts';

testNames(leadGenius);
