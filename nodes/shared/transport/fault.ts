import { isRecord } from '../values/records';
import { plainMessage } from '../values/text';

/** The largest answer that is read, in bytes. A page of 200 wide records is below 1 MB. */
export const MAX_BYTES = 50 * 1024 * 1024;

/** The code of an answer that is too large: the network's own for a message of that kind. */
const TOO_LARGE = 'EMSGSIZE';

/** The body was larger than the package is willing to hold. */
export class AnswerTooLargeError extends Error {
	constructor() {
		super(`the answer is larger than ${MAX_BYTES / 1024 / 1024} MB`);
	}
}

/** The body did not end in time. */
export class AnswerTimeoutError extends Error {
	constructor() {
		super('the answer did not end in time');
	}
}

/** Why a request brought no answer that can be read. */
export interface Fault {
	/** A sentence that says what happened, without secrets. */
	readonly what: string;
	/** The network's own code, such as ECONNRESET, where there is one. */
	readonly code: string | undefined;
	/** Whether the request certainly did not reach the vendor. */
	readonly neverArrived: boolean;
	/** Whether the vendor began to answer. */
	readonly answered: boolean;
	/** Whether the same request may fare better in a moment. */
	readonly passing: boolean;
	/** Whether there was more of the answer than is read. */
	readonly tooLarge: boolean;
}

const NEVER_ARRIVED = new Set([
	'ECONNREFUSED',
	'ENOTFOUND',
	'EAI_AGAIN',
	'EHOSTUNREACH',
	'ENETUNREACH',
]);

const SENTENCES: Readonly<Record<string, string>> = {
	ECONNREFUSED: 'the connection was refused',
	ENOTFOUND: 'the host name is not known',
	EAI_AGAIN: 'the host name could not be looked up',
	EHOSTUNREACH: 'the host cannot be reached',
	ENETUNREACH: 'the network cannot be reached',
	ECONNRESET: 'the connection broke off',
	EPIPE: 'the connection broke off',
	ERR_BAD_RESPONSE: 'the answer broke off',
	ECONNABORTED: 'there was no answer in time',
	ETIMEDOUT: 'there was no answer in time',
};

/** The same, once the answer had begun. */
const MIDWAY: Readonly<Record<string, string>> = {
	ECONNRESET: 'the answer broke off',
	EPIPE: 'the answer broke off',
	ERR_BAD_RESPONSE: 'the answer broke off',
	ECONNABORTED: 'the answer did not end in time',
	ETIMEDOUT: 'the answer did not end in time',
};

/** The codes of node:zlib for a body that is not packed as its head says, or not to its end. */
const NOT_UNPACKED = /^(Z_|ERR__|ZSTD_)/;

/**
 * Reads the fault out of whatever the request helper or the body's stream threw.
 *
 * @param answered whether the vendor had begun to answer
 */
export function faultOf(error: unknown, answered = false): Fault {
	if (error instanceof AnswerTooLargeError) {
		const what = error.message;
		const failed = { neverArrived: false, answered: true, passing: false, tooLarge: true };
		return { what, code: TOO_LARGE, ...failed };
	}
	const code = error instanceof AnswerTimeoutError ? 'ETIMEDOUT' : codeOf(error);
	return {
		what: whatOf(error, code, answered),
		code,
		neverArrived: !answered && code !== undefined && NEVER_ARRIVED.has(code),
		answered,
		passing: code !== undefined && code in SENTENCES,
		tooLarge: false,
	};
}

function whatOf(error: unknown, code: string | undefined, answered: boolean): string {
	if (code === undefined) return plainMessage(error);
	if (NOT_UNPACKED.test(code)) return 'the answer could not be unpacked';
	return (answered ? MIDWAY : SENTENCES)[code] ?? plainMessage(error);
}

/** n8n wraps what axios throws; the code sits on the cause, or on the cause's cause. */
function codeOf(error: unknown): string | undefined {
	for (let current = error, depth = 0; isRecord(current) && depth < 5; depth++) {
		if (typeof current.code === 'string') return current.code;
		current = current.cause;
	}
	const text = plainMessage(error);
	return /aborted|socket hang up/i.test(text) ? 'ECONNRESET' : undefined;
}
