import { unencrypted } from '../values/unencrypted';
import type { AnswerHead } from './answer';

/** A `next` link or a redirect pointed to another host, where the key must not go. */
export class ForeignOriginError extends Error {
	constructor(readonly target: string) {
		super(`pointed to another address (${target}), where your key must not be sent`);
	}
}

/**
 * Reads the Base URL of a credential. A path is kept as a prefix, as for a proxy that serves the
 * vendor below one; a slash at the end does no harm.
 *
 * @throws Error with a sentence for the user when it is not a web address; UnencryptedError
 */
export function baseUrlOf(credential: Readonly<Record<string, unknown>>): URL {
	const { baseUrl } = credential;
	const given = typeof baseUrl === 'string' ? baseUrl.trim() : '';
	const url = URL.canParse(given) ? new URL(given) : undefined;
	if (url?.protocol !== 'https:' && url?.protocol !== 'http:') {
		throw new Error(`"${given}" is not a web address such as https://api.example.com`);
	}
	const refusal = unencrypted(url, credential);
	if (refusal) throw refusal;
	// Set, not resolved: a path that begins with two slashes would be read as another host.
	const base = new URL(url.origin);
	base.pathname = url.pathname.replace(/\/+$/, '');
	return base;
}

/**
 * A URL on the credential's own origin, as it is to be called. A link that says http behind a proxy
 * that speaks https is lifted to https; it is never lowered.
 *
 * @throws ForeignOriginError when it is on another origin
 */
export function ownUrl(url: URL, base: URL): URL {
	if (url.origin === base.origin) return url;
	const isLower = url.protocol === 'http:' && base.protocol === 'https:';
	if (!isLower || url.hostname !== base.hostname || (url.port !== '' && url.port !== base.port)) {
		throw new ForeignOriginError(url.origin);
	}
	// Changed, not put together: a path that begins with two slashes would be read as another host.
	const lifted = new URL(url);
	lifted.protocol = base.protocol;
	lifted.port = base.port;
	return lifted;
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
	return ownUrl(new URL(location, from), from);
}
