import { testCredential } from '../../support/generated/credential.mts';
import { leadGenius } from '../../support/vendors/leadGenius.mts';

testCredential(leadGenius);
