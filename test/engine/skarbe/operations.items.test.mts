import { testItems } from '../../support/generated/items.mts';
import { skarbe } from '../../support/vendors/skarbe.mts';

testItems(skarbe);
