import { hasStatus } from './status';

/**
 * Takes a vendor's word that there is no such thing, or no such endpoint (404, 405), for an answer.
 *
 * @returns undefined in its place
 * @throws any other error: that there is none is then not said
 */
export function absent(error: unknown): undefined {
	if (hasStatus(error, ['404', '405'])) return undefined;
	throw error;
}
