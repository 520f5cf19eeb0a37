// Of which operations it is known what they output before they have run, and why not of the others.
import type { TestedVendor } from '../vendor.mts';
import type { KnownAnswer, VendorAnswers } from './answer.mts';
import { genizizAnswers } from './geniziz.mts';
import { genPageAnswers } from './genPage.mts';
import { growthGeniusAnswers } from './growthGenius.mts';
import { leadGeniusAnswers } from './leadGenius.mts';
import { skarbeAnswers } from './skarbe.mts';

const ANSWERS: Readonly<Record<string, VendorAnswers>> = {
	genPage: genPageAnswers,
	leadGenius: leadGeniusAnswers,
	geniziz: genizizAnswers,
	growthGenius: growthGeniusAnswers,
	skarbe: skarbeAnswers,
};

/** What is known of a vendor's operations. */
export function answersOf({ type }: TestedVendor): VendorAnswers {
	const answers = ANSWERS[type];
	if (!answers) throw new Error(`test/support/schemas/answers.mts: nothing of ${type}`);
	return answers;
}

/** What is known of one of them; undefined where it is not known what it outputs. */
export function knownAnswer(vendor: TestedVendor, key: string): KnownAnswer | undefined {
	const { known, unknown } = answersOf(vendor);
	return unknown.some(([, operations]) => operations.test(key)) ? undefined : (known[key] ?? {});
}
