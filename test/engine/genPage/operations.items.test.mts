import { testItems } from '../../support/generated/items.mts';
import { genPage } from '../../support/vendors/genPage.mts';

testItems(genPage);
