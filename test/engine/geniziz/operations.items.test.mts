import { testItems } from '../../support/generated/items.mts';
import { geniziz } from '../../support/vendors/geniziz.mts';

testItems(geniziz);
