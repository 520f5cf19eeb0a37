import { testItems } from '../../support/generated/items.mts';
import { leadGenius } from '../../support/vendors/leadGenius.mts';

testItems(leadGenius);
