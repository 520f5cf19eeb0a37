import { withoutSignatures } from '../values/text';

/** Shorter values are no keys, and replacing them would garble ordinary text. */
const SHORTEST_SECRET = 6;

/**
 * Makes a function that blanks a credential's values in a text, and what signs an address: a vendor may
 * repeat in its error what it was sent.
 *
 * @param credential the decrypted credential; its Base URL is no secret
 */
export function redactor(credential: Readonly<Record<string, unknown>>): (text: string) => string {
	const secrets = Object.entries(credential)
		.filter(([name]) => name !== 'baseUrl')
		.flatMap(([, value]) =>
			typeof value === 'string' ? [value.replace(/^(Bearer|Token)\s+/i, '').trim()] : [],
		)
		.filter((value) => value.length >= SHORTEST_SECRET)
		// What HTTP Basic makes of a key that is a username without a password.
		.flatMap((value) => [value, Buffer.from(`${value}:`).toString('base64')]);
	return (text) =>
		secrets.reduce((result, secret) => result.replaceAll(secret, '***'), withoutSignatures(text));
}
