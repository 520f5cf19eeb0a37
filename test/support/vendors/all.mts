// All vendors under test, in the order of the README.
import { geniziz } from './geniziz.mts';
import { genPage } from './genPage.mts';
import { growthGenius } from './growthGenius.mts';
import { leadGenius } from './leadGenius.mts';
import { skarbe } from './skarbe.mts';

/** Every vendor. */
export const vendors = [genPage, leadGenius, geniziz, growthGenius, skarbe];
