import { isRecord } from '../field';
import { AnswerTimeoutError, AnswerTooLargeError } from './answer';

/** Why a request brought no answer. */
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

/** Reads the fault out of whatever the request helper or the body stream threw. */
export function faultOf(error: unknown): Fault {
	if (error instanceof AnswerTooLargeError) {
		return {
			what: error.message,
			code: undefined,
			neverArrived: false,
			answered: true,
			passing: false,
		};
	}
	const code = error instanceof AnswerTimeoutError ? 'ETIMEDOUT' : codeOf(error);
	return {
		what: (code && SENTENCES[code]) ?? plainMessage(error),
		code,
		neverArrived: code !== undefined && NEVER_ARRIVED.has(code),
		answered: false,
		passing: code !== undefined && code in SENTENCES,
	};
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

/** What a thrown thing says. */
export function plainMessage(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}
