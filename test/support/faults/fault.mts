// What a fault is.
import type { FaultRuleInput } from '../../../sandbox/client.mts';
import type { TestedVendor } from '../vendor.mts';

/**
 * What a fault says of the request that it hits:
 * - refused: it was surely not taken;
 * - failed: the vendor says that it failed, and may have taken it;
 * - gateway: something in front of the vendor says so;
 * - lost: nothing came back;
 * - midway: it was taken, and its answer broke off;
 * - unusable: it was taken, and its answer is of no use;
 * - elsewhere: it is to go to another place;
 * - endless: it is to be followed by another one, and so on;
 * - lifted: it is to go on at the same host by http, where the credential says https;
 * - harmless: nothing went wrong.
 */
export type Nature =
	| 'refused'
	| 'failed'
	| 'gateway'
	| 'lost'
	| 'midway'
	| 'unusable'
	| 'elsewhere'
	| 'endless'
	| 'lifted'
	| 'harmless';

/** How a fault is made, beside by a rule of the sandbox. */
export type Way = 'closed' | 'silent' | 'stalled' | 'tls';

/** How often a fault hits: the first request only, or each. */
export type Often = 'once' | 'ever';

/** A fault. */
export interface Fault {
	/** As the document names it. */
	readonly name: string;
	readonly nature: Nature;
	/** The sandbox's rule, for a vendor at a time in ms since the epoch. */
	readonly rule?: (vendor: TestedVendor, now: number) => FaultRuleInput;
	readonly way?: Way;
	/** The shortest pause that the vendor asks for, in ms. */
	readonly asksMs?: number;
	/** What the error says, where one comes of it. */
	readonly says?: RegExp;
	/** Only for one operation of each kind: it takes long, and what reads answers knows no operation. */
	readonly isCostly?: true;
	/** Not again and again: what is different about it is met the first time. */
	readonly isOnce?: boolean;
	/** Only for lists. */
	readonly forLists?: true;
	/** For a list it says that there are none. */
	readonly isNoRecords?: boolean;
	/** It is a list. */
	readonly isList?: boolean;
	/** Whether the body cannot be read to its end; if it comes midway by default. */
	readonly isCut?: boolean;
}

/** Faults of a kind, and what the document says before their table. */
export interface Family {
	readonly title: string;
	readonly faults: readonly Fault[];
}
