/** Whom a fact is about. */
export type Subject = 'person' | 'company';

/** A fact, and how it is spelled. */
export interface FactShape {
	readonly label: string;
	readonly of: Subject;
	/**
	 * Spellings that mean nothing else, in groups: an earlier group wins over a
	 * later one, and two spellings of one group must not differ in what they hold.
	 */
	readonly sure: ReadonlyArray<readonly string[]>;
	/** Spellings that mean it in a record of its subject only, or with the subject's word in front. */
	readonly plain?: readonly string[];
	/** Whether a record that has it, is one of its subject. */
	readonly tells?: boolean;
	/** Whether it may have several values, which are no contradiction. */
	readonly many?: boolean;
}

// Spellings that persons and companies share.
export const LINKEDIN = [
	'linkedin url',
	'linkedin',
	'linkedin profile',
	'linkedin profile url',
	'linkedin link',
];
export const PHONE = ['phone', 'phone number', 'telephone', 'telephone number'];
export const CITY = ['city', 'address city', 'town'];
export const STATE = [
	'state',
	'address state',
	'state province',
	'state region',
	'province',
	'region',
	'address region',
];
export const COUNTRY = ['country', 'address country', 'country region'];
export const RECORD_ID = ['record id', 'id'];
