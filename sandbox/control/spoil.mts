// Turns a vendor's answer and the fault rule that hit it into what goes over the wire.
import { isRecord } from '../shared/refusal.mts';
import type { VendorAnswer } from '../vendor.mts';
import { packed } from './pack.mts';
import type { FaultRule } from './rules.mts';

/** What is done with the connection. */
export type Delivery =
	| { kind: 'answer'; status: number; headers: Record<string, string>; text: string | Buffer }
	| { kind: 'hang' }
	| { kind: 'reset' }
	| { kind: 'resetMidBody' | 'stallMidBody'; text: string }
	| { kind: 'huge'; bytes: number };

/** Where a redirect may point. `target` is the request's path and query. */
export interface Places {
	readonly url: string;
	readonly foreignUrl: string;
	readonly target: string;
}

const JSON_TYPE = { 'content-type': 'application/json' };

/** Stands in for the vendor's answer when the vendor never saw the request. */
const NO_ANSWER = JSON.stringify({ message: 'This answer was spoiled by a fault of the sandbox.' });

const HTML_PAGE = `<!DOCTYPE html>
<html><head><title>Just a moment...</title></head>
<body><h1>Bad gateway</h1><p>The origin server did not answer.</p></body></html>
`;

/** A vendor's answer as it is. */
export function unspoiled(answer: VendorAnswer): Delivery {
	const headers = { ...JSON_TYPE, ...answer.headers };
	return { kind: 'answer', status: answer.status, headers, text: textOf(answer) };
}

/**
 * The delivery under a fault.
 *
 * @param answer the vendor's answer, or undefined when it did not see the request
 */
export function spoil(rule: FaultRule, answer: VendorAnswer | undefined, places: Places): Delivery {
	// What says nothing cannot break off either.
	const text = (answer && textOf(answer)) || NO_ANSWER;
	switch (rule.kind) {
		case 'hang':
		case 'reset':
			return { kind: rule.kind };
		case 'resetMidBody':
		case 'stallMidBody':
			return { kind: rule.kind, text };
		case 'huge':
			return { kind: 'huge', bytes: rule.bytes };
		case 'slow':
			return answer ? unspoiled(answer) : json(200, text);
		case 'status':
			return json(rule.status, bodyText(rule.body), rule.headers);
		case 'rateLimit':
			return json(429, '{"message":"Too Many Attempts."}', retryAfter(rule.retryAfter));
		case 'html':
			return json(rule.status, HTML_PAGE, { 'content-type': 'text/html; charset=utf-8' });
		case 'truncated':
			return json(200, half(text));
		case 'wrongType':
			return json(200, JSON.stringify(rule.body === undefined ? 42 : rule.body));
		case 'empty':
			return { kind: 'answer', status: rule.status, headers: {}, text: '' };
		case 'packed':
			return { kind: 'answer', status: 200, ...packed(rule, text) };
		case 'next':
			return json(200, withNext(text, rule.to, places));
		case 'redirect':
			return json(rule.status, '', { location: locationOf(rule.to, places) });
	}
}

/** A vendor's body as JSON; '' where it answers none, as with 204. */
function textOf({ body }: VendorAnswer): string {
	return body === undefined ? '' : JSON.stringify(body);
}

/** The first half of a text, at least one character short. */
export function half(text: string): string {
	return text.slice(0, Math.floor(text.length / 2));
}

function json(status: number, text: string, headers: Record<string, string> = {}): Delivery {
	return { kind: 'answer', status, headers: { ...JSON_TYPE, ...headers }, text };
}

/** Text goes out as it is, so that a rule can send what is no JSON; the rest goes out as JSON. */
function bodyText(body: unknown): string {
	if (body === undefined) return '{"message":"Server Error"}';
	return typeof body === 'string' ? body : JSON.stringify(body);
}

function retryAfter(value: number | string | undefined): Record<string, string> {
	return value === undefined ? {} : { 'retry-after': String(value) };
}

/** A list with a link to more of it, in the form that Django REST framework gives it. */
function withNext(text: string, to: string, places: Places): string {
	const answer: unknown = JSON.parse(text);
	const next = to === 'further' ? further(places) : locationOf(to, places);
	return JSON.stringify(isRecord(answer) ? { ...answer, next } : answer);
}

/** The same list, with a cursor that it has not had. */
function further({ url, target }: Places): string {
	const link = new URL(url + target);
	link.searchParams.set('cursor', String(Number(link.searchParams.get('cursor') ?? 1) + 1));
	return link.href;
}

function locationOf(to: string, places: Places): string {
	if (to === 'foreign') return places.foreignUrl + places.target;
	return to === 'same' ? places.url + places.target : to;
}
