import { pastedKey } from '../values/pastedKey';
import { withoutSignatures } from '../values/text';

/** Shorter values are no keys, and replacing them would garble ordinary text. */
const SHORTEST_SECRET = 6;

/** A secret in all forms in which it travels: as it is, in an address, in JSON, in base64. */
function formsOf(secret: string): string[] {
	// What HTTP Basic makes of a key that is a username without a password.
	const encoded = [secret, `${secret}:`].map((text) => Buffer.from(text));
	return [
		secret,
		encodeURIComponent(secret),
		JSON.stringify(secret).slice(1, -1),
		...encoded.map((bytes) => bytes.toString('base64')),
		...encoded.map((bytes) => bytes.toString('base64url')),
	];
}

/**
 * Makes a function that blanks a credential's values in a text, and what signs an address: a vendor may
 * repeat in its error what it was sent.
 *
 * @param credential the decrypted credential; its Base URL is no secret
 */
export function redactor(credential: Readonly<Record<string, unknown>>): (text: string) => string {
	const secrets = Object.entries(credential)
		.filter(([name]) => name !== 'baseUrl')
		.map(([, value]) => pastedKey(value, 'Bearer|Token'))
		.filter((value) => value.length >= SHORTEST_SECRET)
		.flatMap(formsOf)
		// The longest first: a form may begin with another one.
		.toSorted((a, b) => b.length - a.length);
	return (text) =>
		secrets.reduce((result, secret) => result.replaceAll(secret, '***'), withoutSignatures(text));
}
