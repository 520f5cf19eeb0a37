import { testCredential } from '../../support/generated/credential.mts';
import { growthGenius } from '../../support/vendors/growthGenius.mts';

testCredential(growthGenius);
