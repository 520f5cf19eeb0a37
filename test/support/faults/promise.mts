// What is promised of an operation under a fault. It follows from what the fault says of the request,
// what the operation does at the vendor, and what the vendor's document says of its answer; it knows
// nothing of how a node is made.
import type { Example } from '../generated/examples.mts';
import type { TestedVendor } from '../vendor.mts';
import type { Fault, Nature } from './fault.mts';
import { isReading, KINDS, kindOf, type Kind } from './kinds.mts';

/** What is to come of a fault that hits once. */
export interface Promised {
	/** 'done': success although the vendor's answer says nothing. */
	readonly result: 'output' | 'done' | 'nothing' | 'error';
	/** How often the request is sent in all. */
	readonly requests: 1 | 2;
}

/** What may be sent twice: what reads, and what leaves the vendor as it is the second time. */
const TWICE: readonly Kind[] = ['read', 'list', 'report', 'update', 'delete'];

/**
 * What is sent again, by what the fault says of the request. A create is, when it was surely not taken.
 * Whether an upsert finds what it made before, no document says: it is sent again only where the vendor
 * itself says that it failed.
 */
const SENT_AGAIN: Readonly<Record<Nature, readonly Kind[]>> = {
	refused: KINDS,
	failed: [...TWICE, 'upsert'],
	gateway: TWICE,
	lost: TWICE,
	midway: TWICE,
	unusable: [],
	elsewhere: [],
	endless: [],
	lifted: KINDS,
	harmless: [],
};

const OUTPUT: Promised = { result: 'output', requests: 1 };

/** What is promised of an operation under a fault. */
export function promiseOf(vendor: TestedVendor, example: Example, fault: Fault): Promised {
	const { row } = example;
	const kind = kindOf(row);
	if (fault.nature === 'harmless') return OUTPUT;
	if (fault.forLists) return promiseOfLink(vendor, fault);
	if (saysNone(example, fault)) return { result: 'nothing', requests: 1 };
	if (isDone(example, fault)) return { result: 'done', requests: 1 };
	if (SENT_AGAIN[fault.nature].includes(kind)) return { result: 'output', requests: 2 };
	return { result: 'error', requests: 1 };
}

/** Whether the answer says that there is none of what was asked for. */
function saysNone({ row }: Example, { isNoRecords, isList }: Fault): boolean {
	if (kindOf(row) === 'list') return isNoRecords === true;
	// Several contacts of a company are a list.
	return row.key === 'rapidEnrichment.get' && isList === true;
}

/** Only LeadGenius has "next": for any other vendor it is a word in an answer. */
function promiseOfLink({ type }: TestedVendor, { nature }: Fault): Promised {
	if (type !== 'leadGenius') return OUTPUT;
	return nature === 'elsewhere' ? { result: 'error', requests: 1 } : { ...OUTPUT, requests: 2 };
}

/**
 * Whether what was asked for is done although the answer is of no use: its status is good, and no
 * document promises more. A read that brings no answer is nothing.
 */
function isDone({ its, row }: Example, { nature, isCut = nature === 'midway' }: Fault): boolean {
	if (nature !== 'midway' && nature !== 'unusable') return false;
	return its.undocumented !== undefined && !(isCut && row.method === 'GET');
}

/** Whether the fault, should it hit for ever, is met more than once. */
export function isMetAgain(vendor: TestedVendor, example: Example, fault: Fault): boolean {
	const { result, requests } = promiseOf(vendor, example, fault);
	return !fault.isOnce && result === 'output' && requests > 1;
}

/** Whether something may be at the vendor that the user has to know of. */
export function mayHaveWritten(example: Example, taken: number): boolean {
	return taken > 0 && !isReading(kindOf(example.row));
}
