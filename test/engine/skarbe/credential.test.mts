import { testCredential } from '../../support/generated/credential.mts';
import { skarbe } from '../../support/vendors/skarbe.mts';

testCredential(skarbe);
