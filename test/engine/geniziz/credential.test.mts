import { testCredential } from '../../support/generated/credential.mts';
import { geniziz } from '../../support/vendors/geniziz.mts';

testCredential(geniziz);
