import { NodeApiError, type INode, type JsonObject } from 'n8n-workflow';
import { withItem } from '../values/text';
import type { Vendor } from '../vendor';
import { parseBody, type Answer } from './answer';
import type { Fault } from './fault';
import type { Purpose } from './purpose';
import { retryAfterMs } from './retry';
import { statedIn, vendorMessage } from './vendorMessage';

/** A web page is none of the API's answers. */
const PAGE_ADVICE =
	". It is no answer of the API's: check the credential's Base URL, and whether a proxy or a firewall stands in between";

/** Where users say what this package does not know yet: `bugs` in package.json. */
const ISSUES = 'https://github.com/n8n-nodes-outbound/n8n-nodes-outbound/issues';

/** The vendor's own words in a message are cut after so many characters. */
const LONGEST_WORDS = 500;

/** A request that did not bring what was asked for, told so that a person can act on it. */
export interface Problem {
	/** What happened, in one sentence. */
	readonly message: string;
	/** What to check or do. */
	readonly advice: string;
	/** HTTP status, or the network's code. */
	readonly code: string | undefined;
}

type Cause = 'credential-invalid' | 'quota-exhausted' | 'rate-limited' | 'temporarily-unavailable';

const CAUSES: Readonly<Record<string, Cause>> = {
	'401': 'credential-invalid',
	'402': 'quota-exhausted',
	'429': 'rate-limited',
	'503': 'temporarily-unavailable',
};

function cut(text: string, length: number): string {
	return text.length > length ? `${text.slice(0, length)}…` : text;
}

/** JSON for messages; what is nested too deep for that is said to be so. */
export function jsonOf(value: unknown): string {
	try {
		return JSON.stringify(value) ?? 'nothing';
	} catch {
		return 'data that is nested too deep to show';
	}
}

/** An excerpt of a body for messages: one line, 200 characters at most. */
export function excerpt(body: string): string {
	return cut(body.replace(/[\s\p{Cc}]+/gu, ' ').trim(), 200);
}

/**
 * Puts an answer with an error status into words: the vendor's own, then what to check.
 *
 * @param purpose the operation, and how its fields and items are named
 */
export function problemOf(
	answer: Answer,
	vendor: Vendor,
	{ what, names = new Map() }: Purpose,
): Problem {
	const parsed = parseBody(answer.text);
	const words = 'json' in parsed ? vendorMessage(parsed.json, names) : undefined;
	const isPage = 'wrong' in parsed && parsed.wrong === 'html';
	const text = isPage ? '' : excerpt(answer.text);
	const said = words === undefined ? text || undefined : cut(words, LONGEST_WORDS);
	const status = isPage ? `with a web page (${answer.status})` : `with status ${answer.status}`;
	return {
		message: said === undefined ? `${vendor.name} answered ${status}` : `${vendor.name}: ${said}`,
		advice: `${what}: ${adviceFor(answer, vendor)} (status ${answer.status})${isPage ? PAGE_ADVICE : ''}`,
		code: String(answer.status),
	};
}

/**
 * Puts an answer with a good status that is not what the documents promise into words: the
 * vendor's own where it states any, since it says there why it did not do what was asked for.
 *
 * @param why what it lacks: "it holds no 'job_id'"
 * @param redact blanks keys; done before anything is cut, since half a key is still a secret
 */
export function unexpectedProblem(
	answer: unknown,
	why: string,
	vendor: Vendor,
	{ what, names = new Map() }: Purpose,
	redact: (text: string) => string,
): Problem {
	const start = `the answer starts with ${excerpt(redact(jsonOf(answer)))}`;
	const words = statedIn(answer, names);
	if (words === undefined) {
		const message = `${vendor.name} answered in an unexpected form: ${why}`;
		const next = `${vendor.name} has changed its API: report this, without what is private in it, at ${ISSUES}`;
		const advice = `${what}: check the credential's Base URL. If it is right, ${next}; ${start}`;
		return { message, advice, code: undefined };
	}
	return {
		message: `${vendor.name}: ${cut(redact(words), LONGEST_WORDS)}`,
		advice: `${what}: ${vendor.name} answered with these words where data was expected (${why}); ${start}`,
		code: undefined,
	};
}

/** What to do about a request that the network, or an answer's size, made fail. */
export function adviceOn(fault: Fault, vendor: Vendor, { what, askLess }: Purpose): string {
	if (!fault.tooLarge) {
		return `${what}: check the credential's Base URL and your network, then try again`;
	}
	if (askLess !== undefined) return `${what}: ask for less at once: ${askLess}`;
	return `${what}: check the credential's Base URL. If it is right, this package has to learn to ask ${vendor.name} for less: report it at ${ISSUES}`;
}

function adviceFor(answer: Answer, vendor: Vendor): string {
	const { status } = answer;
	const after = retryAfterMs(answer);
	if (after) {
		return `${status === 429 ? 'too many requests: ' : ''}${vendor.name} asks to be called again in ${Math.ceil(after / 1000)} seconds: try again later, or raise 'Retry for up to (Seconds)' in Options`;
	}
	const own = vendor.advice?.[status];
	if (own) return own;
	switch (status) {
		case 401:
			return `check the key in the credential '${vendor.credentialName}': ${vendor.keyPlace}`;
		case 402:
			return `${vendor.name} wants a payment or has no credits left: check your plan there`;
		case 403:
			return `the key of the credential '${vendor.credentialName}' has no access to this`;
		case 404:
			return 'it does not exist there, or not for this key: check the IDs in the node';
		case 405:
			return `${vendor.name} does not offer this here: check the credential's Base URL`;
		case 410:
			return 'it was removed there and cannot be had back: use another ID';
		case 413:
			return 'the request was too large: make the batch smaller in Options';
		case 429:
			return "too many requests: send fewer, or raise 'Retry for up to (Seconds)' in Options";
		default:
			if (status >= 500) return `${vendor.name} failed to handle it: try again later`;
			if (status >= 400) return 'the values were not accepted: correct them and run it again';
			return `this answer was not expected: check the credential's Base URL`;
	}
}

/**
 * Turns a problem into n8n's error.
 *
 * @param itemIndex the item it happened for, where there is one
 */
export function apiError(node: INode, problem: Problem, itemIndex?: number): NodeApiError {
	const response: JsonObject = {};
	const cause = problem.code === undefined ? undefined : CAUSES[problem.code];
	const error = new NodeApiError(node, response, {
		message: problem.message,
		description: problem.advice,
		httpCode: problem.code,
		itemIndex,
		...(cause && { failure: { cause } }),
	});
	// n8n replaces messages in which it finds a network code; the one given says more.
	error.message = withItem(problem.message, itemIndex);
	error.description = problem.advice;
	return error;
}
