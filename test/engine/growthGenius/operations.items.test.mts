import { testItems } from '../../support/generated/items.mts';
import { growthGenius } from '../../support/vendors/growthGenius.mts';

testItems(growthGenius);
