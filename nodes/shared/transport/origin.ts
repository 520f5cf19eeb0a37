import type { AnswerHead } from './answer';

/** A `next` link or a redirect pointed to another host, where the key must not go. */
export class ForeignOriginError extends Error {
	constructor(readonly target: string) {
		super(`pointed to another address (${target}), where your key must not be sent`);
	}
}

/**
 * Reads the Base URL of a credential. A trailing slash or a path pasted with it does no harm.
 *
 * @throws Error with a sentence for the user when it is not a web address
 */
export function baseUrlOf(value: unknown): URL {
	const given = typeof value === 'string' ? value.trim() : '';
	const url = URL.canParse(given) ? new URL(given) : undefined;
	if (url?.protocol !== 'https:' && url?.protocol !== 'http:') {
		throw new Error(`"${given}" is not a web address such as https://api.example.com`);
	}
	return new URL(url.origin);
}

/** @throws ForeignOriginError when the URL is not on the credential's own origin */
export function requireSameOrigin(url: URL, base: URL): void {
	if (url.origin !== base.origin) throw new ForeignOriginError(url.origin);
}

/**
 * Where an answer redirects to, or undefined when it does not.
 *
 * @throws ForeignOriginError when it leads to another origin
 */
export function redirectOf(answer: AnswerHead, from: URL): URL | undefined {
	const { location } = answer.headers;
	if (![301, 302, 303, 307, 308].includes(answer.status) || !location) return undefined;
	if (!URL.canParse(location, from.href)) return undefined;
	const target = new URL(location, from);
	requireSameOrigin(target, from);
	return target;
}
