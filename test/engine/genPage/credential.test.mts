import { testCredential } from '../../support/generated/credential.mts';
import { genPage } from '../../support/vendors/genPage.mts';

testCredential(genPage);
