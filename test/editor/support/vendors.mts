import { geniziz } from '../../support/vendors/geniziz.mts';
import { genPage } from '../../support/vendors/genPage.mts';
import { growthGenius } from '../../support/vendors/growthGenius.mts';
import { leadGenius } from '../../support/vendors/leadGenius.mts';
import { skarbe } from '../../support/vendors/skarbe.mts';

/** All vendors, for describe.each and test.each. */
export const VENDORS = [genPage, leadGenius, geniziz, growthGenius, skarbe] as const;
