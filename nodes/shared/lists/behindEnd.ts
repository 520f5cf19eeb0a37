import { hasStatus } from '../transport/status';

/** How vendors refuse a page that is not there: a wrong value, nothing found, no such range. */
const REFUSALS = ['400', '404', '416', '422'];

/**
 * Takes the refusal of a page for the end of its list. Only for a page that may be behind the end:
 * that the request is right otherwise, the first page shows.
 *
 * @returns undefined in the page's place
 * @throws any other error
 */
export function behindEnd(error: unknown): undefined {
	if (hasStatus(error, REFUSALS)) return undefined;
	throw error;
}
